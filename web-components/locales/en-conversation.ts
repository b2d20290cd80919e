import { exchange } from './en-exchange.ts';
import type { ConversationWords } from './words.ts';

export const words: ConversationWords = {
  conversation: {
    messages: 'Messages',
    askedOn: 'Page the question was asked on',
    askedHere: 'Asked on this page',
    loading: 'Loading the conversation',
    seeOthers: 'See the other conversations',
    gone: 'This conversation is no longer available.',
    newMessages: 'New messages',
    typing: (names) =>
      names.length === 1
        ? `${names[0]} is writing…`
        : names.length === 2
          ? `${names[0]} and ${names[1]} are writing…`
          : 'Several people are writing…',
    taking: (name) => `${name} is preparing an answer…`,
    announced: (author, text) => `${author}: ${text}`,
  },
  exchange,
  refusals: {
    'bad-request': 'This message could not be sent. Reload the page, your text is kept.',
    'invalid-text':
      'This text cannot be sent. Check that it is not empty or too long, with ten links at most.',
    'name-refused': 'This name cannot be used here. Choose another one.',
    'only-experts-answer': 'Only experts answer here. You can ask a question of your own.',
    'conversation-closed': 'This conversation was closed. You can ask a new question.',
    'not-found': 'This conversation is no longer available.',
    conflict: 'This message was dealt with already.',
    'too-many': 'Many messages in a short time. Wait a moment, then send again.',
    banned: 'You can no longer write on this site.',
    blocked: 'Writing is closed from your connection.',
    busy: 'The chat is very busy. Send your message again in a moment.',
    'reply-gone': 'The message you reply to is no longer shown. Send yours on its own if you like.',
  },
  message: {
    roles: { expert: 'Expert', moderator: 'Moderator', manager: 'Community manager' },
    verified: 'Verified customer',
    held: (kind) => `${HELD[kind ?? 'filter-error']} Only you see this message for now.`,
    heldForModerator: (author) => `Waiting to be read. Only ${author} and moderators see it.`,
    reasons: {
      term: 'word of the library',
      link: 'link',
      'personal-data': 'personal data',
      repetition: 'repetition',
      pace: 'messages in quick succession',
      newcomer: 'first message',
      shouting: 'capitals',
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
      newcomer: 'a moderator set it aside.',
      shouting: 'it is written in capitals.',
      'filter-error': 'a moderator set it aside.',
    },
    editAndSend: 'Edit and send again',
    hiddenMine: 'Your message was hidden',
    hidden: 'Message hidden',
    byReports: 'reported',
    removed: 'Message removed',
    notSent: 'Not sent.',
    retry: 'Send again',
    discard: 'Delete',
  },
  composer: {
    reply: 'Reply to the conversation',
    addDetail: 'Add a detail',
    onlyExperts: 'Only experts answer here. You can ask a question of your own.',
    closed: 'This conversation is closed. You can ask a new question.',
    readFirst: 'Your question is being read first. You can add to it afterwards.',
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
    cancel: 'Cancel',
    done: 'Thank you, a moderator will look.',
    failed: 'The report did not go through. Try again.',
  },
};

const HELD = {
  term: 'A moderator reads your message before it is published.',
  link: 'A moderator checks links before they are published.',
  'personal-data': 'This message seems to hold personal information. A moderator reads it to protect you.',
  repetition: 'This message resembles another one. A moderator reads it before it is published.',
  pace: 'Several messages in quick succession: a moderator reads this one.',
  newcomer: 'A moderator reads your first messages before they are published.',
  shouting: 'A message in capitals: a moderator reads it before it is published.',
  'filter-error': 'A moderator reads your message before it is published.',
};
