import type { NoticeWords } from './words.ts';

export const words: NoticeWords = {
  question: (page) => `A question is waiting for an answer: ${page}`,
  reminder: (page) => `This question is still waiting: ${page}`,
  questions: (count) => `${count} questions are waiting for an answer`,
  questionLine: (page, waited) => `${page}, for ${waited}`,
  asked: (name, waited) => `${name} asked it ${waited} ago. Nobody has answered yet.`,
  answerIt: 'Answer',
  seeQuestions: 'See the questions',
  answered: (name) => `${name} answered your question`,
  wrote: (name) => `${name} wrote in a conversation you follow`,
  answers: (count) => `${count} answers are waiting for you`,
  onPage: (page) => `It was on the page “${page}”.`,
  readAnswer: 'Read the answer',
  alert: (name) => `Alert from ${name}`,
  alerts: (count) => `${count} alerts are waiting`,
  alertHint: 'A moderator asks you to look at once, and nobody is in the back office.',
  seeAlerts: 'See the alerts',
  alertAnswered: 'Your alert has an answer',
  alertAnsweredHint: 'A community manager has read it and answered you.',
  seeAnswer: 'Read the answer',
  promoted: (site) => `${site} offers you a new role`,
  promotedHint: 'Open the chat on the shop: the offer is waiting there.',
  seeOffer: 'Open the shop',
  hidden: (count) =>
    count === 1 ? 'Your message has been hidden' : `${count} of your messages have been hidden`,
  hiddenHint:
    'Several people reported it, and a moderator will look. The chat says why, and what you can do.',
  seeWhy: 'See why',
  lasting: (minutes) => {
    if (minutes < 60) return `${Math.max(1, minutes)} min`;
    const hours = Math.floor(minutes / 60);
    if (hours < 48) return `${hours} h`;
    return `${Math.floor(hours / 24)} days`;
  },
  footer: {
    questions: (site) => `You answer the questions of ${site}’s customers.`,
    answers: (site) => `You take part in the community of ${site}.`,
    alerts: (site) => `You watch over the exchanges of ${site}.`,
    news: (site) => `You take part in the community of ${site}.`,
    follow: (site) => `You asked to be told of answers, on ${site}.`,
  },
  stop: 'No longer receive these messages',
  stopFollow: 'No longer be told of this conversation',
  confirm: {
    title: 'Confirm your address',
    hint: (site) =>
      `Somebody gave this address on ${site} to be told of an answer. If it was you, confirm it. It will be forgotten when the conversation is over.`,
    button: 'Confirm my address',
    footer: 'If it was not you, do nothing: nothing will be sent to this address.',
  },
};
