/** Which two versions the address bar compares. No DOM. */
export type Pair = { from: number; to: number };

/** The two of an address, null when it names none. */
export function pairOf(query: URLSearchParams): Pair | null {
  const from = wholeNumber(query.get('from'));
  const to = wholeNumber(query.get('to'));
  return from === null || to === null ? null : { from, to };
}

function wholeNumber(value: string | null): number | null {
  return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : null;
}
