import type { ConversationRow } from '../../db/schema.ts';
import type { AppContext } from '../context.ts';
import type { Locale } from '../protocol/frames.ts';
import type { Told } from './fate.ts';
import type { About } from './moot.ts';
import { conversationLink, officeLink, shopLink } from './notice-links.ts';
import { NOTICE_WORDS, type NoticeWords } from './words.ts';

/** What is told, apart from how it is sent. No message's text is in it: what has left cannot be taken back. */
export type NoticeContent = { title: string; lines: string[]; link: { label: string; url: string } };

const TITLE = 90;
const LISTED = 12;

type Of<Kind extends About['kind']> = Omit<Told, 'about'> & { about: Extract<About, { kind: Kind }> };

/** One thing for everything of one subject that a person is told together. @param told not empty */
export function contentOf(ctx: AppContext, locale: Locale, told: Told[]): NoticeContent {
  const words = NOTICE_WORDS[locale];
  const newest = told.at(-1)!;
  switch (newest.about.kind) {
    case 'question':
      return questions(ctx, words, ofKind(told, 'question'));
    case 'answer':
      return answers(words, ofKind(told, 'answer'));
    case 'alert':
    case 'alert-answer':
      return alerts(ctx, words, told);
    case 'hidden':
      return hidden(words, ofKind(told, 'hidden'));
    case 'promotion': {
      const { site } = newest;
      const link = { label: words.seeOffer, url: shopLink(site) };
      return { title: words.promoted(site.name), lines: [words.promotedHint], link };
    }
  }
}

function questions(ctx: AppContext, words: NoticeWords, all: Of<'question'>[]): NoticeContent {
  // A reminder beside the first word of the same question is one question.
  const told = [...new Map(all.map((one) => [one.about.conversation.id, one])).values()];
  const now = ctx.clock.now();
  const waited = ({ about }: Of<'question'>) => words.lasting(minutes(now - about.conversation.created_at));
  const [first] = told as [Of<'question'>];
  const { site, about } = first;
  const url = conversationLink(site, about.conversation);
  if (told.length === 1) {
    const title = about.reminder ? words.reminder : words.question;
    return {
      title: title(pageOf(about.conversation)),
      lines: [words.asked(about.askedBy, waited(first))],
      link: { label: words.answerIt, url },
    };
  }
  const listed = told
    .slice(0, LISTED)
    .map((one) => words.questionLine(pageOf(one.about.conversation), waited(one)));
  const rest = told.length > LISTED ? ['…'] : [];
  return {
    title: words.questions(told.length),
    lines: [[...listed, ...rest].join('\n')],
    link: {
      label: words.seeQuestions,
      url: `${ctx.config.publicUrl}/questions/${encodeURIComponent(site.id)}`,
    },
  };
}

/** The link leads to the first of them that is unread: what follows is below it. */
function answers(words: NoticeWords, told: Of<'answer'>[]): NoticeContent {
  const [first] = told as [Of<'answer'>];
  const { site, person, about } = first;
  const { conversation, message } = about;
  const isAsker = conversation.author_id === person.id;
  const one = isAsker ? words.answered(message.author_name) : words.wrote(message.author_name);
  return {
    title: told.length === 1 ? one : words.answers(told.length),
    lines: [words.onPage(pageOf(conversation))],
    link: { label: words.readAnswer, url: conversationLink(site, conversation, message.id) },
  };
}

/** Neither the text nor what was said against it: the chat tells its author alone. */
function hidden(words: NoticeWords, told: Of<'hidden'>[]): NoticeContent {
  const [first] = told as [Of<'hidden'>];
  const { conversation, message } = first.about;
  return {
    title: words.hidden(told.length),
    lines: [words.onPage(pageOf(conversation)), words.hiddenHint],
    link: { label: words.seeWhy, url: conversationLink(first.site, conversation, message.id) },
  };
}

function alerts(ctx: AppContext, words: NoticeWords, told: Told[]): NoticeContent {
  const { site } = told[0]!;
  const url = officeLink(ctx, site, 'alerts');
  const open = ofKind(told, 'alert');
  const [first] = open;
  if (!first) {
    const link = { label: words.seeAnswer, url };
    return { title: words.alertAnswered, lines: [words.alertAnsweredHint], link };
  }
  return {
    title: open.length === 1 ? words.alert(first.about.raisedBy) : words.alerts(open.length),
    lines: [words.alertHint],
    link: { label: words.seeAlerts, url },
  };
}

function ofKind<Kind extends About['kind']>(told: Told[], kind: Kind): Of<Kind>[] {
  return told.filter((one) => one.about.kind === kind) as Of<Kind>[];
}

const minutes = (ms: number): number => Math.floor(ms / 60_000);

/** The product, or what the page calls itself, on one line. */
function pageOf({ product_name: product, page_title: title, page_url: url }: ConversationRow): string {
  const name = (product || title || new URL(url).pathname).replace(/\s+/g, ' ').trim();
  return name.length > TITLE ? `${name.slice(0, TITLE).trimEnd()}…` : name;
}
