import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createModerator, type Rules, type Verdict } from '../../moderation/index.ts';
import { judge, libraryOf, moderatorOf } from './moderator-of.ts';

const moderator = moderatorOf({});

const withRules = (rules: Partial<Rules>) => createModerator({ ...libraryOf({}), rules });
const categoriesOf = ({ reasons }: Verdict) => reasons.map(({ category }) => category);
const foundIn = (text: string, { reasons }: Verdict) =>
  reasons.flatMap(({ spans }) => spans.map(({ start, end }) => text.slice(start, end)));

describe('telephone numbers', () => {
  test.each([
    '06 39 98 12 34',
    '0639981234',
    '06.39.98.12.34',
    '06/39/98/12/34',
    '06 - 39 - 98 - 12 - 34',
    '0639 98 12 34',
    '06\u00a039\u00a098\u00a012\u00a034',
    '+33 6 39 98 12 34',
    '+33 (0)6 39 98 12 34',
    '00336 39 98 12 34',
    '+44 7700 900123',
    '07700 900123',
    '(617) 555-0127',
    '+41 79 123 45 67',
    '0470 12 34 56',
    'https://wa.me/33639981234',
    'this is (617) 555-0127 so call',
    '079 123 45 67 is mine',
  ])('[PRIV1] %s is a telephone number, held for anybody', (text) => {
    const verdict = moderator.judge({ text, author: { role: 'expert' }, history: [], now: 0 });
    expect(verdict).toMatchObject({
      effect: 'hold',
      reasons: [{ kind: 'personal-data', category: 'phone', entry: null }],
    });
  });

  test.each([
    'zéro six trente-neuf quatre-vingt-dix-huit douze trente-quatre',
    'zero quatre vingt-deux soixante et onze zero zero quatre-vingts',
    'zéro six 39 quatre-vingt-dix-huit 12 trente-quatre',
    'zéro six trois neuf neuf huit un deux trois quatre',
    'oh seven seven double oh nine oh oh one two three',
    'six one seven five five five oh one two seven',
    'plus trente-trois six trente-neuf quatre-vingt-dix-huit douze trente-quatre',
  ])('[PRIV2] %s is a telephone number said in words', (text) => {
    expect(categoriesOf(judge(moderator, `appelle ${text} merci`))).toEqual(['phone']);
    expect(foundIn(text, judge(moderator, text))).toEqual([text.replace(/^plus /, '')]);
  });

  test.each([
    '0 6 3 9 9 8 1 2 3 4',
    'O6 39 98 l2 34',
    'o6 39 98 oo 34',
    'O7 OO OO 89 13',
    '06 39 et après 98 12 34',
    '０６ ３９ ９８ １２ ３４',
    '٠٦ ٣٩ ٩٨ ١٢ ٣٤',
    '⓪⑥③⑨⑨⑧①②③④',
    '𝟎𝟔𝟑𝟗𝟗𝟖𝟏𝟐𝟑𝟒',
    '0️⃣6️⃣3️⃣9️⃣9️⃣8️⃣1️⃣2️⃣3️⃣4️⃣',
    '06\u200b39\u200b98\u200b12\u200b34',
    '06 et 39 et 98 et 12 et 34',
    '06🔥39🔥98🔥12🔥34',
    '06 39 et la suite 98 12 34',
    '06|39|98|12|34',
    '06 39 98 12 34svp',
    '33639981234',
  ])('[PRIV3] %s is a telephone number in disguise', (text) => {
    expect(categoriesOf(judge(moderator, `mon numéro ${text}`))).toEqual(['phone']);
  });

  test.each([
    'pointures 37-38-39-40-41',
    'tailles 02 04 06 08 10',
    'un deux trois quatre cinq six sept huit neuf dix',
    'zéro un deux trois quatre cinq six sept huit neuf',
    'de 9h00 à 12h00, puis 09:30 12:30 14',
    'colis 6A12345678901',
    'colis 612345678901234567',
    'le 12/05/2024 à 10:30',
    'le 08/17/2000 puis le 03/26/2001 08',
    'réf. 0123456787',
    'réf. 0825 123 456',
    'tracking 9400 1000 0000 0000 0000 00',
    'IMEI 356938035643809',
    'tailles 36/37/38/39/40/41, dimensions 0.5 x 1.25 x 12.75',
    '1 234 567 890 vues, 48.856613, 2.352222',
    'order 112-1234567-1234567',
    'SIRET 732 829 320 00074',
    'https://boutique.example/p/0123456789',
    '12,50 € / 14,90 € / 19,99 €',
    '01040-2841',
    '@lea merci',
  ])('[PRIV4] %s is no personal data', (text) => expect(judge(moderator, text).effect).toBe('allow'));
});

