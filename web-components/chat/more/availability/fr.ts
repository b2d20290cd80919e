import type { AvailabilityWords } from './words.ts';

export const words: AvailabilityWords = {
  label: 'Ma disponibilité',
  loading: 'Chargement de votre disponibilité',
  failed: 'Votre disponibilité n’a pas pu être chargée.',
  again: 'Réessayer',
  available: 'Prévenez-moi des nouvelles questions',
  availableHint: 'Vous êtes prévenu quand une question attend.',
  awayHint: 'Vous n’êtes prévenu de rien. Les questions restent visibles ici.',
  quiet: 'Heures calmes',
  quietHint: 'Entre ces heures, vous n’êtes prévenu de rien.',
  from: 'De',
  to: 'à',
  clock: (zone) => `À l’heure de ${zone}.`,
  useHere: (zone) => `Prendre l’heure d’ici (${zone})`,
  languages: 'Langues que je parle',
  languagesHint: 'Sans choix, vous êtes prévenu dans toutes les langues.',
  topics: 'Sujets que je connais',
  topicsHint: 'Vous êtes prévenu en premier de ces sujets. Sans choix, de tous.',
  saved: 'Enregistré',
  notSaved: 'Ce changement n’a pas pu être enregistré. Réessayez.',
  sameHours: 'Choisissez deux heures différentes.',
};
