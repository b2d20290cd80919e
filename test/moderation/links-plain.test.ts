import { describe, expect, test } from 'vitest';
import { createModerator } from '../../moderation/index.ts';
import { judge, libraryOf, moderatorOf } from './moderator-of.ts';

const none = moderatorOf({ policy: 'none' });

describe('what is a link, and what is none', () => {
  test.each([
    'filou.com',
    'regarde filou.io',
    'Filou.Fr',
    'FILOU.STORE',
    'filou.de',
    'c’est filou.it, non ?',
    'mon-coin.me',
    'filou-24.at',
    'regarde sur filou.boutique',
    'filou.boutique',
    'boutique.filou.ca',
    'filou.ca/promo',
    'www.filou.it est bien',
    'http://filou.is',
    'http://192.168.0.12/admin',
    '192.168.0.12:8080',
    'http://[::1]/',
    'http://localhost:8000/',
    'élan-vital.fr',
    'пример.рф',
    '例え.jp',
    'filou dot com',
    'filou point fr',
    '(filou.net)',
    'filou.com.',
    'x.com',
    'filou.co.uk',
    'filou.com?promo=1',
    'filou.com#top',
  ])('[LINK20] %s is a link to anybody', (text) =>
    expect(judge(none, text).reasons).toMatchObject([{ kind: 'link', category: 'link', effect: 'hold' }]),
  );

  test.each([
    'lis le readme.md',
    'ouvre facture.pdf et photo.jpeg',
    'fait avec node.js ou vue.js',
    'script.sh',
    'guide-de-montage.zip',
    'main.rs',
    'la version 1.2.3.4',
    'il pèse 3.5 kg',
    '12.50 €',
    '1.299,00',
    'le 24.12.2026',
    'à 14.30',
    '10.0.0.0/8',
    'fin.Merci',
    'Bien reçu.Merci beaucoup',
    'etc.et puis',
    'taille M.de mémoire',
    'ok.so what',
    'M.de La Tour',
    'il est arrivé.il marche',
    'super produit.je recommande',
    'it was late.it came',
    'I love it.my son too',
    'B.Sc.',
    'U.S.A.',
    'c.-à-d.',
    'e.g. this',
    'le s24.il marche',
    'les gens sont là.point final',
    'chez le grand.photos plus tard',
    'more people.it’s fine',
    'J.K. Rowling',
    'Dr.Who',
    'will.i.am',
    'p.12',
    'a.b.c',
    'no.5',
    'un point com',
    'le point fr équent',
    'faire le point',
    'dot com bubble',
    'connect the dots',
    'à quel point ça va',
    '@ bientôt',
    '@maison',
    'http://',
    'http://..',
    'et/ou',
    '24/7',
    'les étudiant·e·s',
    'snake_case',
    'oui,non',
    'merci…bonne journée',
    'très bon…',
    '100 %',
    'R&D',
    'a;b',
  ])('[LINK21] %s is no link', (text) => expect(judge(none, text).effect).toBe('allow'));

  test('[LINK22] what stands in front of an @ is no link of its own', () => {
    const reasons = judge(none, 'jean.dupont@filou.com').reasons;
    expect(reasons.map(({ kind }) => kind)).toEqual(['personal-data']);
  });

  test.each([
    'salut @ tous,me voilà',
    'bonjour @ tous. de rien',
    'look at this,it is great',
    'meet at noon. it was fun',
  ])('[LINK28] %s has no e-mail address', (text) => expect(judge(none, text).effect).toBe('allow'));

  test('[LINK23] an entry for one host leaves its sub-domains alone, www aside', () => {
    const link = { listing: 'forbidden', category: 'spam', effect: 'hold', subdomains: false } as const;
    const moderator = createModerator({ ...libraryOf({}), links: [{ text: 'filou.com', ...link }] });
    const effects = ['filou.com', 'www.filou.com', 'help.filou.com'].map(
      (text) => judge(moderator, text).effect,
    );
    expect(effects).toEqual(['hold', 'hold', 'allow']);
  });

  test('[LINK24] an allowed host does not allow its sub-domains when it says so', () => {
    const link = { listing: 'allowed', category: 'partner', effect: 'hold', subdomains: false } as const;
    const library = { ...libraryOf({ policy: 'allowed-only' }), links: [{ text: 'colissimo.fr', ...link }] };
    const effects = ['colissimo.fr', 'x.colissimo.fr'].map(
      (text) => judge(createModerator(library), text).effect,
    );
    expect(effects).toEqual(['allow', 'hold']);
  });

  test('[LINK25] the target of a redirector needs to be allowed too', () => {
    const moderator = moderatorOf({ policy: 'allowed-only', allowedLinks: ['colissimo.fr'] });
    expect(judge(moderator, 'https://colissimo.fr/go?to=https://colissimo.fr/x').effect).toBe('allow');
    expect(judge(moderator, 'https://colissimo.fr/go?to=https://autre.fr/x').reasons).toMatchObject([
      { category: 'link', disguise: ['redirect'] },
    ]);
  });

  test('[LINK26] a shortener is shown to moderators where any link may stand, unless the library knows it', () => {
    const open = moderatorOf({});
    expect(judge(open, 'https://tinyurl.com/abc').reasons).toMatchObject([
      { category: 'shortener', effect: 'flag' },
    ]);
    expect(judge(moderatorOf({ allowedLinks: ['tinyurl.com'] }), 'tinyurl.com/abc').effect).toBe('allow');
    expect(judge(open, 'https://autre.fr/abc').effect).toBe('allow');
  });

  test('[LINK27] a text with more links than anybody writes is held, not left unread', () => {
    const many = Array.from({ length: 400 }, (_, index) => `a${index}.fr`).join(' ');
    const joined = 'a,'.repeat(5000);
    for (const text of [many, `${joined}fr`]) {
      expect(judge(moderatorOf({}), text).reasons).toMatchObject([
        { category: 'unreadable', effect: 'hold' },
      ]);
    }
    expect(judge(moderatorOf({}), many.slice(0, 500)).effect).toBe('allow');
  });
});
