import fc from 'fast-check';
import { type CompiledQuery, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { eraseConversation } from '../../db/conversations.ts';
import { transaction } from '../../db/database.ts';
import { searchConversations } from '../../db/search.ts';
import { hasUnindexed, indexMessages } from '../../db/search-index.ts';
import { searchWordsOf } from '../../db/search-words.ts';
import { indexMessagesUnit } from '../../db/sqlite/index-messages.ts';
import { openWriter } from '../../db/sqlite/open.ts';
import { ask, message, openCommunity, say } from './community.ts';

let db: Db;
beforeEach(async () => {
  db = await openCommunity();
});
afterEach(() => db.destroy());

const index = async () => {
  while (await hasUnindexed(db)) await indexMessages(db, 7);
};

async function search(
  typed: string,
  { siteId = 's', state = null as 'deleted' | null, limit = 50, before = null as number | null } = {},
  now = () => 0,
) {
  const words = searchWordsOf(typed);
  if (!words) return null;
  return await searchConversations(db, { siteId, typed, words, state, before, limit }, now);
}
const found = async (typed: string, options = {}) => (await search(typed, options))?.conversationIds ?? null;

/** The next message begins another part. */
const closePart = () => db.updateTable('search_part').set({ messages: 99_999 }).execute();

/** Once as the messages stand, once by the index: the answers must be the same. */
async function foundBothWays(typed: string, options = {}) {
  const asTheyStand = await found(typed, options);
  await index();
  expect(await found(typed, options)).toEqual(asTheyStand);
  return asTheyStand;
}

describe('search', () => {
  test.each([
    ['a word', 'garantie', ['c']],
    ['without its accents and capitals', 'PRECISEMENT', ['c']],
    ['the beginning of a word', 'garan', ['c']],
    ['several words in any order', 'ans garantie', ['c']],
    ['words side by side', '"la garantie"', ['c']],
    ['words that are not side by side', '"garantie la"', []],
    ['words of two messages', 'garantie semelle', []],
    ['the page’s title', 'randonnée', ['d', 'c']],
    ['the page’s address', 'https://shop.test/chaussures/crete', ['d', 'c']],
    ['a name', 'malik', ['c']],
    ['a part of a name', 'ali', ['c']],
    ['the middle of a word', 'rantie', []],
    ['nothing of it', 'xylophage', []],
  ])('[SEARCH1] finds by %s', async (_, typed, expected) => {
    await ask(db, { id: 'c' }, { body: 'Précisément, combien d’années ?' });
    await ask(db, { id: 'd' }, { body: 'Et la semelle ?' });
    await say(db, { id: 'm', body: 'La garantie est de deux ans.' });
    expect(await foundBothWays(typed)).toEqual(expected);
  });

  test('[SEARCH2] nothing that is typed is read as the index’s own syntax', async () => {
    await ask(db, { id: 'c' }, { body: 'NOT a word NEAR another OR body' });
    await index();
    expect(await found('NOT (word')).toEqual(['c']);
    expect(await found('word AND NEAR')).toEqual([]);
    expect(await found('"word')).toEqual(['c']);
    expect(await found('body:word')).toEqual(['c']);
    for (const vague of ['', '"""', '***', '%'.repeat(200), '(-)']) expect(await found(vague)).toBeNull();
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('"', '*', ' NOT ', 'NEAR(', ':', '^', '+', "'", ' AND'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        await found(pieces.join(''));
      }),
      { numRuns: 100 },
    );
  }, 30_000);

  test('[SEARCH3] newest first, and page after page every conversation once', async () => {
    const ids = Array.from({ length: 23 }, (_, at) => `c${at}`);
    for (const id of ids) await ask(db, { id }, { body: 'une chaussure' });
    for (const id of ids.slice(0, 5))
      await say(db, { id: `${id}-late`, conversation_id: id, body: 'ma chaussure' });
    const expected = [...ids.slice(0, 5).reverse(), ...ids.slice(5).reverse()];
    for (const prepare of [async () => {}, index]) {
      await prepare();
      const pages: string[] = [];
      let before: number | null = null;
      do {
        const page = await search('chaussure', { limit: 4, before });
        pages.push(...page!.conversationIds);
        before = page!.next;
      } while (before !== null);
      expect(pages).toEqual(expected);
    }
  });

  test('[SEARCH4] a site finds nothing of another', async () => {
    await ask(db, { id: 'c' }, { body: 'secret' });
    await ask(db, { id: 'o', site_id: 'other' }, { body: 'secret' });
    expect(await foundBothWays('secret')).toEqual(['c']);
    expect(await found('secret', { siteId: 'other' })).toEqual(['o']);
    expect(await found('inès', { siteId: 'other' })).toEqual(['o']);
  });

  test('[SEARCH5] what visitors do not see is found by staff, what is deleted under its own filter', async () => {
    await ask(db, { id: 'c' });
    const states = ['held', 'rejected', 'hidden', 'removed'] as const;
    await say(db, ...states.map((state) => ({ id: state, state, body: `un mot ${state}` })));
    await ask(db, { id: 'd', state: 'deleted' }, { body: 'un mot supprimé' });
    for (const state of states) expect(await foundBothWays(`mot ${state}`)).toEqual(['c']);
    expect(await found('mot supprimé')).toEqual([]);
    expect(await found('mot supprimé', { state: 'deleted' })).toEqual(['d']);
  });

  test('[SEARCH6] what is erased leaves the index in the same transaction, to the last byte', async () => {
    await ask(db, { id: 'c', page_title: 'pagesecrete' }, { body: 'motsecret ordinaire' });
    await ask(db, { id: 'd' }, { body: 'ordinaire' });
    await say(db, { id: 'm', body: 'reponsesecrete' });
    await index();
    await expect(
      transaction(db, async (tx) => {
        await eraseConversation(tx, 'c');
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await found('motsecret')).toEqual(['c']);
    // Words follow each other without the letters they share.
    expect(await bytesOfIndex()).toMatch(/otsecret/);
    await transaction(db, (tx) => eraseConversation(tx, 'c'));
    expect(await bytesOfIndex()).not.toMatch(/ecret/);
    expect(await found('ordinaire')).toEqual(['d']);
  });

  test('[SEARCH7] a page that would cost too much is cut short, and goes on where it stopped', async () => {
    await ask(db, { id: 'old' }, { body: 'chaussure' });
    await ask(db, { id: 'c' }, { body: 'chaussure' });
    const many = Array.from({ length: 3100 }, (_, at) => message({ id: `m${at}`, body: 'chaussure' }));
    await transaction(db, async (tx) => {
      for (let at = 0; at < many.length; at += 500)
        await tx
          .insertInto('message')
          .values(many.slice(at, at + 500))
          .execute();
    });
    for (const prepare of [async () => {}, async () => void (await indexMessages(db, 5000))]) {
      await prepare();
      const first = await search('chaussure');
      expect(first).toMatchObject({ conversationIds: ['c'], cutShort: true });
      const second = await search('chaussure', { before: first!.next });
      expect(second).toEqual({ conversationIds: ['old'], next: null, cutShort: false });
      // Those of another state cost as much.
      expect(await search('chaussure', { state: 'deleted' })).toMatchObject({ cutShort: true });
    }
  });

  test('[SEARCH10] a page whose time is up is cut short, and no message or name is lost', async () => {
    const ids = Array.from({ length: 12 }, (_, at) => `c${at}`);
    // By a name where by no word.
    for (const [at, id] of ids.entries()) {
      const byMalik = { author_id: 'malik', body: 'merci inès' };
      await ask(db, { id }, at % 3 === 0 ? byMalik : { body: 'bonjour' });
      await index();
      await closePart();
    }
    const whole = await search('inès');
    const pages: string[][] = [];
    let before: number | null = null;
    do {
      let time = 0;
      const page = await search('inès', { before }, () => (time += 1000));
      pages.push(page!.conversationIds);
      before = page!.next;
      expect(page!.cutShort).toBe(before !== null);
    } while (before !== null);
    expect(pages.length).toBeGreaterThan(6);
    expect(pages.flat()).toEqual(ids.toReversed());
    expect(pages.flat()).toEqual(whole!.conversationIds);
  });

  test('[SEARCH11] the rarest of several words finds the same as all of them together', async () => {
    const pieces = ['de la', 'la', 'de', 'rare', 'rares', 'livraison', 'la livraison'];
    const typed = [
      'de rare',
      'rare de',
      '"de la" rare',
      'la livr rar',
      'rare livraison "la livraison"',
      'rare xylophage',
    ];
    for (let at = 0; at < 96; at++) {
      const body = [
        at % 32 === 3 ? 'rare' : at % 32 === 9 ? 'rares' : 'livraison',
        pieces[at % 7],
        pieces[(at * 5) % 6 === 3 ? 0 : 1],
      ];
      await ask(db, { id: `c${at}` }, { body: body.join(' ') });
    }
    const asTheyStand = await Promise.all(typed.map((each) => found(each)));
    for (let left = 96; left > 0; left -= 24) {
      await indexMessages(db, 24);
      await closePart();
    }
    expect(asTheyStand.slice(0, 5).every((each) => each!.length > 0)).toBe(true);
    const asked = vi.spyOn(db, 'executeQuery');
    expect(await Promise.all(typed.map((each) => found(each)))).toEqual(asTheyStand);
    const terms = asked.mock.calls.map(([query]) => (query as CompiledQuery).parameters[1]);
    expect(terms).toContain('"rare"*');
    expect(terms).not.toContain('"de" AND "rare"*');
  });
});

test('[SEARCH9] taking messages into the index costs by how many they are, not by how many the site has', async () => {
  await ask(db, { id: 'c' });
  await index();
  const [{ file } = { file: '' }] = (
    await sql<{ file: string }>`select file from pragma_database_list`.execute(db)
  ).rows;
  await say(db, { id: 'new' });
  const connection = openWriter(file);
  const prepare = vi.spyOn(connection, 'prepare');
  const take = indexMessagesUnit(connection);
  expect(take(10)).toBe(1);
  const statements = prepare.mock.calls.map(([statement]) => statement);
  const reading = statements.filter((statement) => /\bfrom message\b/.test(statement));
  expect(reading).toHaveLength(2);
  for (const statement of reading) {
    const parameters = new Array(statement.split('?').length - 1).fill(null);
    const steps = connection.prepare(`explain query plan ${statement}`).all(...parameters);
    expect(JSON.stringify(steps)).toMatch(/SEARCH message USING INTEGER PRIMARY KEY \(rowid>\?/);
  }
  connection.close();
});

async function bytesOfIndex(): Promise<string> {
  const { rows } = await sql<{ block: Buffer }>`select block from search_1_data`.execute(db);
  return rows.map(({ block }) => Buffer.from(block).toString('latin1')).join(' ');
}
