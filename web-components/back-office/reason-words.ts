import type { ReasonKind, ReasonView } from '../../server/protocol/frames.ts';
import { translator } from './locales/index.ts';
import words from './locales/reasons.ts';

const t = translator(words);
type Known = keyof (typeof words)['en'];
export type ReasonTag = { text: string; tone: 'warn' | 'danger' };

const GRAVE: readonly string[] = ['insult', 'slur', 'sexual', 'threat', 'scam'];
/** A category of the site's own is shown as its people wrote it. */
export const categoryWords = (category: string) => (category in words.en ? t(category as Known) : category);

/** One tag a reason, the same said twice only once. */
export function reasonTags(reasons: readonly ReasonView[]): ReasonTag[] {
  const tags = new Map(reasons.map((reason) => [tagWords(reason), toneOf(reason)]));
  return [...tags].map(([text, tone]) => ({ text, tone }));
}

function tagWords({ kind, category, entry }: ReasonView): string {
  if (kind === 'link' && category in LINK_WORDS)
    return entry ? `${categoryWords(category)} → ${entry}` : categoryWords(category);
  if (kind === 'link') return entry ? `${t('link')} → ${entry}` : t('link');
  return FIXED.includes(kind) ? t(kind as Known) : categoryWords(category);
}

/** Links found by what they are, not by an entry alone. */
const LINK_WORDS = { lookalike: true, shortener: true, unreadable: true };
const FIXED: readonly ReasonKind[] = ['repetition', 'pace', 'newcomer', 'shouting', 'filter-error'];
const toneOf = ({ category }: ReasonView): ReasonTag['tone'] =>
  GRAVE.includes(category) ? 'danger' : 'warn';
