import type { EntryKey } from '../../db/library-hits.ts';
import type { Verdict } from '../../moderation/index.ts';
import type { ReasonView } from '../protocol/frames.ts';

/** The reasons of a verdict as they are kept with the message and shown to who moderates. */
export function storedReasons(verdict: Verdict): ReasonView[] {
  return verdict.reasons.map(({ kind, category, entry, spans, disguise }) => ({
    kind,
    category,
    entry,
    spans,
    ...(disguise && disguise.length > 0 ? { disguise } : {}),
  }));
}

/** The library's entries among these reasons, each once. */
export function entriesIn(reasons: ReasonView[]): EntryKey[] {
  const keys = new Map<string, EntryKey>();
  for (const { kind, entry } of reasons) {
    if (entry !== null && (kind === 'term' || kind === 'link')) {
      keys.set(`${kind} ${entry}`, { kind, text: entry });
    }
  }
  return [...keys.values()];
}
