import { words as en } from './words-en.ts';
import { words as fr } from './words-fr.ts';

/** What notices say. `page`: the product or the page's title; `site`: the brand's name. Never a message's text. */
export type NoticeWords = {
  question: (page: string) => string;
  reminder: (page: string) => string;
  questions: (count: number) => string;
  /** One line of several: where, and how long it has waited. */
  questionLine: (page: string, waited: string) => string;
  asked: (name: string, waited: string) => string;
  answerIt: string;
  seeQuestions: string;
  answered: (name: string) => string;
  wrote: (name: string) => string;
  answers: (count: number) => string;
  onPage: (page: string) => string;
  readAnswer: string;
  alert: (name: string) => string;
  alerts: (count: number) => string;
  alertHint: string;
  seeAlerts: string;
  alertAnswered: string;
  alertAnsweredHint: string;
  seeAnswer: string;
  promoted: (site: string) => string;
  promotedHint: string;
  seeOffer: string;
  hidden: (count: number) => string;
  hiddenHint: string;
  seeWhy: string;
  /** How long, in minutes. */
  lasting: (minutes: number) => string;
  footer: Record<'questions' | 'answers' | 'alerts' | 'news' | 'follow', (site: string) => string>;
  stop: string;
  stopFollow: string;
  confirm: {
    title: string;
    hint: (site: string) => string;
    button: string;
    footer: string;
  };
};

export const NOTICE_WORDS = { fr, en };
