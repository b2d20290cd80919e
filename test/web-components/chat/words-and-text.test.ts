import { expect, test } from 'vitest';
import type { ConversationView } from '../../../server/protocol/frames.ts';
import { closedBecause } from '../../../web-components/chat/composer-words.ts';
import { unbroken } from '../../../web-components/chat/header.ts';
import { linkify } from '../../../web-components/chat/linkify.ts';
import { addConversationWords, loadWords } from '../../../web-components/chat/load-words.ts';
import { ago, shortTime } from '../../../web-components/chat/time.ts';

const [en, fr] = [await loadWords('en'), await loadWords('fr')];
await addConversationWords(en, 'en');
await addConversationWords(fr, 'fr');

const conversation = (over: Partial<ConversationView>) => over as ConversationView;

/** The strings of a locale, whatever its functions answer included. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function')
    return [1, 2].flatMap((count) => strings(value(sample(value, count), 'texte')));
  return Object.values(value as object).flatMap(strings);
}
const sample = (words: unknown, count: number) =>
  words === fr.conversation.typing
    ? ['Inès', 'Malik'].slice(0, count)
    : words === fr.message.held
      ? 'link'
      : count;

test('[CHAT5] the composer says why it is closed', () => {
  const closed = (over: Partial<ConversationView>, mode: 'open' | 'invite-only' = 'open') =>
    closedBecause(conversation({ state: 'open', mayWrite: false, unpublished: false, ...over }), mode, en);
  expect(closed({ mayWrite: true })).toBeNull();
  expect(closed({ unpublished: true })).toBe(en.composer.readFirst);
  expect(closed({ state: 'closed' })).toBe(en.composer.closed);
  expect(closed({}, 'invite-only')).toBe(en.composer.onlyExperts);
  expect(closed({}, 'open')).toBe(en.refusals.banned);
});

test('[CHAT6] only http(s) addresses become links, and keep every character of the text', () => {
  const parts = linkify('see https://a.example/x?y=1, javascript:alert(1) <b>and</b> http://b.example.');
  const links = parts.filter((part) => typeof part !== 'string').map((part) => part.values[0]);
  expect(links).toEqual(['https://a.example/x?y=1', 'http://b.example']);
  expect(parts.map((part) => (typeof part === 'string' ? part : part.values[0])).join('')).toBe(
    'see https://a.example/x?y=1, javascript:alert(1) <b>and</b> http://b.example.',
  );
});

test('[CHAT7] French keeps a no-break space before double punctuation, and nobody shouts', () => {
  const french = strings(fr);
  expect(french.length).toBeGreaterThan(80);
  expect(french.filter((text) => / [:;?!»]|« /u.test(text))).toEqual([]);
  expect([...french, ...strings(en)].filter((text) => text.includes('!'))).toEqual([]);
});

test('[CHAT8] times are told in the words of the viewer', () => {
  const now = Date.UTC(2026, 10, 22, 12);
  expect(ago(now - 20_000, now, 'en')).toBe('just now');
  expect(ago(now - 3 * 3_600_000, now, 'fr')).toBe('il y a 3 heures');
  expect(ago(now - 25 * 3_600_000, now, 'fr')).toBe('hier');
  expect(shortTime(now - 9 * 86_400_000, now, 'en')).toMatch(/Nov 13|13 Nov/);
});

test('[CHAT9] the hyphen of an inversion does not break, that of a compound may', () => {
  expect(unbroken('La semelle accroche-t-elle ?')).toBe('La semelle accroche‑t‑elle ?');
  expect(unbroken('Est-ce semi-automatique ?')).toBe('Est‑ce semi-automatique ?');
});
