import type { ToReviewWords } from './words.ts';

export const words: ToReviewWords = {
  label: 'To review',
  waiting: (count) => `${count} ${count === 1 ? 'message' : 'messages'} to review`,
  loading: 'Loading what waits',
  failed: 'The list could not be loaded.',
  again: 'Try again',
  empty: 'Nothing left to review. What arrives will appear here by itself.',
  list: 'Messages to review',
  queue: (count) => (count ? `Messages (${count})` : 'Messages'),
  alerts: (count) => (count ? `Your alerts (${count})` : 'Your alerts'),
  sections: 'Show',
  held: 'Held by the filter',
  reported: (people, networks) =>
    people > 1 && networks === 1
      ? `${people} reports from one network`
      : `${people} ${people === 1 ? 'report' : 'reports'}`,
  newcomersOnly: 'by newcomers',
  alerted: (count) => `${count} ${count === 1 ? 'alert' : 'alerts'}`,
  kinds: {
    term: 'forbidden word',
    link: 'link',
    'personal-data': 'personal data',
    repetition: 'repetition',
    pace: 'too many at once',
    newcomer: 'first message',
    shouting: 'in capitals',
    'filter-error': 'the filter could not read it',
  },
  hidden: 'Hidden for now',
  open: 'See the conversation',
  noAlerts: 'You have raised no alert. One is raised under a message, by “Moderate”.',
  about: { message: 'Message', conversation: 'Conversation', person: 'Person' },
  degrees: { look: 'To look at', now: 'Now' },
  waits: 'Nobody sees to it yet',
  leftOpen: 'Left open',
  taken: (name) => `${name} sees to it`,
  answered: (name) => `${name} answers`,
  closed: (name) => `Closed by ${name}`,
};
