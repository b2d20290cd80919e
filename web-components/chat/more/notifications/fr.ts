import type { NotificationsWords } from './words.ts';

export const words: NotificationsWords = {
  label: 'Notifications',
  loading: 'Chargement de vos réglages',
  failed: 'Vos réglages n’ont pas pu être chargés.',
  again: 'Réessayer',
  push: 'Sur vos appareils',
  pushHint: 'Une notification, même quand la boutique est fermée.',
  devices: (count) =>
    count === 0
      ? 'Aucun appareil pour l’instant.'
      : `${count} ${count < 2 ? 'appareil vous prévient' : 'appareils vous préviennent'}.`,
  device: 'Régler cet appareil',
  mail: 'E-mail',
  mailTo: (address) => `À ${address}, quand aucun appareil ne peut vous prévenir.`,
  noAddress: 'Votre adresse n’est pas confirmée\u00a0: connectez-vous une fois par un lien reçu par e-mail.',
  notConfigured: 'Ce site n’envoie pas d’e-mails.',
  wishes: { immediate: 'Tout de suite', digest: 'Une fois par jour', none: 'Jamais' },
  wishHints: {
    immediate: 'Au plus un e-mail toutes les dix minutes.',
    digest: 'Les questions à 9\u00a0h, ensemble. Le reste tout de suite.',
    none: 'Aucun e-mail, pas même pour une alerte.',
  },
  subjects: 'M’écrire pour',
  subject: {
    questions: 'Les questions en attente',
    answers: 'Les réponses à mes questions',
    alerts: 'Les alertes',
    news: 'Mon rôle dans la communauté',
  },
  saved: 'Enregistré',
  notSaved: 'Cela n’a pas pu être enregistré. Réessayez.',
};
