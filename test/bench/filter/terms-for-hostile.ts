import { starterTerms } from '../../../moderation/index.ts';
import { madeUpTerms } from './made-up-terms.ts';

/** Ten thousand terms, our starter vocabularies among them: what the hostile pieces are made to resemble. */
export function termsForHostile(count = 10_000): string[] {
  const starter = [...starterTerms('fr'), ...starterTerms('en')].map(({ text }) => text);
  const terms = new Set([...starter, ...madeUpTerms(count)]);
  return [...terms].slice(0, count);
}
