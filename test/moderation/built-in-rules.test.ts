import { describe, expect, test } from 'vitest';
import { heldByError, starterTerms } from '../../moderation/index.ts';
import { judge, moderatorOf } from './moderator-of.ts';

describe('built-in rules', () => {
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
