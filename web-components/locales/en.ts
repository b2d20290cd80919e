import type { FirstWords } from './words.ts';

const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const words: FirstWords = {
  title: 'Ask the community',
  invitation: 'A question? Ask the community',
  open: (unread) =>
    unread
      ? `Open the chat, ${some(unread, 'unread message', 'unread messages')}`
      : 'Open the community chat',
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
    'bad-request': 'This message could not be sent. Reload the page, your text is kept.',
    'invalid-text':
      'This text cannot be sent. Check that it is not empty or too long, with ten links at most.',
    'name-required': 'Choose a first name or nickname to sign your message.',
    'name-refused': 'This name cannot be used here. Choose another one.',
    'only-experts-answer': 'Only experts answer here. You can ask a question of your own.',
    'conversation-closed': 'This conversation was closed. You can ask a new question.',
    'not-found': 'This conversation is no longer available.',
    conflict: 'This message was dealt with already.',
    'too-many': 'Many messages in a short time. Wait a moment, then send again.',
    banned: 'You can no longer write on this site.',
    blocked: 'Writing is closed from your connection.',
    busy: 'The chat is very busy. Send your message again in a moment.',
  },
  connection: {
    offline: 'Reconnecting… your messages are kept.',
    connecting: 'Connecting…',
    refused: 'The chat is not available on this page for now.',
  },
};
