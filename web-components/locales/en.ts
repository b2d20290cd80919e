import type { Words } from './words.ts';

const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const words: Words = {
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
    messages: 'Messages',
    participants: (count) => some(count, 'participant', 'participants'),
    waitingSince: (when) => `Waiting for an answer · ${when}`,
    askedOn: 'Page the question was asked on',
    askedHere: 'Asked on this page',
    loading: 'Loading the conversation',
    gone: 'This conversation is no longer available.',
    newMessages: 'New messages',
    typing: (names) =>
      names.length === 1
        ? `${names[0]} is writing…`
        : names.length === 2
          ? `${names[0]} and ${names[1]} are writing…`
          : 'Several people are writing…',
    announced: (author, text) => `${author}: ${text}`,
  },
  message: {
    you: 'You',
    roles: { expert: 'Expert', moderator: 'Moderator', manager: 'Community manager' },
    held: (kind) => `${HELD[kind ?? 'filter-error']} Only you see this message for now.`,
    heldForModerator: (author) => `Waiting to be read. Only ${author} and moderators see it.`,
    reasons: {
      term: 'word of the library',
      link: 'link',
      'personal-data': 'personal data',
      repetition: 'repetition',
      pace: 'messages in quick succession',
      'filter-error': 'filter unavailable',
    },
    flagged: (reasons) => `Noticed: ${reasons}`,
    rejected: (why) => (why ? `This message was not published: ${why}` : 'This message was not published.'),
    rejectedFor: {
      term: 'it holds a word that is not accepted here.',
      link: 'it holds a link that is not accepted here.',
      'personal-data': 'it holds personal information.',
      repetition: 'it repeats another message.',
      pace: 'too many messages in a short time.',
      'filter-error': 'a moderator set it aside.',
    },
    editAndSend: 'Edit and send again',
    hiddenMine: 'Your message was hidden',
    hidden: 'Message hidden',
    removed: 'Message removed',
    sending: 'Sending',
    kept: 'Kept here, sent as soon as the connection is back',
    notSent: 'Not sent.',
    retry: 'Send again',
    discard: 'Delete',
  },
  composer: {
    label: 'Your message',
    ask: 'Ask your question',
    reply: 'Reply to the conversation',
    addDetail: 'Add a detail',
    send: 'Send',
    name: 'Your first name or nickname',
    visible: 'Visible to everyone. No order or phone number.',
    left: (count) => some(count, 'character left', 'characters left'),
    tooLong: 'This message is too long: 4,000 characters at most.',
    onlyExperts: 'Only experts answer here. You can ask a question of your own.',
    askClosed: 'Questions are closed for now. You can read the conversations.',
    closed: 'This conversation is closed. You can ask a new question.',
    readFirst: 'Your question is being read first. You can add to it afterwards.',
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
  report: {
    button: 'Report',
    question: 'What are you reporting?',
    reasons: {
      insult: 'Insult',
      spam: 'Advertising',
      'personal-data': 'Personal data',
      'off-topic': 'Off topic',
      other: 'Something else',
    },
    done: 'Thank you, a moderator will look.',
    failed: 'The report did not go through. Try again.',
  },
  moderation: {
    hide: 'Hide',
    restore: 'Restore',
    release: 'Publish',
    reject: 'Reject',
    alert: 'Alert',
    reason: 'Reason, read by the author (optional)',
    note: 'What should the community managers know?',
    confirm: 'Confirm',
    cancel: 'Cancel',
    alerted: 'The community managers are alerted.',
    failed: 'This did not go through. Try again.',
  },
};

const HELD = {
  term: 'A moderator reads your message before it is published.',
  link: 'A moderator checks links before they are published.',
  'personal-data': 'This message seems to hold personal information. A moderator reads it to protect you.',
  repetition: 'This message resembles another one. A moderator reads it before it is published.',
  pace: 'Several messages in quick succession: a moderator reads this one.',
  'filter-error': 'A moderator reads your message before it is published.',
};
