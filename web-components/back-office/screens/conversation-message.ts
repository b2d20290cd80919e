import { html, nothing, type TemplateResult } from 'lit';
import type { ConversationDetail } from '../../../server/protocol/back-office.ts';
import type { ModerationAct } from '../../../server/protocol/frames.ts';
import words from '../locales/conversations.ts';
import { translator } from '../locales/index.ts';
import { earlierTexts } from '../parts/earlier-texts.ts';
import { highlightedText } from '../parts/highlighted-text.ts';
import { portrait } from '../parts/portrait.ts';
import { when } from '../parts/when.ts';
import { categoryWords } from '../reason-words.ts';
import { MESSAGE_WORD } from './conversation-states.ts';
import { verifiedWord } from './verified-word.ts';

const t = translator(words);
type Message = ConversationDetail['messages'][number];
type Do = (id: string, authorName: string, act: ModerationAct) => void;

const LABELS = {
  release: ['release', 'releaseOf'],
  reject: ['reject', 'rejectOf'],
  hide: ['hide', 'hideOf'],
  restore: ['restoreMessage', 'restoreOf'],
  remove: ['remove', 'removeOf'],
} as const satisfies Record<ModerationAct, readonly [string, string]>;

/** A message as moderators see it: its state, what the filter saw, and the acts open to them. */
export function conversationMessage(
  message: Message,
  acts: readonly ModerationAct[],
  act: Do,
  isAccepted: boolean,
): TemplateResult {
  const { author, state } = message;
  const reason = 'reason' in message ? message.reason : null;
  return html`<li class="message ${state}">
    <p class="byline">
      ${portrait(author.picture)}<strong>${author.name}</strong>
      ${author.role === 'visitor' ? nothing : html`<span class="pill accent">${t(author.role)}</span>`}
      ${author.verified ? html`<span class="pill">${verifiedWord()}</span>` : nothing}
      <span class="muted small">${when(message.createdAt)}</span>
      ${state === 'published' ? nothing : html`<span class="pill ${state === 'held' ? 'warn' : 'danger'}">${t(MESSAGE_WORD[state])}</span>`}
      ${isAccepted ? html`<span class="pill accent">${t('acceptedAnswer')}</span>` : nothing}
      ${message.editedAt ? html`<span class="muted small">${t('edited')}</span>` : nothing}
      ${message.thanks ? html`<span class="muted small">${t('thanks', { count: message.thanks })}</span>` : nothing}
      ${message.address ? html`<span class="muted small address">${message.address}</span>` : nothing}
    </p>
    <p class="text">${highlightedText(message.text, spansOf(message))}</p>
    ${earlierTexts(message.earlier)}
    ${reason ? html`<p class="small muted">${t('because', { reason: categoryWords(reason) })}</p>` : nothing}
    ${actButtons(message, acts, act)}
  </li>`;
}

function actButtons({ id, author }: Message, acts: readonly ModerationAct[], act: Do) {
  if (acts.length === 0) return nothing;
  return html`<div class="row acts">${acts.map((what) => {
    const [label, full] = LABELS[what];
    const tone = what === 'release' || what === 'restore' ? '' : 'danger';
    return html`<button class="button small quiet ${tone}" type="button" aria-label=${t(full, { name: author.name })}
      @click=${() => act(id, author.name, what)}>${t(label)}</button>`;
  })}</div>`;
}

function spansOf(message: Message) {
  const reasons = 'reasons' in message ? (message.reasons ?? []) : [];
  return reasons.flatMap(({ spans }) => spans);
}
