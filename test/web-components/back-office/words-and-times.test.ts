import { expect, test } from 'vitest';
import { backOff } from '../../../web-components/back-office/back-off.ts';
import { format, startLocale } from '../../../web-components/back-office/locales/index.ts';
import { whoDecided } from '../../../web-components/back-office/queue-conflict.ts';
import { reasonTags } from '../../../web-components/back-office/reason-words.ts';
import { relativeTime, shortTime } from '../../../web-components/back-office/time.ts';
import { webUrl } from '../../../web-components/back-office/web-url.ts';

test('[OFFICE7] the language is the one chosen, else the first the browser asks for that is known', () => {
  expect(startLocale('en', ['fr-FR'])).toBe('en');
  expect(startLocale(null, ['de', 'fr-CA', 'en'])).toBe('fr');
  expect(startLocale('xx', ['de'])).toBe('en');
});

test('[OFFICE7] words take their plural by the language, and keep what they do not know', () => {
  expect(format(['{count} message', '{count} messages'], { count: 0 }, 'fr')).toBe('0 message');
  expect(format(['{count} message', '{count} messages'], { count: 0 }, 'en')).toBe('0 messages');
  expect(format('{name} : {other}', { name: '{other}' }, 'fr')).toBe('{other} : {other}');
});

test('[OFFICE8] only addresses of the web become links', () => {
  expect(webUrl('https://shop.example/p?a=1')).toBe('https://shop.example/p?a=1');
  for (const url of ['javascript:alert(1)', 'data:text/html,x', '/p', 'shop.example', ''])
    expect(webUrl(url)).toBeNull();
});

test('[OFFICE9] when somebody decided first, it is said who and what', () => {
  expect(whoDecided('Already released by Léa.')).toEqual({ act: 'released', by: 'Léa' });
  expect(whoDecided('Already rejected by M. Dupont.')).toEqual({ act: 'rejected', by: 'M. Dupont' });
  expect(whoDecided('Already hidden.')).toBeNull();
});

test('[OFFICE26] reasons are said in human words, once each; a category of the site as it was written', () => {
  const term = { kind: 'term' as const, entry: 'x', spans: [] };
  const tags = reasonTags([
    { ...term, category: 'insult' },
    { ...term, category: 'insult' },
    { ...term, category: 'Concurrents' },
    { kind: 'link', category: 'link', entry: 'evil.com', spans: [] },
    { kind: 'pace', category: 'pace', entry: null, spans: [] },
  ]);
  expect(tags.map(({ text }) => text)).toEqual([
    'insult',
    'Concurrents',
    'link → evil.com',
    'too many messages in a row',
  ]);
  expect(tags[0]?.tone).toBe('danger');
});

test('[OFFICE27] waiting before a new connection doubles, is never the same for all, nor above half a minute', () => {
  expect([backOff(0, 0), backOff(0, 1), backOff(3, 0), backOff(3, 1)]).toEqual([250, 500, 2000, 4000]);
  expect(backOff(500, 1)).toBe(30_000);
});

test('[OFFICE28] moments are said as people say them', () => {
  const now = new Date(2026, 10, 22, 14, 0).getTime();
  const ago = (minutes: number) => now - minutes * 60_000;
  expect(relativeTime(ago(0.2), now, 'fr')).toBe('à l’instant');
  expect(relativeTime(ago(2), now, 'en')).toBe('2 minutes ago');
  expect(relativeTime(ago(60 * 24), now, 'fr')).toBe('hier');
  expect(relativeTime(ago(60 * 24 * 90), now, 'en')).toBe('Aug 24, 2026');
  expect(shortTime(ago(30), now, 'fr')).toBe('aujourd’hui 13:30');
  expect(shortTime(ago(60 * 15), now, 'fr')).toBe('hier 23:00');
  expect(shortTime(ago(60 * 72), now, 'fr')).toContain('19 nov. 2026');
});