describe('e-mail addresses', () => {
  test.each([
    'lea@mail.example',
    'lea.martin+shop@mail.example',
    'LEA@MAIL.EXAMPLE',
    'mailto:lea@mail.example',
    'lea (at) mail.example',
    'lea[at]mail[.]example',
    'lea arobase mail point fr',
    'lea (arobase) orange . fr',
    'lea @ mail . example',
    'lea＠mail．example',
    'lea\u200b@\u200bmail\u200b.example',
    'lea&#64;mail&#46;example',
    'l e a @ g m a i l . c o m',
    'lea at mail dot com',
    'lea AT mail.com',
    'lea.martin chez orange point fr',
    'lea.martin à orange point fr',
    'lea.martin📧orange.fr',
    'lea@gmail',
    'lea.martin@mail com',
    'lea_at_gmail_dot_com',
    'lea*at*gmail*dot*com',
    'lea@gmail-point-com',
    'lea.martin@exаmple.cоm',
  ])('[PRIV5] %s is an e-mail address', (text) => {
    const verdict = judge(moderator, text);
    expect(categoriesOf(verdict)).toEqual(['email']);
    expect(foundIn(text, verdict)).toEqual([text.replace('mailto:', '')]);
  });

  test.each([
    'look at boutique.com',
    'look at gmail.com',
    'available at boutique dot com',
    'at some point in time',
    'rdv @ paris. De rien',
    'merci @lea. De rien',
    'je suis chez ma mère. On verra demain',
    'https://lea@boutique.example/',
    'j...@mail.example',
  ])('[PRIV6] %s is no e-mail address', (text) => expect(judge(moderator, text).effect).toBe('allow'));

  test('[PRIV7] an address of the site itself may be told', () => {
    const site = moderatorOf({ siteDomains: ['boutique.example'] });
    expect(judge(site, 'écrivez à sav@boutique.example').effect).toBe('allow');
    expect(judge(site, 'écrivez à sav@boutique.example.net').effect).toBe('hold');
  });
});

describe('numbers in words', () => {
  const units =
    'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
      ' ',
    );
  const tens = '- - vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt'.split(' ');
  const said = (value: number): string => {
    if (value < 10) return `zéro ${units[value]}`;
    if (value < 20) return units[value]!;
    const ten = Math.floor(value / 10);
    const rest = value - (ten === 7 || ten === 9 ? ten - 1 : ten) * 10;
    if (rest === 0) return ten === 8 ? 'quatre-vingts' : tens[ten]!;
    return `${tens[ten]}${ten < 8 && (rest === 1 || rest === 11) ? ' et ' : '-'}${units[rest]}`;
  };

  test('[PRIV2] every French number said in pairs is found, all of it', () => {
    const pairs = fc.tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 4, maxLength: 4 }),
    );
    fc.assert(
      fc.property(pairs, ([first, rest]) => {
        const text = [first, ...rest].map(said).join(', ');
        fc.pre(
          ![first, ...rest].every((value, at, all) => at === 0 || value - all[at - 1]! === all[1]! - all[0]!),
        );
        expect(foundIn(text, judge(moderator, text))).toEqual([text]);
      }),
    );
  });
});

