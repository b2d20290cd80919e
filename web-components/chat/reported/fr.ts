import type { ReportedWords } from './words.ts';

export const words: ReportedWords = {
  explain:
    'Plusieurs personnes l’ont signalé. Un modérateur va le lire. Vous pouvez aussi le dire autrement, une fois : il sera de nouveau visible.',
  again: 'Plusieurs personnes l’ont encore signalé. Un modérateur va le lire.',
  change: 'Dire autrement',
  label: 'Votre message, autrement',
  send: 'Publier ainsi',
  cancel: 'Annuler',
  same: 'Changez d’abord quelque chose.',
  refused: 'Ces mots-là ne passent pas non plus. Essayez encore autrement.',
  tooLate: 'Ce message ne peut plus être changé.',
  failed: 'La modification n’est pas partie. Réessayez.',
};
