/** A month as its text, `2030-05`, with its first moment and the first moment after it, by UTC. */
export type Month = { text: string; from: number; until: number };

export function monthAt(at: number): Month {
  const date = new Date(at);
  return monthFrom(date.getUTCFullYear(), date.getUTCMonth());
}

/** @returns null for what is not a month */
export function monthOf(text: string): Month | null {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? [];
  return year && month ? monthFrom(Number(year), Number(month) - 1) : null;
}

function monthFrom(year: number, month: number): Month {
  const from = Date.UTC(year, month);
  return { text: new Date(from).toISOString().slice(0, 7), from, until: Date.UTC(year, month + 1) };
}
