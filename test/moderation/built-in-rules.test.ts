import { describe, expect, test } from 'vitest';
import { heldByError, starterTerms } from '../../moderation/index.ts';
import { judge, moderatorOf } from './moderator-of.ts';

const moderator = moderatorOf({});
const MINUTE = 60_000;

describe('built-in rules', () => {
  test.each([
    'lea@mail.example',
    'lea (at) mail.example',
    'lea arobase mail point fr',
    '06 39 98 12 34',
    '0639981234',
    '+33 6 39 98 12 34',
    '06.39.98.12.34',
    '+44 7700 900123',
    '(617) 555-0127',
  ])('[FILTER20] %s is personal data, held for anybody', (text) => {
    const verdict = moderator.judge({ text, author: { role: 'expert' }, history: [], now: 0 });
    expect(verdict).toMatchObject({
      effect: 'hold',
      reasons: [{ kind: 'personal-data', category: 'personal-data' }],
    });
  });

  test.each([
    'pointures 37-38-39-40-41',
    'de 9h00 à 12h00',
    'colis 6A12345678901',
    'le 12/05/2024 à 10:30',
    '@lea merci',
  ])('[FILTER21] %s is no personal data', (text) => expect(judge(moderator, text).effect).toBe('allow'));

  test('[FILTER22] the same text for the third time in ten minutes is held, wherever it was sent', () => {
    const sent = (at: number, text: string) => ({ at, text, conversationId: `c${at}` });
    const ask = (history: ReturnType<typeof sent>[], now: number) =>
      moderator.judge({ text: 'Venez voir ma page', author: { role: 'visitor' }, history, now }).effect;
    const twice = [sent(2 * MINUTE, 'venez  voir ma page.'), sent(MINUTE, 'VENEZ VOIR MA PAGE')];
    expect(ask(twice, 3 * MINUTE)).toBe('hold');
    expect(ask(twice.slice(1), 3 * MINUTE)).toBe('allow');
    expect(ask(twice, 11 * MINUTE + 1)).toBe('allow');
  });

  test('[FILTER23] when the filter failed the message is held, and the reason says so', () => {
    expect(heldByError()).toMatchObject({
      effect: 'hold',
      reasons: [{ kind: 'filter-error', effect: 'hold' }],
    });
  });

  test.each(['fr', 'en'] as const)(
    '[FILTER24] the %s starter vocabulary has each term once, in a category',
    (locale) => {
      const terms = starterTerms(locale);
      expect(terms.length).toBeGreaterThan(300);
      expect(new Set(terms.map(({ text }) => text)).size).toBe(terms.length);
      expect(terms.filter(({ vocabulary, category }) => vocabulary !== locale || category === '')).toEqual(
        [],
      );
    },
  );

  test.each(['un retard de livraison', 'un gel douche', 'le linge sale', 'un pique-nique', 'cul-de-sac'])(
    '[FILTER25] %s is harmless in French',
    (text) => {
      const terms = starterTerms('fr');
      const listed = (listing: string) =>
        terms.filter((term) => term.listing === listing).map((term) => term.text);
      const french = moderatorOf({ terms: listed('forbidden'), allowed: listed('allowed') });
      expect(judge(french, text).effect).toBe('allow');
    },
  );
});
