import type { ReportedWords } from './words.ts';

export const words: ReportedWords = {
  explain:
    'Several people reported it. A moderator will read it. You may also say it another way, once: it will be shown again.',
  again: 'Several people reported it again. A moderator will read it.',
  change: 'Say it another way',
  label: 'Your message, another way',
  send: 'Publish this',
  cancel: 'Cancel',
  same: 'Change something first.',
  refused: 'These words do not pass either. Try yet another way.',
  tooLate: 'This message can no longer be changed.',
  failed: 'The change did not go through. Try again.',
};
