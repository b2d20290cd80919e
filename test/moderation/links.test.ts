import { describe, expect, test } from 'vitest';
import { judge, moderatorOf } from './moderator-of.ts';

const forbidding = moderatorOf({ links: ['evil.com', 'pâtisserie.example', 'chat.example/groups/12'] });
const closed = moderatorOf({
  policy: 'allowed-only',
  siteDomains: ['shop.example'],
  allowedLinks: ['colissimo.fr'],
  links: ['evil.com'],
});

describe('links', () => {
  test.each([
    'evil.com',
    'www.EVIL.com',
    'https://a.b.evil.com/x?y',
    'evil[.]com',
    'evil(dot)com',
    'evil dot com',
    'evil point com',
    'evil . com',
    'hxxps://evil[.]com',
    'ｅｖｉｌ．ｃｏｍ',
    'еvil.com',
    'e\u200bvil.com',
    'http://evil.com:8080/',
    'https://bank.com@evil.com/',
    'https://shop.example.evil.com',
    'evil。com',
    'http://evil%2ecom',
    'moi@evil.com',
    'xn--ptisserie-b2a.example',
    'PÂTISSERIE.example',
    'https://chat.example/groups/12?a=1',
  ])('[FILTER10] %s: a forbidden link in whatever dress', (text) =>
    expect(judge(forbidding, `voir ${text} merci`).reasons[0]).toMatchObject({
      kind: 'link',
      effect: 'hold',
    }),
  );

  test.each(['notevil.com', 'evil.community', 'evil.com.shop.fr', 'chat.example/groups/123', 'chat.example'])(
    '[FILTER11] %s is another place than a forbidden link',
    (text) => expect(judge(forbidding, text).effect).toBe('allow'),
  );

  test.each(['colissimo.fr', 'www.colissimo.fr/suivi', 'https://shop.example/p/1', 'help.shop.example'])(
    '[FILTER12] %s passes: the site itself, or an allowed link',
    (text) => expect(judge(closed, text).effect).toBe('allow'),
  );

  test.each([
    'https://shop.example.evil.com',
    'autre.fr',
    'demo.test',
    'http://localhost.example',
    'x.shopexample.fr',
  ])('[FILTER13] %s: another link where the policy lets only allowed ones through', (text) =>
    expect(judge(closed, text).reasons[0]).toMatchObject({ kind: 'link', effect: 'hold' }),
  );

  test.each([
    'bonjour.Merci',
    'v2.0',
    '12.50 €',
    'fin.Je',
    'le 12.05.2024',
    'readme.md',
    'Très bien.Conforme',
    'U.S.A.',
    'bon avis.Plus tard',
  ])('[FILTER14] %s has a dot and is no link', (text) =>
    expect(judge(moderatorOf({ policy: 'none' }), text).effect).toBe('allow'),
  );

  test('[FILTER15] the policy of the author’s role decides', () => {
    const ask = (role: 'visitor' | 'expert') =>
      closed.judge({ text: 'autre.fr', author: { role }, history: [], now: 0 }).effect;
    expect([ask('visitor'), ask('expert')]).toEqual(['hold', 'allow']);
  });
});
