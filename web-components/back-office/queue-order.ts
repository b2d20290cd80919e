/** How the review queue moves under somebody's eyes, without a DOM. */

export type Ordered = { id: string };
export type Shown<Item extends Ordered> = { items: Item[]; newcomers: Item[]; selected: string | null };

/**
 * What to show after a fresh answer: cards keep their places, what was decided elsewhere slides away,
 * newcomers wait until asked for. The first answer, and an empty list, show everything.
 */
export function mergeQueue<Item extends Ordered>(
  shown: Shown<Item> | null,
  fresh: readonly Item[],
): Shown<Item> {
  if (!shown || shown.items.length === 0) {
    return { items: [...fresh], newcomers: [], selected: keep(shown?.selected ?? null, fresh) };
  }
  const byId = new Map(fresh.map((item) => [item.id, item]));
  const items = shown.items.flatMap((item) => byId.get(item.id) ?? []);
  if (items.length === 0) return mergeQueue(null, fresh);
  const known = new Set(items.map(({ id }) => id));
  const newcomers = fresh.filter(({ id }) => !known.has(id));
  return { items, newcomers, selected: selectionAfter(shown, items) };
}

/** Shows who waited, at the end. */
export function showNewcomers<Item extends Ordered>(shown: Shown<Item>): Shown<Item> {
  return { ...shown, items: [...shown.items, ...shown.newcomers], newcomers: [] };
}

/** Takes a decided card away: the next takes its place, the one before when it was the last. */
export function withoutCard<Item extends Ordered>(shown: Shown<Item>, id: string): Shown<Item> {
  const items = shown.items.filter((item) => item.id !== id);
  const left = { ...shown, items, selected: selectionAfter(shown, items) };
  return items.length === 0 ? mergeQueue(null, shown.newcomers) : left;
}

/** The card `steps` further, within the list. */
export function neighbour<Item extends Ordered>(
  { items, selected }: Shown<Item>,
  steps: number,
): string | null {
  const at = items.findIndex(({ id }) => id === selected);
  const next = Math.min(items.length - 1, Math.max(0, at + steps));
  return items[next]?.id ?? null;
}

function selectionAfter<Item extends Ordered>(before: Shown<Item>, items: readonly Item[]): string | null {
  if (items.some(({ id }) => id === before.selected)) return before.selected;
  const at = before.items.findIndex(({ id }) => id === before.selected);
  const left = new Set(items.map(({ id }) => id));
  const next = before.items.slice(at + 1).find(({ id }) => left.has(id));
  return next?.id ?? items.at(-1)?.id ?? null;
}

const keep = (id: string | null, items: readonly Ordered[]) =>
  items.some((item) => item.id === id) ? id : (items[0]?.id ?? null);
