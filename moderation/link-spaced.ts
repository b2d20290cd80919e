import type { Disguise } from './disguise.ts';
import type { PlainText } from './plain-text.ts';

/** What the reading is called in a reason. */
export const SPACED: Disguise = 'spaced letters';

const TOKEN = String.raw`(?:d[o0]t|p[o0]int|[.·]?[\p{L}\p{N}][.·]?|[.·/@?=&#%:-])`;
/** Single characters with a blank or a star between them, three and more of them. */
const RUN = new RegExp(
  String.raw`(?<![^\s(«"'[])${TOKEN}(?:[\s_*]{1,2}${TOKEN}(?![^\s_*,;:!?)»"'\]])){2,120}`,
  'gu',
);
const TOKENS = new RegExp(TOKEN, 'gu');

/** The text with its spaced-out runs closed up (`e v i l . c o m`), or null when there is none with a dot. */
export function closeUp(plain: PlainText): PlainText | null {
  const { text } = plain;
  const kept: number[] = [];
  let closed = '';
  let from = 0;
  for (const run of text.matchAll(RUN)) {
    if (!/[.·]|d[o0]t|p[o0]int/.test(run[0])) continue;
    closed += text.slice(from, run.index);
    pushRange(kept, from, run.index);
    for (const token of run[0].matchAll(TOKENS)) {
      const isWord = token[0].length > 2;
      closed += isWord ? '.' : token[0];
      pushRange(kept, run.index + token.index, run.index + token.index + (isWord ? 1 : token[0].length));
    }
    from = run.index + run[0].length;
  }
  if (from === 0) return null;
  pushRange(kept, from, text.length);
  return {
    text: closed + text.slice(from),
    spanOf: (start, end) => plain.spanOf(kept[start]!, kept[end - 1]! + 1),
    isUpper: (at) => plain.isUpper(kept[at] ?? -1),
    disguisesIn(start, end) {
      const [first, last] = [kept[start]!, kept[end - 1]!];
      return [...(last - first > end - 1 - start ? [SPACED] : []), ...plain.disguisesIn(first, last + 1)];
    },
  };
}

function pushRange(kept: number[], from: number, to: number): void {
  for (let at = from; at < to; at++) kept.push(at);
}
