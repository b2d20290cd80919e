import type { LibraryCategory } from '../../../../server/protocol/library.ts';
import { categoryWords } from '../../reason-words.ts';

/** The category somebody means: one there is by its name or as it is shown, whatever the capitals, else a new one. */
export function categoryNamed(typed: string, categories: readonly LibraryCategory[]): string {
  const wanted = typed.trim();
  const folded = wanted.toLowerCase();
  const known = categories.find(
    ({ name }) => name.toLowerCase() === folded || categoryWords(name).toLowerCase() === folded,
  );
  return known?.name ?? wanted;
}
