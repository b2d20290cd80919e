/** What the server thinks of entries, sorted by what it means for saving them. No DOM. */
import type { EntryWarning, WarningCode } from '../../../../server/protocol/library.ts';

/** They change nothing: the server leaves these entries as they are. */
const HARMLESS: readonly WarningCode[] = ['already-there', 'twice-in-list'];

export type NamedWarning = EntryWarning & { text: string };
export type SortedWarnings = { refused: NamedWarning[]; doubtful: NamedWarning[]; harmless: NamedWarning[] };

/** What cannot be saved, what asks for a second look, and what does no harm. */
export function sortWarnings(warnings: readonly EntryWarning[], texts: readonly string[]): SortedWarnings {
  const named = warnings.map((warning) => ({ ...warning, text: texts[warning.index] ?? '' }));
  const isHarmless = ({ code }: NamedWarning) => HARMLESS.includes(code);
  const grave = named.filter((warning) => !isHarmless(warning));
  return {
    refused: grave.filter(({ weight }) => weight === 'refused'),
    doubtful: grave.filter(({ weight }) => weight === 'doubtful'),
    harmless: named.filter(isHarmless),
  };
}
