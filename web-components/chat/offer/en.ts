import type { OfferWords } from './words.ts';

const ROLES = { expert: 'an expert', moderator: 'a moderator' };

export const words: OfferWords = {
  asked: (siteName, role) => `${siteName} would like you to be ${ROLES[role]} of its community`,
  why: {
    expert: 'A badge, and every waiting question in sight. Your name and your messages stay yours.',
    moderator: 'Hide what is not right, alert the team. Your name and your messages stay yours.',
  },
  join: 'Join',
  accept: 'Accept',
  decline: 'No, thanks',
  cancel: 'Cancel',
  name: 'Your name in the community',
  nameHint: 'Everybody sees it beside your answers.',
  email: 'Your e-mail address',
  emailHint: 'To sign in on another device. Never shown.',
  rules: 'The rules of the house',
  agree: 'I have read these rules and accept them.',
  sendCode: 'Send me a code',
  confirm: 'Join the community',
  code: 'Six-digit code',
  codeHint: (email) => `Sent to ${email}. It works for fifteen minutes.`,
  again: 'Send another code',
  sentAgain: 'Another code is on its way.',
  busy: 'One moment…',
  thanks: 'Welcome to the community.',
  gone: 'This offer no longer stands.',
  refusals: {
    'name-refused': 'This name cannot be used here. Choose another one.',
    'name-required': 'Choose a name.',
    'bad-request': 'This e-mail address is not complete.',
    conflict: 'This address has an account already. Sign in with it, or choose another address.',
    rules: 'Read and accept the rules of the house. They may have changed meanwhile.',
    'wrong-code': 'This code is not right, or no longer works. Ask for another one.',
    'too-many': 'Many tries in a short time. Wait a little, then try again.',
    'mail-failed': 'The mail could not be sent. Check the address, then try again.',
  },
  failed: 'That did not work. Try again in a moment.',
};
