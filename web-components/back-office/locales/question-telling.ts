import { messages } from './index.ts';

export default messages({
  fr: {
    title: 'Questions en attente',
    hint: 'Une question est d’abord signalée aux experts disponibles qui connaissent son sujet et sa langue.',
    widen: 'Prévenir tous les experts après (minutes)',
    widenHint: 'Si personne ne l’a prise ni n’y a répondu.',
    remind: 'Rappeler une fois après (minutes)',
    remindHint: 'Si elle attend toujours.',
    wrong: 'Écrivez un nombre entier de minutes, de {min} à {max}.',
    save: 'Enregistrer les délais',
    discard: 'Abandonner',
    saved: 'Délais enregistrés',
  },
  en: {
    title: 'Waiting questions',
    hint: 'A question is told first to the experts who are available and know its topic and language.',
    widen: 'Tell every expert after (minutes)',
    widenHint: 'If nobody took or answered it.',
    remind: 'Remind once after (minutes)',
    remindHint: 'If it is still waiting.',
    wrong: 'Write a whole number of minutes, from {min} to {max}.',
    save: 'Save these delays',
    discard: 'Discard',
    saved: 'Delays saved',
  },
});
