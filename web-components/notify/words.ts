export type DeviceWords = {
  turnOn: string;
  turnOff: string;
  off: string;
  on: string;
  denied: string;
  deniedHow: string;
  unsupported: string;
  homeScreen: string;
  failed: string;
  over: string;
  working: string;
};

/** What the page that asks a browser says, in the language it was sent in. */
export const WORDS: Record<'fr' | 'en', DeviceWords> = {
  fr: {
    turnOn: 'Activer sur cet appareil',
    turnOff: 'Arrêter sur cet appareil',
    off: 'Votre navigateur vous demandera l’autorisation.',
    on: 'Cet appareil vous préviendra. Vous pouvez fermer cette page.',
    denied: 'Votre navigateur bloque les notifications de ce site.',
    deniedHow:
      'Pour les autoriser, ouvrez les réglages du site, à gauche de l’adresse de cette page, choisissez «\u00a0Autoriser\u00a0» pour les notifications, puis rechargez la page.',
    unsupported: 'Ce navigateur ne sait pas recevoir de notifications. L’e-mail fonctionne partout.',
    homeScreen:
      'Sur iPhone et iPad, ajoutez d’abord cette page à l’écran d’accueil (bouton Partager), puis ouvrez-la de là.',
    failed: 'Le service de notifications de votre navigateur n’a pas répondu. Réessayez dans un instant.',
    over: 'Ce lien ne sert plus. Ouvrez-le de nouveau depuis le chat.',
    working: 'Un instant',
  },
  en: {
    turnOn: 'Turn on for this device',
    turnOff: 'Turn off for this device',
    off: 'Your browser will ask for your permission.',
    on: 'This device will tell you. You can close this page.',
    denied: 'Your browser blocks notifications from this site.',
    deniedHow:
      'To allow them, open the site settings to the left of this page’s address, choose “Allow” for notifications, then reload the page.',
    unsupported: 'This browser cannot receive notifications. E-mail works everywhere.',
    homeScreen:
      'On iPhone and iPad, first add this page to your home screen (Share button), then open it from there.',
    failed: 'Your browser’s notification service did not answer. Try again in a moment.',
    over: 'This link no longer works. Open it again from the chat.',
    working: 'One moment',
  },
};
