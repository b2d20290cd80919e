import type { Strictness } from '../../../../server/protocol/library.ts';
import { translator } from '../../locales/index.ts';
import words from '../../locales/library-entry.ts';

const t = translator(words);
export const STRICTNESSES = ['literal', 'normal', 'strict'] as const satisfies readonly Strictness[];

/** How much of a disguise is seen through, as its name. */
export const strictnessName = (strictness: Strictness) => t(strictness);

/** The same, with what it means. */
export const strictnessHint = (strictness: Strictness) =>
  t(({ literal: 'literalHint', normal: 'normalHint', strict: 'strictHint' } as const)[strictness]);
