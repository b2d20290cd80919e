import type { ClientRecord } from './history.ts';

/** Milliseconds from each intent to its first acknowledgement, whatever happened between. */
export function acknowledgementTimes(records: ClientRecord[]): number[] {
  return records.flatMap(({ entries }) => {
    const writtenAt = new Map<string, number>();
    return entries.flatMap((entry) => {
      if (entry.kind === 'invoke') writtenAt.set(entry.clientMessageId, entry.at);
      if (entry.kind !== 'ok') return [];
      const at = writtenAt.get(entry.clientMessageId);
      writtenAt.delete(entry.clientMessageId);
      return at === undefined ? [] : [entry.at - at];
    });
  });
}

/** Milliseconds from each end of a living connection to the next welcome. */
export function reconnectTimes(records: ClientRecord[]): number[] {
  return records.flatMap(({ entries }) => {
    let closedAt: number | null = null;
    let isWelcome = false;
    return entries.flatMap((entry) => {
      if (entry.kind === 'closed' && isWelcome) {
        closedAt = entry.at;
        isWelcome = false;
      }
      if (entry.kind !== 'welcome') return [];
      isWelcome = true;
      const since = closedAt;
      closedAt = null;
      return since === null ? [] : [entry.at - since];
    });
  });
}

/** Intents that a connection's end left without an answer, written before `before`. */
export function leftUnknown(records: ClientRecord[], before: number): string[] {
  return records.flatMap(({ entries }) => {
    const early = new Set(
      entries.flatMap((entry) =>
        entry.kind === 'invoke' && entry.at < before ? [entry.clientMessageId] : [],
      ),
    );
    return entries.flatMap((entry) =>
      entry.kind === 'unknown' && early.has(entry.clientMessageId) ? [entry.clientMessageId] : [],
    );
  });
}
