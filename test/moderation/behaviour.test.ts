import { describe, expect, test } from 'vitest';
import { createModerator, HISTORY, type JudgeInput, type Rules } from '../../moderation/index.ts';
import { libraryOf } from './moderator-of.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const NOW = 100 * MINUTE;

const usual = createModerator(libraryOf({}));
const withRules = (rules: Partial<Rules>) => createModerator({ ...libraryOf({}), rules });
const input = (fields: Partial<JudgeInput>): JudgeInput => ({
  text: 'Venez voir ma page',
  author: { role: 'visitor' },
  history: [],
  now: NOW,
  ...fields,
});
/** These texts, the first one sent so long ago and the others each as long before it. */
const sent = (texts: string[], everyMs: number) =>
  texts.map((text, index) => ({ text, at: NOW - (index + 1) * everyMs, conversationId: `c${index}` }));
const kindsOf = (fields: Partial<JudgeInput>, moderator = usual) =>
  moderator.judge(input(fields)).reasons.map(({ kind }) => kind);

describe('repetition', () => {
  test('[BEHAV1] the same text for the third time in ten minutes is held, wherever it was sent', () => {
    const twice = sent(['venez  voir ma page.', 'VENEZ VOIR MA PAGE'], 4 * MINUTE);
    expect(usual.judge(input({ history: twice }))).toMatchObject({
      effect: 'hold',
      reasons: [{ kind: 'repetition', category: 'repetition', spans: [{ start: 0, end: 18 }] }],
    });
    expect(kindsOf({ history: twice.slice(0, 1) })).toEqual([]);
    expect(kindsOf({ history: twice, now: NOW + 3 * MINUTE })).toEqual([]);
  });

  test('[BEHAV2] a counter, a name or a sign more makes no other text of it', () => {
    const history = sent(
      ['Venez voir ma page de promos 12', 'Coucou Léa, venez voir ma page de promos'],
      MINUTE,
    );
    expect(kindsOf({ text: 'venez voir ma page de promos 13 !!!', history })).toEqual(['repetition']);
  });

  test('[BEHAV2] texts that only share some words are no repetition', () => {
    const history = sent(
      ['Ce modèle taille grand, prenez du 38', 'Je chausse du 38 et je prends du 39'],
      MINUTE,
    );
    expect(kindsOf({ text: 'Oui, ce modèle existe aussi en bleu', history })).toEqual([]);
  });

  test('[BEHAV3] the fifth time in an hour is held too', () => {
    const texts = Array.from({ length: 4 }, () => 'Venez voir ma page');
    expect(kindsOf({ history: sent(texts, 14 * MINUTE) })).toEqual(['repetition']);
    expect(kindsOf({ history: sent(texts.slice(1), 14 * MINUTE) })).toEqual([]);
  });

  test.each(['merci beaucoup', 'Bonne journée à toutes !', 'thank you very much', 'oui', 'en 38'])(
    '[BEHAV4] %s may be said again and again',
    (text) => expect(kindsOf({ text, history: sent([text, text, text, text], MINUTE) })).toEqual([]),
  );
});

describe('pace', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => `${'abcdefghij'[index % 10]}${index}`);

  test.each([
    [6, 3 * SECOND],
    [15, 11 * SECOND],
    [40, 89 * SECOND],
  ])('[BEHAV5] after %i messages, one each %i ms, the next is held', (count, everyMs) => {
    expect(kindsOf({ history: sent(many(count), everyMs) })).toEqual(['pace']);
    expect(kindsOf({ history: sent(many(count - 1), everyMs) })).toEqual([]);
    expect(kindsOf({ history: sent(many(count), everyMs * 1.2) })).toEqual([]);
  });

  test('[BEHAV6] an expert may write three times as many, and all that is looked at is asked for', () => {
    const author = { role: 'expert' } as const;
    expect(kindsOf({ author, history: sent(many(17), SECOND) })).toEqual([]);
    expect(kindsOf({ author, history: sent(many(18), SECOND) })).toEqual(['pace']);
    const everyMs = HISTORY.withinMs / HISTORY.messages;
    expect(kindsOf({ author, history: sent(many(HISTORY.messages), everyMs) })).toEqual(['pace']);
    expect(kindsOf({ author, history: sent(many(HISTORY.messages - 1), everyMs) })).toEqual([]);
  });
});

