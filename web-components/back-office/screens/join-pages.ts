/** What one page of a list and the next hold together: each once, where it came first. */
export function joinPages<Item>(items: Item[], more: Item[], keyOf: (item: Item) => string): Item[] {
  const known = new Set(items.map(keyOf));
  return [...items, ...more.filter((item) => !known.has(keyOf(item)))];
}
