import type { NotificationsWords } from './words.ts';

export const words: NotificationsWords = {
  label: 'Notifications',
  loading: 'Loading your settings',
  failed: 'Your settings could not be loaded.',
  again: 'Try again',
  push: 'On your devices',
  pushHint: 'A notification, even when the shop is closed.',
  devices: (count) =>
    count === 0 ? 'No device yet.' : `${count} ${count === 1 ? 'device tells' : 'devices tell'} you.`,
  device: 'Set up this device',
  mail: 'E-mail',
  mailTo: (address) => `To ${address}, when no device can tell you.`,
  noAddress: 'Your address is not confirmed: sign in once by a link you get by e-mail.',
  notConfigured: 'This site sends no e-mail.',
  wishes: { immediate: 'At once', digest: 'Once a day', none: 'Never' },
  wishHints: {
    immediate: 'One e-mail every ten minutes at most.',
    digest: 'Questions at 9 a.m., together. The rest at once.',
    none: 'No e-mail, not even for an alert.',
  },
  subjects: 'Write to me about',
  subject: {
    questions: 'Waiting questions',
    answers: 'Answers to my questions',
    alerts: 'Alerts',
    news: 'My role in the community',
  },
  saved: 'Saved',
  notSaved: 'This could not be saved. Try again.',
};
