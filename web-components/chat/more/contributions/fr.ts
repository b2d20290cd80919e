import type { ContributionsWords } from './words.ts';

const plural = (count: number, one: string, other: string) => `${count} ${Math.abs(count) < 2 ? one : other}`;

export const words: ContributionsWords = {
  label: 'Mes contributions',
  loading: 'Chargement…',
  failed: 'Vos contributions n’ont pas pu être chargées.',
  again: 'Réessayer',
  total: (points) => plural(points, 'point', 'points'),
  month: (thanks, accepted) =>
    `Ce mois-ci : ${plural(thanks, 'merci', 'mercis')}, ${plural(accepted, 'réponse acceptée', 'réponses acceptées')}`,
  badges: 'Badges',
  ledger: 'D’où viennent les points',
  empty: 'Rien encore. Votre première réponse qui aide quelqu’un sera notée ici.',
  how: 'Un merci vaut 2 points, une réponse acceptée 5, la première réponse à une question 1.',
  more: 'Voir la suite',
  open: (question) => `Ouvrir « ${question} »`,
  source: {
    thanks: 'On vous a remercié',
    accepted: 'Votre réponse a été acceptée',
    'first-answer': 'Vous avez répondu en premier',
    manager: 'Un community manager a décidé',
    badge: 'Badge',
  },
  why: {
    credited: '',
    own: 'C’est votre propre message.',
    newcomer: 'De quelqu’un qui n’a encore rien écrit ici.',
    'same-network': 'Depuis le même réseau que le vôtre : 0 point.',
    'network-today': 'Quelqu’un de ce réseau l’a déjà fait ces dernières 24 heures.',
    'same-pair': 'Cette personne l’a déjà fait ces dernières 24 heures.',
    ring: 'Vous avez vous-même fait gagner des points à cette personne ce mois-ci.',
    'pair-month': 'De cette personne vous avez déjà tous les points possibles en un mois.',
    'giver-day': 'Cette personne a déjà donné tous ses points du jour.',
    'day-limit': 'Vous avez déjà tous les points possibles en un jour.',
    withdrawn: 'C’est repris.',
    gone: 'Ce message n’est plus visible.',
    back: 'Ce message est de nouveau visible.',
    given: 'Donné.',
    taken: 'Repris.',
    earned: 'Gagné.',
  },
  thanked: 'Mercis du mois',
  thanks: (count) => plural(count, 'merci', 'mercis'),
  you: 'vous',
};
