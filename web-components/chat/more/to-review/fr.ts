import type { ToReviewWords } from './words.ts';

export const words: ToReviewWords = {
  label: 'À relire',
  waiting: (count) => `${count} ${count < 2 ? 'message' : 'messages'} à relire`,
  loading: 'Chargement de ce qui attend',
  failed: 'La liste n’a pas pu être chargée.',
  again: 'Réessayer',
  empty: 'Plus rien à relire. Ce qui arrive s’affichera ici de soi-même.',
  list: 'Messages à relire',
  queue: (count) => (count ? `Messages (${count})` : 'Messages'),
  alerts: (count) => (count ? `Vos alertes (${count})` : 'Vos alertes'),
  sections: 'Montrer',
  held: 'Retenu par le filtre',
  reported: (people, networks) =>
    people > 1 && networks === 1
      ? `${people} signalements d’un seul réseau`
      : `${people} ${people < 2 ? 'signalement' : 'signalements'}`,
  newcomersOnly: 'de nouveaux arrivants',
  alerted: (count) => `${count} ${count < 2 ? 'alerte' : 'alertes'}`,
  kinds: {
    term: 'mot interdit',
    link: 'lien',
    'personal-data': 'donnée personnelle',
    repetition: 'répétition',
    pace: 'trop d’affilée',
    newcomer: 'premier message',
    shouting: 'en majuscules',
    'filter-error': 'le filtre n’a pas pu lire',
  },
  hidden: 'Masqué pour l’instant',
  open: 'Voir la conversation',
  noAlerts: 'Vous n’avez levé aucune alerte. On en lève une sous un message, par « Modérer ».',
  about: { message: 'Message', conversation: 'Conversation', person: 'Personne' },
  degrees: { look: 'À regarder', now: 'Maintenant' },
  waits: 'Personne ne s’en occupe encore',
  leftOpen: 'Laissée ouverte',
  taken: (name) => `${name} s’en occupe`,
  answered: (name) => `${name} répond`,
  closed: (name) => `Close par ${name}`,
};
