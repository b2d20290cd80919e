import { describe, expect, test } from 'vitest';
import type { Role } from '../../moderation/index.ts';
import { judge, moderatorOf } from './moderator-of.ts';

const moderator = moderatorOf({
  siteDomains: ['shop.example', 'lampes-du-sud.com'],
  allowedLinks: ['colissimo.fr', 'paypal.com', 'gâteaux.fr', 'orange.fr', 'mode.co', 'loja.com.br/ofertas'],
});

describe('imitations of trusted domains', () => {
  test.each([
    ['lampes-du-süd.com', 'lampes-du-sud.com'],
    ['lampes-dv-sud.com', 'lampes-du-sud.com'],
    ['paypa1.com', 'paypal.com'],
    ['раураl.com', 'paypal.com'],
    ['xn--pypal-4ve.com', 'paypal.com'],
    ['paypaI.com', 'paypal.com'],
    ['payypal.com', 'paypal.com'],
    ['paypla.com', 'paypal.com'],
    ['peypal.com', 'paypal.com'],
    ['colisimo.fr', 'colissimo.fr'],
    ['collssirno.fr', 'colissimo.fr'],
    ['gateaux.fr', 'gâteaux.fr'],
    ['shop.example.filou.com', 'shop.example'],
    ['https://www.shop.example.filou.com/login', 'shop.example'],
    ['shop-example.filou.com', 'shop.example'],
    ['lampes-du-sud.com.filou.ru', 'lampes-du-sud.com'],
    ['colissimo-fr.info', 'colissimo.fr'],
    ['suivi-colissimo-fr.info', 'colissimo.fr'],
    ['colissimo-fr-suivi.info', 'colissimo.fr'],
  ])('[LINK30] %s passes for %s and is held', (text, imitated) =>
    expect(judge(moderator, `voir ${text} vite`).reasons).toMatchObject([
      { kind: 'link', category: 'lookalike', entry: imitated, effect: 'hold' },
    ]),
  );

  test.each(['visitor', 'expert', 'moderator', 'manager'] satisfies Role[])(
    '[LINK31] an imitation is held for a %s too',
    (role) => {
      const verdict = moderator.judge({ text: 'paypa1.com', author: { role }, history: [], now: 0 });
      expect(verdict.effect).toBe('hold');
    },
  );

  test.each([
    'paypal.com',
    'www.paypal.com',
    'help.shop.example',
    'paypal.de',
    'paypol.de',
    'patpal.com',
    'colissimo.net',
    'colissimo-avis.fr',
    'oranges.fr',
    'mode.co.uk',
    'mode.com',
    'modes.co',
    'loja.com.br',
    'shop.com',
    'shopping.example',
    'example.com',
    'lampes.com',
    'sud.com',
    'range.fr',
    'grange.fr',
    'paypal',
    'laposte.fr',
  ])('[LINK32] %s is another place, or the trusted one itself', (text) =>
    expect(judge(moderator, text).effect).toBe('allow'),
  );

  test('[LINK33] an imitation that the library allows passes, one that it forbids is forbidden', () => {
    const knows = moderatorOf({ allowedLinks: ['paypal.com', 'paypall.com'], links: ['paypa1.com'] });
    expect(judge(knows, 'paypall.com').effect).toBe('allow');
    const apart = moderatorOf({ allowedLinks: ['colissimo.fr', 'colisimo.fr/suivi'] });
    expect(judge(apart, 'colisimo.fr').effect).toBe('allow');
    expect(judge(knows, 'paypa1.com').reasons).toMatchObject([{ category: 'insult', entry: 'paypa1.com' }]);
  });
});
