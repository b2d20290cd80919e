import type { ReasonKind, RefusalCode, ReportReason, Role } from '../../server/protocol/frames.ts';
import type { PersonalData } from '../client/personal-data.ts';
import type { ExchangeWords } from './exchange-words.ts';

type Named<Key extends string> = Record<Key, string>;

/** Every word the widget shows, in one language, loaded alone; a conversation's own when one is opened. */
export type Words = FirstWords & ConversationWords;

export type FirstWords = {
  title: string;
  invitation: string;
  open: (unread: number, told: number) => string;
  close: string;
  back: string;
  here: (people: number) => string;
  tabs: { label: string; page: string; site: string; mine: string };
  list: {
    loading: string;
    empty: { page: string; site: string; mine: string };
    emptyClosed: string;
    failed: string;
    again: string;
    more: string;
    answers: (count: number) => string;
    accepted: string;
    closed: string;
    unpublished: string;
    hiddenQuestion: string;
    waiting: (count: number) => string;
  };
  conversation: {
    participants: (count: number) => string;
    waitingSince: (when: string) => string;
    goneTitle: string;
  };
  message: {
    you: string;
    sending: string;
    kept: string;
  };
  composer: {
    label: string;
    ask: string;
    send: string;
    name: string;
    visible: string;
    personal: Named<PersonalData>;
    left: (count: number) => string;
    tooLong: string;
    askClosed: string;
  };
  /** What needs no answer of the server. */
  refusals: Named<'name-required'>;
  connection: { offline: string; connecting: string; refused: string };
};

export type ConversationWords = {
  exchange: ExchangeWords;
  refusals: Named<Exclude<RefusalCode, 'name-required'>>;
  conversation: {
    messages: string;
    askedOn: string;
    askedHere: string;
    loading: string;
    seeOthers: string;
    gone: string;
    newMessages: string;
    typing: (names: string[]) => string;
    taking: (name: string) => string;
    announced: (author: string, text: string) => string;
  };
  message: {
    roles: Named<Exclude<Role, 'visitor'>>;
    /** Beside the name of who the shop itself vouches for. */
    verified: string;
    held: (kind: ReasonKind | null) => string;
    heldForModerator: (author: string) => string;
    reasons: Named<ReasonKind>;
    flagged: (reasons: string) => string;
    /** What follows is the reason a moderator gave, or one of `rejectedFor`. */
    rejected: (why: string | null) => string;
    rejectedFor: Named<ReasonKind>;
    editAndSend: string;
    hiddenMine: string;
    hidden: string;
    byReports: string;
    removed: string;
    notSent: string;
    retry: string;
    discard: string;
  };
  composer: {
    reply: string;
    addDetail: string;
    onlyExperts: string;
    closed: string;
    readFirst: string;
  };
  report: {
    button: string;
    question: string;
    reasons: Named<ReportReason>;
    cancel: string;
    done: string;
    failed: string;
  };
};