describe('newcomers', () => {
  test('[BEHAV7] the first messages of a visitor are held where the site asks for it', () => {
    const careful = withRules({ newcomerHeld: 2 });
    const by = (published?: number, role: JudgeInput['author']['role'] = 'visitor') =>
      careful.judge(input({ author: { role, published } })).reasons;
    expect(by(0)).toMatchObject([{ kind: 'newcomer', category: 'first-messages', effect: 'hold' }]);
    expect(by(1)).toHaveLength(1);
    expect([by(2), by(undefined), by(0, 'expert')]).toEqual([[], [], []]);
    expect(kindsOf({ author: { role: 'visitor', published: 0 } })).toEqual([]);
  });

  test('[BEHAV8] the links of a newcomer are held whatever the link policy, except the site’s and allowed ones', () => {
    const site = createModerator(libraryOf({ siteDomains: ['boutique.fr'], allowedLinks: ['allie.com'] }));
    const say = (text: string, published: number) =>
      site.judge(input({ text, author: { role: 'visitor', published } })).reasons;
    expect(say('voir https://autre.com/x', 2)).toMatchObject([
      { kind: 'newcomer', category: 'first-links', effect: 'hold' },
    ]);
    expect(say('voir https://autre.com/x', 3)).toEqual([]);
    expect(say('voir https://boutique.fr/x et https://allie.com', 0)).toEqual([]);
    expect(say('écris à lea@autre.com', 0)).toMatchObject([{ kind: 'personal-data' }]);
    const trusting = withRules({ newcomerLinks: false });
    expect(
      kindsOf({ text: 'voir https://autre.com', author: { role: 'visitor', published: 0 } }, trusting),
    ).toEqual([]);
  });
});

describe('shouting', () => {
  test('[BEHAV9] several words in capitals are flagged, not held', () => {
    expect(
      usual.judge(input({ text: 'JE NE SUIS VRAIMENT PAS CONTENTE DU TOUT DE CETTE LIVRAISON !' })),
    ).toMatchObject({
      effect: 'flag',
      reasons: [{ kind: 'shouting', category: 'shouting' }],
    });
  });

  test.each([
    'OK SUPER MERCI',
    'MON LAPIN NAIN RONGE LES CÂBLES, À L’AIDE',
    'ANTICONSTITUTIONNELLEMENT',
    'Je Ne Suis Pas Contente Du Tout',
    'REF AB12CD34EF56 GH78IJ90KL12 MN34OP56QR78',
    'LA TAILLE DU MODÈLE est indiquée sur la boîte',
  ])('[BEHAV10] %s is no shouting', (text) => expect(kindsOf({ text })).toEqual([]));
});

describe('whom and whether', () => {
  const everything = {
    text: 'VENEZ TOUS VOIR MA BELLE PAGE ET TOUTES MES BELLES PHOTOS',
    history: sent(
      Array.from({ length: 60 }, () => 'VENEZ TOUS VOIR MA BELLE PAGE ET TOUTES MES BELLES PHOTOS'),
      100,
    ),
  };

  test('[BEHAV11] moderators and managers are not watched', () => {
    expect(kindsOf(everything)).toEqual(['repetition', 'pace', 'shouting']);
    for (const role of ['moderator', 'manager'] as const) {
      expect(
        kindsOf({ ...everything, author: { role, published: 0 } }, withRules({ newcomerHeld: 9 })),
      ).toEqual([]);
    }
  });

  test('[BEHAV12] the site can switch each of them off', () => {
    const off = withRules({ repetition: false, pace: false, shouting: false });
    expect(kindsOf(everything, off)).toEqual([]);
  });
});
