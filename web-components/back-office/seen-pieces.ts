import type { Span } from './highlight.ts';

/** What stands at these places of the text, each once, shortened; places out of the text are left out. */
export function seenPieces(text: string, spans: readonly Span[]): string[] {
  const pieces = spans
    .map(({ start, end }) => text.slice(Math.max(0, start), Math.max(0, end)).trim())
    .filter((piece) => piece !== '')
    .map((piece) => (piece.length > LONGEST ? `${piece.slice(0, LONGEST)}…` : piece));
  return [...new Set(pieces)];
}

const LONGEST = 60;
