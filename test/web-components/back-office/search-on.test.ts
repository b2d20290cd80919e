import { describe, expect, test } from 'vitest';
import type { ConversationRow, ConversationsPage } from '../../../server/protocol/back-office.ts';
import { searchOn } from '../../../web-components/back-office/screens/search-on.ts';

const row = (id: string) => ({ id }) as ConversationRow;
const piece = (ids: string[], next: string | null): ConversationsPage => ({
  items: ids.map(row),
  next,
  search: next === null ? 'complete' : 'cut-short',
});

/** A server with these answers, by where they begin. */
function serverOf(answers: Record<string, ConversationsPage>) {
  const asked: (string | null)[] = [];
  return {
    asked,
    fetch: async (after: string | null) => {
      asked.push(after);
      return answers[after ?? 'first']!;
    },
  };
}

describe('a search in pieces', () => {
  test('[OFFICE59] goes on by itself until it is over, and shows each conversation once', async () => {
    const { asked, fetch } = serverOf({
      first: piece([], '90'),
      '90': piece(['a', 'b'], '50'),
      '50': piece(['b', 'c'], null),
    });
    const page = await searchOn(fetch, null);
    expect(page).toEqual({ items: ['a', 'b', 'c'].map(row), next: null, search: 'complete' });
    expect(asked).toEqual([null, '90', '50']);
  });

  test('[OFFICE59] stops where there is a screenful to read, and where a page was full', async () => {
    const ids = Array.from({ length: 12 }, (_, i) => `c${i}`);
    const cut = serverOf({ first: piece(ids, '50') });
    expect((await searchOn(cut.fetch, null)).next).toBe('50');
    const full = serverOf({ first: { items: [row('a')], next: '50', search: 'complete' } });
    expect((await searchOn(full.fetch, null)).next).toBe('50');
    expect([...cut.asked, ...full.asked]).toEqual([null, null]);
  });

  test('[OFFICE59] asks whoever searches whether to go on, rather than go on for ever', async () => {
    const asked: (string | null)[] = [];
    const page = await searchOn(async (after) => {
      asked.push(after);
      return piece([], String(1000 - asked.length));
    }, null);
    expect(asked).toHaveLength(20);
    expect(page).toEqual({ items: [], next: '980', search: 'cut-short' });
  });
});
