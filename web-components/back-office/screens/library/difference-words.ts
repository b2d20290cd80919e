import type { NewLibraryEntry, VersionDifference } from '../../../../server/protocol/library.ts';
import { translator } from '../../locales/index.ts';
import common from '../../locales/library.ts';
import words from '../../locales/library-versions.ts';
import { categoryWords } from '../../reason-words.ts';
import { badgesOf, effectWords } from './entry-words.ts';

const t = translator(words);
const c = translator(common);

/** The two sides of a difference: everything where the other side is empty, else only what differs. */
export function differenceSides({ before, after }: VersionDifference): { before: string[]; after: string[] } {
  if (!before || !after) return { before: before ? facets(before) : [], after: after ? facets(after) : [] };
  const [left, right] = [facets(before), facets(after)];
  const differs = (facet: string, other: string[]) => !other.includes(facet);
  const sides = {
    before: left.filter((facet) => differs(facet, right)),
    after: right.filter((facet) => differs(facet, left)),
  };
  return {
    before: sides.before.length > 0 ? sides.before : [t('plain')],
    after: sides.after.length > 0 ? sides.after : [t('plain')],
  };
}

/** What an entry says, one thing each. */
function facets(entry: NewLibraryEntry): string[] {
  const { kind, listing, category, effect, note } = entry;
  const own = effect ? effectWords(effect) : t('asCategory');
  return [
    c(`${listing}-${kind}`),
    t('category', { value: categoryWords(category) }),
    ...(listing === 'forbidden' ? [t('effect', { value: own })] : []),
    ...badgesOf(entry),
    ...(note ? [t('note', { value: note })] : []),
  ];
}
