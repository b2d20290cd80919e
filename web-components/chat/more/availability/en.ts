import type { AvailabilityWords } from './words.ts';

export const words: AvailabilityWords = {
  label: 'My availability',
  loading: 'Loading your availability',
  failed: 'Your availability could not be loaded.',
  again: 'Try again',
  available: 'Tell me about new questions',
  availableHint: 'You are told when a question is waiting.',
  awayHint: 'You are told of nothing. Questions can still be read here.',
  quiet: 'Quiet hours',
  quietHint: 'Between these hours you are told of nothing.',
  from: 'From',
  to: 'to',
  clock: (zone) => `By the clocks of ${zone}.`,
  useHere: (zone) => `Use the time here (${zone})`,
  languages: 'Languages I speak',
  languagesHint: 'With none chosen, you are told in every language.',
  topics: 'Topics I know',
  topicsHint: 'You are told first of these topics. With none chosen, of all.',
  saved: 'Saved',
  notSaved: 'This change could not be saved. Try again.',
  sameHours: 'Choose two different times.',
};
