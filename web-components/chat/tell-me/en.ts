import type { TellMeWords } from './words.ts';

export const words: TellMeWords = {
  label: 'Be told of an answer',
  offer: 'How should we tell you when somebody answers?',
  here: 'Here',
  byMail: 'By e-mail',
  byPush: 'By notification',
  otherwise: 'Tell me another way',
  address: 'Your e-mail address',
  addressHint: 'For this conversation only: it is forgotten when the conversation is over.',
  send: 'Tell me',
  back: 'Cancel',
  confirm: (address) =>
    address
      ? `An e-mail is on its way to ${address}. Open it to confirm your address.`
      : 'An e-mail is on its way. Open it to confirm your address.',
  mailed: 'You will get an e-mail if you have not read the answer here.',
  pushed: 'You will get a notification if you have not read the answer here.',
  stop: 'No longer tell me',
  failed: 'This could not be saved. Try again in a moment.',
  tooMany: 'Too many addresses in a short time. Try again later.',
  noAddress: 'Write an e-mail address, such as name@example.com.',
};
