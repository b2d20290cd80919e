import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge, moderatorOf } from './moderator-of.ts';

const terms = ['connard', 'con', 'merde', 'sac à foutre', '*phobe', 'pub*', '🖕'];
const pieces = [
  'con',
  'nard',
  'm3rde',
  'sac à foutre',
  '.',
  ' ',
  '*',
  '\u202e',
  '\u200b',
  'é',
  '🖕',
  'evil.com',
  '@',
  '06 39 98 12 34',
  '<b>',
  '%2e',
];
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join('')),
);
const fields = { terms, links: ['evil.com'], policy: 'none' as const };
const moderator = moderatorOf(fields);

describe('properties', () => {
  test('[FILTER30] no text throws, and every span lies within the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { start, end } of judge(moderator, text).reasons.flatMap((reason) => reason.spans)) {
          expect(0 <= start && start < end && end <= text.length).toBe(true);
        }
      }),
    );
  });

  test('[FILTER34] a span covers the whole of what was disguised, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('connard', 'merde', 'salope'),
        fc.array(fc.constantFrom(...DISGUISES)),
        (term, worn) => {
          const form = worn.reduce<string>((text, disguise) => disguise(text), term);
          const text = `Bonjour, ${form} merci`;
          const reasons = judge(moderatorOf({ terms: [term] }), text).reasons;
          expect(
            reasons.flatMap(({ spans }) => spans.map(({ start, end }) => text.slice(start, end))),
          ).toEqual([form]);
        },
      ),
    );
  });

  test('[FILTER31] an allowed term never adds a match', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...pieces, 'con nard', 'merde'), (text, allowed) => {
        const before = new Set(spansOf(moderator, text));
        const after = spansOf(moderatorOf({ ...fields, allowed: [allowed] }), text);
        expect(after.filter((span) => !before.has(span))).toEqual([]);
      }),
    );
  });

  test('[FILTER32] a verdict does not depend on what was judged before', () => {
    fc.assert(
      fc.property(texts, texts, (text, other) => {
        const first = judge(moderatorOf(fields), text);
        judge(moderator, other);
        expect(judge(moderator, text)).toEqual(first);
      }),
    );
  });

  test('[FILTER33] a text with too many readings to be read to its end is held', () => {
    const hostile = 'l1!|i.'.repeat(600);
    const many = ['illilil', 'lililil', 'ililili', 'lilil', 'illil', 'liiil'].map((term) => `${term}x`);
    expect(judge(moderatorOf({ terms: many }), hostile).reasons).toMatchObject([
      { category: 'unreadable', effect: 'hold' },
    ]);
  });
});

/** Each keeps what the disguises before it did. */
const DISGUISES: ((text: string) => string)[] = [
  (text) => text.toUpperCase(),
  (text) => text.replace(/a/g, '4').replace(/o/g, '0'),
  (text) => text.replace(/e/g, '\u0435'),
  (text) => [...text].join('\u200b'),
  (text) => text.replace(/[a-z]/g, (letter) => String.fromCodePoint(0x1d41a + letter.charCodeAt(0) - 0x61)),
  (text) => text.replace(/(?<=\w)(?=\w)/g, '.'),
  (text) => text.replace(/([aeo])/, '$1$1$1'),
];

function spansOf(asked: ReturnType<typeof moderatorOf>, text: string): string[] {
  const reasons = judge(asked, text).reasons.filter((reason) => reason.kind === 'term');
  return reasons.flatMap(({ entry, spans }) => spans.map((span) => `${entry} ${span.start} ${span.end}`));
}
