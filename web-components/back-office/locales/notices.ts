import { messages } from './index.ts';

export default messages({
  fr: {
    title: 'Prévenir les absents',
    lead: 'Notifications et e-mails aux experts, aux modérateurs et à qui attend une réponse.',
    fine: 'Tout part normalement.',
    fineOnDevices: 'Vers les appareils, tout part normalement.',
    waiting: ['Un avis attend de partir.', '{count} avis attendent de partir.'],
    retried: [
      'Un avis n’a pas pu partir et sera réessayé.',
      '{count} avis n’ont pas pu partir et seront réessayés.',
    ],
    failed: [
      'Un avis a été abandonné ces sept derniers jours. Le journal dit pour qui.',
      '{count} avis ont été abandonnés ces sept derniers jours. Le journal dit pour qui.',
    ],
    last: 'Dernier échec\u00a0:',
    noMail:
      'Aucun serveur d’e-mail n’est configuré\u00a0: les avis ne partent que vers les appareils. L’adresse du serveur d’e-mail se règle sur la machine (ENTRAIDE_MAIL_URL).',
  },
  en: {
    title: 'Telling people who are away',
    lead: 'Notifications and e-mails to experts, moderators and whoever waits for an answer.',
    fine: 'Everything leaves as it should.',
    fineOnDevices: 'To devices, everything leaves as it should.',
    waiting: ['One notice is waiting to leave.', '{count} notices are waiting to leave.'],
    retried: [
      'One notice could not leave and will be tried again.',
      '{count} notices could not leave and will be tried again.',
    ],
    failed: [
      'One notice was given up in the last seven days. The audit log says for whom.',
      '{count} notices were given up in the last seven days. The audit log says for whom.',
    ],
    last: 'Last failure:',
    noMail:
      'No mail server is configured: notices only reach devices. Its address is set on the machine (ENTRAIDE_MAIL_URL).',
  },
});
