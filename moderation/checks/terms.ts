import type { Matcher } from '../matcher.ts';
import type { Cell } from '../normalize.ts';
import type { Reason } from '../verdict.ts';

/** The library's forbidden words and phrases, whatever they are disguised as. */
export function checkTerms(
  text: string,
  cells: () => Cell[],
  language: string | null,
  matcher: Matcher,
): Reason[] {
  const { found, unread } = matcher.find(text, cells, language);
  const reasons = new Map<string, Reason>();
  for (const { term, span, disguise } of found) {
    const key = `${term.category}\n${term.text}`;
    const reason = reasons.get(key);
    if (reason) reason.spans.push(span);
    else
      reasons.set(key, {
        kind: 'term',
        category: term.category,
        entry: term.text,
        effect: term.effect,
        spans: [span],
        disguise,
      });
  }
  return unread ? [...reasons.values(), unreadable()] : [...reasons.values()];
}

/** Made of so many ambiguous signs that it could not be read to its end: a person reads it. */
function unreadable(): Reason {
  return { kind: 'term', category: 'unreadable', entry: null, effect: 'hold', spans: [] };
}
