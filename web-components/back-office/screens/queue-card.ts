import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { QueueItem } from '../../../server/protocol/back-office.ts';
import type { Api } from '../api.ts';
import { disguiseWords } from '../disguise-words.ts';
import { icon } from '../icons/index.ts';
import { locale, translator } from '../locales/index.ts';
import fixWords from '../locales/library-fix.ts';
import words from '../locales/queue.ts';
import { earlierTexts } from '../parts/earlier-texts.ts';
import { highlightedText } from '../parts/highlighted-text.ts';
import type { CardAct, Offer } from '../queue-acts.ts';
import { shortTime } from '../time.ts';
import { webUrl } from '../web-url.ts';
import { verifiedWord } from './verified-word.ts';
import './queue-fix.ts';
import type { FixDone } from './queue-fix.ts';
import { tags } from './queue-list.ts';
import { signals } from './queue-signals.ts';
import { recordLine } from './record-line.ts';

const t = translator(words);
const f = translator(fixWords);
export type CardModel = {
  item: QueueItem;
  offers: readonly Offer[];
  conversationUrl: string | null;
  /** Where the library is mended from; null for who may not. */
  fixBy: Api | null;
  onAct: (act: CardAct) => void;
  onFixed: (event: CustomEvent<FixDone>) => void;
  onBack: () => void;
};

/** One message and its whole story, so that nobody must click to decide. */
export function queueCard(model: CardModel) {
  const { item } = model;
  const spans = item.message.reasons.flatMap((reason) => reason.spans);
  return html`<button class="button quiet small back" type="button" @click=${model.onBack}>${icon('left')} ${t('back')}</button>
    <article class="surface card" tabindex="-1" aria-labelledby="card-title">
      <h2 class="visually-hidden" id="card-title">${t('card', { name: item.message.author.name })}</h2>
      ${context(item.before, t('before'))} ${whereAndWhen(item)}
      <p class="message">${highlightedText(item.message.text, spans)}</p>
      ${earlierTexts(item.message.earlier)}
      ${item.message.state === 'hidden' ? html`<p class="muted small">${t('hiddenNow')}</p>` : nothing}
      <div class="row-tags" role="group" aria-label=${t('why')}>${tags(item)}</div>
      ${disguises(item)} ${fixes(model)}
      ${signals(item)} ${context(item.after, t('after'))}
      ${model.conversationUrl ? html`<p class="small"><a href=${model.conversationUrl}>${t('openConversation')}</a></p>` : nothing}
    </article>
    ${decide(model)}`;
}

function context(lines: QueueItem['before'], label: string) {
  if (lines.length === 0) return nothing;
  return html`<ul class="context" aria-label=${label}>
    ${lines.map(({ authorName, role, text }) => html`<li><strong>${authorName}</strong> ${role === 'visitor' ? '·' : html`${t(role)} ·`} ${text}</li>`)}
  </ul>`;
}

function whereAndWhen({ message, author, conversation: { page } }: QueueItem) {
  const url = webUrl(page.url);
  const name = page.productName || page.title || page.url;
  const place = url ? html`<a href=${url} target="_blank" rel="noreferrer">${name}</a>` : name;
  return html`<div><p class="where muted">
    <strong>${message.author.name}</strong> ${message.author.verified ? html`<span class="pill">${verifiedWord()}</span>` : nothing} · ${t('on')} ${place} ·
    <time datetime=${new Date(message.createdAt).toISOString()}>${shortTime(message.createdAt, Date.now(), locale())}</time>
    </p>
    <p class="muted small">${recordLine(author)}</p></div>`;
}

/** How what was seen was hidden. */
function disguises({ message }: QueueItem) {
  const ways = [...new Set(message.reasons.flatMap(({ disguise = [] }) => disguise))].map(disguiseWords);
  return ways.length === 0
    ? nothing
    : html`<p class="muted small">${f('disguised', { ways: ways.join(', ') })}</p>`;
}

function fixes({ item, fixBy, onFixed }: CardModel) {
  if (!fixBy || item.message.state !== 'held') return nothing;
  return keyed(item.id, html`<bo-queue-fix .api=${fixBy} .item=${item} @bo-fixed=${onFixed}></bo-queue-fix>`);
}

const VERBS = {
  release: 'release',
  reject: 'reject',
  hide: 'hide',
  restore: 'restore',
  remove: 'remove',
  keep: 'keep',
  block: 'block',
  alert: 'alertAct',
} as const;
const TONES: Partial<Record<CardAct, string>> = {
  release: 'primary',
  keep: 'primary',
  restore: 'primary',
  reject: 'danger',
  hide: 'danger',
  remove: 'danger',
};

function decide({ item, offers, onAct }: CardModel) {
  const takesReason = offers.some(({ act }) => act === 'reject' || act === 'hide');
  const waitsForManager = item.message.state === 'held' && !offers.some(({ act }) => act === 'release');
  return html`${waitsForManager ? html`<p class="muted">${t('onlyManagers')}</p>` : nothing}
    <div class="row acts" role="group" aria-label=${t('actions')}>
      ${offers.map((offer) => actButton(item, offer, onAct))}
    </div>
    ${takesReason ? keyed(item.id, reasonField()) : nothing}
    <p class="keys muted small"><kbd>J</kbd> <kbd>K</kbd> ${t('keys')} <kbd>Z</kbd> ${t('undoKey')}</p>`;
}

const reasonField = () => html`<div class="field reason">
  <label for="reason">${t('reason')}</label>
  <input class="input" id="reason" maxlength="500" autocomplete="off" />
</div>`;

function actButton(item: QueueItem, { act, key }: Offer, onAct: (act: CardAct) => void) {
  const stays = act === 'keep' && item.message.state === 'hidden';
  const tone = stays ? '' : (TONES[act] ?? '');
  return html`<button class="button ${tone}" type="button" aria-keyshortcuts=${key} @click=${() => onAct(act)}>
    ${t(stays ? 'keepHidden' : VERBS[act])} <kbd aria-hidden="true">${key}</kbd>
  </button>`;
}
