import type { ContributionsWords } from './words.ts';

const plural = (count: number, one: string, other: string) =>
  `${count} ${Math.abs(count) === 1 ? one : other}`;

export const words: ContributionsWords = {
  label: 'My contributions',
  loading: 'Loading…',
  failed: 'Your contributions could not be loaded.',
  again: 'Try again',
  total: (points) => plural(points, 'point', 'points'),
  month: (thanks, accepted) =>
    `This month: ${thanks} thanks, ${plural(accepted, 'accepted answer', 'accepted answers')}`,
  badges: 'Badges',
  ledger: 'Where the points come from',
  empty: 'Nothing yet. Your first answer that helps somebody is written down here.',
  how: 'Thanks are worth 2 points, an accepted answer 5, the first answer to a question 1.',
  more: 'Show more',
  open: (question) => `Open “${question}”`,
  source: {
    thanks: 'Somebody thanked you',
    accepted: 'Your answer was accepted',
    'first-answer': 'You answered first',
    manager: 'A community manager decided',
    badge: 'Badge',
  },
  why: {
    credited: '',
    own: 'This is your own message.',
    newcomer: 'By somebody who has not written anything here yet.',
    'same-network': 'From the same network as yours: 0 points.',
    'network-today': 'Somebody of this network did so already in the last 24 hours.',
    'same-pair': 'This person did so already in the last 24 hours.',
    ring: 'You yourself earned this person points this month.',
    'pair-month': 'From this person you already have all the points there are in a month.',
    'giver-day': 'This person has already given all their points of the day.',
    'day-limit': 'You already have all the points there are in a day.',
    withdrawn: 'Taken back.',
    gone: 'This message can no longer be seen.',
    back: 'This message can be seen again.',
    given: 'Given.',
    taken: 'Taken back.',
    earned: 'Earned.',
  },
  thanked: 'Thanks of the month',
  thanks: (count) => `${count} thanks`,
  you: 'you',
};
