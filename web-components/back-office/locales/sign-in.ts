import { messages } from './index.ts';

export default messages({
  fr: {
    title: 'Back-office',
    lead: 'Pour les community managers et les modérateurs. Nous vous envoyons un lien, sans mot de passe.',
    email: 'Adresse e-mail',
    send: 'Recevoir un lien',
    sending: 'Envoi…',
    passkey: 'Se connecter avec une passkey',
    passkeyFailed: 'Aucune passkey ne convient ici. Demandez un lien.',
    invalid: 'Écrivez une adresse e-mail complète, comme lea@exemple.fr.',
    sentTitle: 'Regardez votre boîte',
    sent: 'Si l’adresse {email} est connue, un lien vient de partir. Il sert une fois, pendant 15 minutes.',
    noMailTitle: 'Aucun serveur de courrier n’est réglé',
    noMail:
      'Demandez un lien à un community manager : il en crée un dans Personnes. Qui a la main sur le serveur peut aussi lancer :',
    command: 'Commande pour obtenir un lien',
    another: 'Essayer une autre adresse',
  },
  en: {
    title: 'Back office',
    lead: 'For community managers and moderators. We send you a link, there is no password.',
    email: 'E-mail address',
    send: 'Get a link',
    sending: 'Sending…',
    passkey: 'Sign in with a passkey',
    passkeyFailed: 'No passkey fits here. Ask for a link.',
    invalid: 'Write a whole e-mail address, like lea@example.com.',
    sentTitle: 'Look at your inbox',
    sent: 'If the address {email} is known, a link is on its way. It works once, for 15 minutes.',
    noMailTitle: 'No mail server is set up',
    noMail:
      'Ask a community manager for a link: they make one under People. Whoever runs the server can also type:',
    command: 'Command that gives a link',
    another: 'Try another address',
  },
});