describe('bank and order numbers', () => {
  test.each([
    'FR76 3000 6000 0112 3456 7890 189',
    'fr7630006000011234567890189',
    'GB29 NWBK 6016 1331 9268 19',
    'DE89370400440532013000',
  ])('[PRIV8] %s is a bank account', (text) => {
    const verdict = judge(moderator, `mon compte : ${text} merci`);
    expect(categoriesOf(verdict)).toEqual(['iban']);
  });

  test('[PRIV8] an account number with a wrong check digit is none', () => {
    expect(judge(moderator, 'FR76 3000 6000 0112 3456 7890 188').effect).toBe('allow');
  });

  test.each(['4111 1111 1111 1111', '4111-1111-1111-1111', '5555555555554444', '3782 822463 10005'])(
    '[PRIV9] %s is a payment card',
    (text) => expect(categoriesOf(judge(moderator, `ma carte ${text}`))).toEqual(['card']),
  );

  test.each(['4111 1111 1111 1112', 'EAN 4006381000093', '41 42 43 44 45 46 47 48', '9999999999999995'])(
    '[PRIV9] %s is no payment card',
    (text) => expect(judge(moderator, text).effect).toBe('allow'),
  );

  test('[PRIV10] an order number is found by the pattern of the site, in whatever case and width', () => {
    const site = withRules({ orderNumber: 'CMD-999999' });
    for (const text of ['ma commande CMD-123456.', 'cmd 123456', 'ＣＭＤ－１２３４５６']) {
      expect(categoriesOf(judge(site, text))).toEqual(['order-number']);
    }
    for (const text of ['CMD-1234567', 'XCMD-123456', 'CMD-12345a', 'CMD']) {
      expect(judge(site, text).effect).toBe('allow');
    }
    expect(judge(moderator, 'CMD-123456').effect).toBe('allow');
  });

  test('[PRIV10] a pattern that ordinary words would match is not looked for', () => {
    for (const orderNumber of ['', '9', 'AAAA', '99A']) {
      expect(judge(withRules({ orderNumber }), 'mots 1 22a 333').effect).toBe('allow');
    }
  });
});

describe('personal data', () => {
  test('[PRIV11] each kind has its own reason, with every place', () => {
    const text = 'lea@mail.example ou 06 39 98 12 34 ou 07 39 98 12 34';
    expect(judge(moderator, text).reasons.map(({ category, spans }) => [category, spans.length])).toEqual([
      ['email', 1],
      ['phone', 2],
    ]);
  });

  test('[PRIV12] the site can switch it off', () => {
    const site = withRules({ personalData: false });
    expect(judge(site, 'lea@mail.example 06 39 98 12 34').effect).toBe('allow');
  });

  const pieces = [
    '0',
    '6',
    '06 39 98 12 34',
    '+33',
    ' ',
    '.',
    '-',
    'zéro ',
    'six ',
    'vingt',
    '@',
    'à',
    'lea',
    'gmail',
  ];
  const more = [
    '.com',
    ' point ',
    'fr',
    '4111 1111 1111 1111',
    'FR76',
    '&#64;',
    '🐌',
    '\u200b',
    '²',
    'et',
    '٣',
    'o',
    '(at)',
  ];
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(fc.constantFrom(...pieces, ...more), { maxLength: 16 }).map((parts) => parts.join('')),
  );

  test('[PRIV13] whatever is written, what is found lies in the text, begins and ends with what it is made of', () => {
    const site = withRules({ orderNumber: '9999-A' });
    fc.assert(
      fc.property(texts, (text) => {
        for (const found of foundIn(text, judge(site, text))) expect(found).toMatch(/^\S(.*\S)?$/su);
      }),
      { numRuns: 500 },
    );
  });
});
