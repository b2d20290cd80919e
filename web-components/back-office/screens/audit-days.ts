/** Entries by calendar day, in the order they came: the start of each day, and what happened in it. No DOM. */
export function byDay<Entry extends { at: number }>(entries: readonly Entry[]): [day: number, Entry[]][] {
  const days: [number, Entry[]][] = [];
  for (const entry of entries) {
    const day = new Date(entry.at).setHours(0, 0, 0, 0);
    const last = days.at(-1);
    if (last?.[0] === day) last[1].push(entry);
    else days.push([day, [entry]]);
  }
  return days;
}
