import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { PageRuleRow, SiteRow } from '../../db/schema.ts';
import { canonicalAddress, clientAddress, parseRange } from '../../server/client-address.ts';
import { matchPageRule, pageKey } from '../../server/page-rules.ts';

const requestFrom = (peer: string, forwarded?: string) =>
  ({
    socket: { remoteAddress: peer },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded, 'x-real-ip': '6.6.6.6' },
  }) as unknown as IncomingMessage;
const proxies = (...ranges: string[]) => ranges.map((range) => parseRange(range)!.range);

describe('the true address', () => {
  test.each([
    ['no header is trusted by default', '198.51.100.1', '6.6.6.6', [], '198.51.100.1'],
    [
      'a peer that is no proxy is believed about nothing',
      '198.51.100.1',
      '6.6.6.6',
      ['10.0.0.0/8'],
      '198.51.100.1',
    ],
    ['a proxy’s last foreign hop counts', '10.0.0.1', '6.6.6.6, 203.0.113.9', ['10.0.0.0/8'], '203.0.113.9'],
    ['a chain of proxies is walked back', '10.0.0.1', '203.0.113.9, 10.0.0.7', ['10.0.0.0/8'], '203.0.113.9'],
    ['rubbish ends the walk', '10.0.0.1', '203.0.113.9, x', ['10.0.0.0/8'], '10.0.0.1'],
    ['octal is rubbish', '10.0.0.1', '010.1.1.1', ['10.0.0.0/8'], '10.0.0.1'],
    ['a mapped address is the IPv4 one', '::ffff:1.2.3.4', undefined, [], '1.2.3.4'],
    ['a mapped proxy is the proxy', '::ffff:10.0.0.1', '203.0.113.9', ['10.0.0.0/8'], '203.0.113.9'],
    ['a mapped hop is the IPv4 one', '10.0.0.1', '::ffff:203.0.113.9', ['10.0.0.0/8'], '203.0.113.9'],
    ['IPv6 in its one spelling', '2001:DB8:0:0::1', undefined, [], '2001:db8::1'],
    ['an empty header leaves the proxy', '10.0.0.1', '', ['10.0.0.0/8'], '10.0.0.1'],
    [
      'a thousand hops are not walked',
      '10.0.0.1',
      Array(1000).fill('10.0.0.2').join(','),
      ['10.0.0.0/8'],
      '10.0.0.2',
    ],
  ] as [string, string, string | undefined, string[], string][])(
    '[ADDR1] %s',
    (_, peer, header, trusted, expected) => {
      expect(clientAddress(requestFrom(peer, header), proxies(...trusted))).toBe(expected);
    },
  );

  test('[ADDR2] an address has one spelling, and nothing is guessed', () => {
    for (const text of [
      '',
      '1.2.3',
      '0x7f.0.0.1',
      '010.1.1.1',
      '1.2.3.4.5',
      '256.1.1.1',
      'fe80::1%eth0',
      'localhost',
      '1',
      '127.1',
    ]) {
      expect([text, canonicalAddress(text)]).toEqual([text, null]);
    }
  });

  test('[ADDR3] a range is canonical: host bits are cleared, IPv6 stands for its /64', () => {
    expect(parseRange('203.0.113.77/24')?.text).toBe('203.0.113.0/24');
    expect(parseRange('203.0.113.7')?.text).toBe('203.0.113.7/32');
    expect(parseRange('2001:db8:1:2:3::4')?.text).toBe('2001:db8:1:2::/64');
    for (const text of ['1.2.3.4/', '1.2.3.4/33', '1.2.3.4/-1', '1.2.3.4/8/8', '2001:db8::/129', '/24']) {
      expect([text, parseRange(text)]).toEqual([text, null]);
    }
  });
});

describe('page rules', () => {
  const site = { mode: 'open', chat_default: 'nowhere' } as SiteRow;
  const rule = (
    match_kind: PageRuleRow['match_kind'],
    match_value: string,
    more: Partial<PageRuleRow> = {},
  ) =>
    ({
      id: match_value,
      match_kind,
      match_value,
      show: 1,
      display: 'launcher',
      mode: null,
      ...more,
    }) as PageRuleRow;
  const shows = (one: PageRuleRow, url: string) => matchPageRule(site, [one], url).ruleId !== null;

  test.each([
    ['is', '/contact', 'https://shop.test/contact', true],
    ['is', '/contact', 'https://shop.test/contact/?utm=1#x', true],
    ['is', '/contact', 'https://shop.test/contact-us', false],
    ['is', 'https://shop.test/', 'https://shop.test', true],
    ['is', 'https://shop.test/', 'https://other.test/', false],
    ['starts-with', '/shoes/', 'https://shop.test/shoes/crete?size=42', true],
    ['starts-with', '/shoes/', 'https://shop.test/en/shoes/crete', false],
    ['contains', 'SALES', 'https://shop.test/winter-sales-2026', true],
    ['contains', '.sales.', 'https://www.sales.test/x', true],
    ['pattern', '/*/faq', 'https://shop.test/en/faq', true],
    ['pattern', '/*/faq', 'https://shop.test/faq', false],
    ['pattern', 'https://*.shop.test/p-*', 'https://fr.shop.test/p-12', true],
    ['pattern', '/a*b*c', 'https://shop.test/a1b2', false],
    ['pattern', '/a.c', 'https://shop.test/abc', false],
    ['contains', 'x', 'javascript:alert(1)', false],
  ] as [PageRuleRow['match_kind'], string, string, boolean][])(
    '[PAGE1] %s %s on %s: %s',
    (kind, value, url, expected) => {
      expect(shows(rule(kind, value), url)).toBe(expected);
    },
  );

  test('[PAGE2] the first rule that matches decides; none leaves it to the site', () => {
    const rules = [
      rule('contains', '/checkout', { show: 0 }),
      rule('contains', '/', { display: 'in-place', mode: 'invite-only' }),
    ];
    expect(matchPageRule(site, rules, 'https://shop.test/checkout')).toMatchObject({
      show: false,
      mode: 'open',
    });
    expect(matchPageRule(site, rules, 'https://shop.test/faq')).toMatchObject({
      show: true,
      mode: 'invite-only',
    });
    expect(matchPageRule(site, [], 'https://shop.test/faq')).toMatchObject({ ruleId: null, show: false });
  });

  test('[PAGE3] a hostile pattern costs no more than it is long', () => {
    const pattern = `/${'*a'.repeat(1000)}`;
    expect(shows(rule('pattern', pattern), `https://shop.test/${'a'.repeat(999)}`)).toBe(false);
  });

  test('[PAGE4] a page is one page whatever its query, fragment or trailing slash', () => {
    const keys = [
      'https://shop.test/p',
      'https://shop.test/p/',
      'https://shop.test/p?x=1',
      'https://shop.test/p#y',
    ];
    expect(new Set(keys.map(pageKey)).size).toBe(1);
  });
});
