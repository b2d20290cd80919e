import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitBySpans } from '../../../web-components/back-office/highlight.ts';

const marked = (text: string, spans: { start: number; end: number }[]) =>
  splitBySpans(text, spans).map((piece) => (piece.marked ? `[${piece.text}]` : piece.text));

test('[OFFICE3] what the filter saw is marked, overlaps once, unsorted or touching alike', () => {
  expect(marked('allez sur super point com', [{ start: 10, end: 25 }])).toEqual([
    'allez sur ',
    '[super point com]',
  ]);
  const spans = [
    { start: 3, end: 5 },
    { start: 0, end: 2 },
    { start: 1, end: 3 },
  ];
  expect(marked('abcdef', spans)).toEqual(['[abcde]', 'f']);
});

test('[OFFICE3] spans out of the text or empty mark nothing more', () => {
  const spans = [
    { start: -4, end: 1 },
    { start: 2, end: 2 },
    { start: 9, end: 12 },
    { start: 5, end: 99 },
  ];
  expect(marked('abcdef', spans)).toEqual(['[a]', 'bcde', '[f]']);
  expect(marked('', [{ start: 0, end: 3 }])).toEqual([]);
});

test('[OFFICE3] no letter is lost or doubled, and a letter is marked when a span covers it', () => {
  const span = fc.record({ start: fc.integer({ min: -5, max: 40 }), end: fc.integer({ min: -5, max: 40 }) });
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(span), (text, spans) => {
      const pieces = splitBySpans(text, spans);
      const flags = pieces.flatMap((piece) => Array.from({ length: piece.text.length }, () => piece.marked));
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      expect(flags).toEqual(
        Array.from({ length: text.length }, (_, at) =>
          spans.some(({ start, end }) => start <= at && at < end),
        ),
      );
    }),
  );
});
