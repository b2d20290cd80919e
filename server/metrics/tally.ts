/** Counts by a word. What comes once there are `room` words is counted under `other`: a label never grows. */
export type Tally = { add(word: string | number): void; entries(): [word: string, count: number][] };

export function createTally(room: number): Tally {
  const counts = new Map<string | number, number>();
  return {
    add(word) {
      const known = counts.has(word) || counts.size < room;
      const key = known ? word : 'other';
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    entries: () => [...counts].map(([word, count]) => [String(word), count]),
  };
}
