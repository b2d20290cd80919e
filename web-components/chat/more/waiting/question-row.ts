import { html, nothing } from 'lit';
import type { ConversationView, Locale } from '../../../../server/protocol/frames.ts';
import { pageImage } from '../../page-card.ts';
import { ago, fullTime } from '../../time.ts';
import type { WaitingWords } from './words.ts';

export type QuestionRow = {
  question: ConversationView;
  words: WaitingWords;
  locale: Locale;
  me: string | null;
  now: number;
  /** This person was told of it, and has not opened it yet. */
  isNews: boolean;
  isBusy: boolean;
  open: () => void;
  take: () => void;
  giveBack: () => void;
};

/** One waiting question: where it was asked, what it says, how long it waits, and who is on it. */
export function questionRow(row: QuestionRow) {
  const { question, words, locale, now } = row;
  const { page, createdAt, topic, language } = question;
  return html`<button class="open" @click=${row.open}>
      <span class="place">
        <span class="picture">${pageImage(page)}</span>
        <span class="where">${page.productName || page.title}</span>
      </span>
      <span class="question">${question.question}</span>
      <span class="meta">
        ${row.isNews ? html`<span class="told">${words.told}</span>` : nothing}
        <span><time datetime=${new Date(createdAt).toISOString()} title=${fullTime(createdAt, locale)}>${words.since(ago(createdAt, now, locale))}</time></span>
        ${topic ? html`<span>${topic}</span>` : nothing}
        ${language && language !== locale ? html`<span>${languageName(language, locale)}</span>` : nothing}
      </span>
    </button>
    <div class="act">${act(row)}</div>`;
}

function act({ question, words, me, now, isBusy, take, giveBack }: QuestionRow) {
  const { takenBy } = question;
  if (!takenBy || takenBy.until <= now) {
    return html`<button class="take" ?disabled=${isBusy} @click=${take}>${words.take}</button>`;
  }
  if (takenBy.id !== me) return html`<p>${words.taking(takenBy.name)}</p>`;
  return html`<p class="mine">${words.takenByMe}</p>
    <button class="link" ?disabled=${isBusy} @click=${giveBack}>${words.giveBack}</button>`;
}

/** A language in the words of another: "anglais". */
export function languageName(language: string, locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;
}
