import type { FirstWords } from './words.ts';

const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const words: FirstWords = {
  title: 'Ask the community',
  invitation: 'A question? Ask the community',
  open: (unread, told) =>
    `Open the chat${unread ? `, ${some(unread, 'unread message', 'unread messages')}` : ''}${told ? `, ${some(told, 'question', 'questions')} waiting` : ''}`,
  close: 'Close the chat',
  back: 'Back to the conversations',
  here: (people) => some(people, 'person here', 'people here'),
  tabs: { label: 'Conversations', page: 'This page', site: 'The site', mine: 'Mine' },
  list: {
    loading: 'Loading the conversations',
    empty: {
      page: 'Nobody has asked on this page yet. Ask the first question: other customers will answer here.',
      site: 'Questions asked anywhere on the site will appear here. Start by asking yours.',
      mine: 'Your questions and the conversations you answer will be kept here. Ask your first question below.',
    },
    emptyClosed: 'No conversation for now.',
    failed: 'The conversations could not be loaded.',
    again: 'Try again',
    more: 'Show earlier conversations',
    answers: (count) => (count ? some(count, 'answer', 'answers') : 'Waiting for an answer'),
    accepted: 'Answer accepted',
    closed: 'Closed',
    unpublished: 'Only you see it',
    hiddenQuestion: 'Question hidden',
    waiting: (count) => `${some(count, 'message', 'messages')} to read`,
  },
  conversation: {
    participants: (count) => some(count, 'participant', 'participants'),
    waitingSince: (when) => `Waiting for an answer · ${when}`,
    goneTitle: 'Conversation deleted',
  },
  message: {
    you: 'You',
    sending: 'Sending',
    kept: 'Kept here, sent once reconnected',
  },
  composer: {
    label: 'Your message',
    ask: 'Ask your question',
    send: 'Send',
    name: 'Your first name or nickname',
    visible: 'Visible to everyone. No order or phone number.',
    personal: {
      phone: 'Everyone will read this. Leave out your phone number?',
      email: 'Everyone will read this. Leave out your e‑mail address?',
      iban: 'Everyone will read this. Leave out your bank details?',
      card: 'Everyone will read this. Leave out your card number?',
    },
    left: (count) => some(count, 'character left', 'characters left'),
    tooLong: 'This message is too long: 4,000 characters at most.',
    askClosed: 'Questions are closed for now. You can read the conversations.',
  },
  refusals: {
    'name-required': 'Choose a first name or nickname to sign your message.',
  },
  connection: {
    offline: 'Reconnecting… your messages are kept.',
    connecting: 'Connecting…',
    refused: 'The chat is not available on this page for now.',
  },
};
