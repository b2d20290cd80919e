import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { transaction } from '../../db/database.ts';
import { HELD_BY_PERSON, STAYS_WITH_PERSON } from '../../db/held-by-person.ts';
import { listIdentitySecrets } from '../../db/identity-secrets.ts';
import { mergePeople } from '../../db/merge-people.ts';
import { findCustomer, findPerson } from '../../db/people.ts';
import { findOffer, listOffers } from '../../db/promotions.ts';
import { evidenceOf, listRegulars } from '../../db/regulars.ts';
import { plansSince, rememberStatements } from '../bench/queries/plans.ts';
import { ask, openCommunity, say } from './community.ts';

let db: Db;
beforeEach(async () => {
  rememberStatements();
  db = await openCommunity();
});
afterEach(() => db.destroy());

const since = { seen: 1, offered: 1, now: 1, limit: 200 };

/** Every column that names somebody who may turn out to be somebody else. */
async function columnsOfPeople(): Promise<string[]> {
  const { rows } = await sql<{ place: string }>`select m.name || '.' || c.name as place
    from sqlite_master m, pragma_table_info(m.name) c
    where m.type = 'table' and c.name in ('person_id', 'author_id', 'other_person_id')`.execute(db);
  return rows.map(({ place }) => place).sort();
}

describe('identity and regulars', () => {
  test('[IDENT29] every column that names a person is decided on: it goes over, or it stays', async () => {
    const decided = [
      ...HELD_BY_PERSON.map(({ table, column }) => `${table}.${column}`),
      ...STAYS_WITH_PERSON,
    ].sort();
    expect(decided).toEqual(await columnsOfPeople());
  });

  test('[IDENT28] customers, secrets, offers and regulars are found by an index: no table looked through, no list of the site’s people sorted', async () => {
    await ask(db, { id: 'c' });
    const { file } = (await sql<{ file: string }>`select file from pragma_database_list`.execute(db))
      .rows[0]!;
    const asked: Record<string, () => Promise<unknown>> = {
      'a customer': () => findCustomer(db, 's', 'c-1'),
      secrets: () => listIdentitySecrets(db, 's'),
      offers: () => listOffers(db, 's', 0),
      regulars: () => listRegulars(db, 's', since),
      'an offer': () => findOffer(db, 's', 'ines', 1),
    };
    plansSince(file);
    for (const [what, ask] of Object.entries(asked)) {
      await ask();
      const plan = plansSince(file);
      expect(plan, what).toMatch(/SEARCH/);
      expect(plan, what).not.toMatch(/SCAN (?!CONSTANT)|TEMP B-TREE FOR ORDER/);
    }
    await evidenceOf(db, 'ines', 0, 300);
    expect(plansSince(file)).toMatch(/message_author/);
  });

  test('[IDENT29] two people become one: texts, counts, bans and reports, whatever both had already', async () => {
    await ask(db, { id: 'c' });
    await ask(db, { id: 'd' });
    await say(
      db,
      { id: 'a', author_id: 'malik', client_message_id: 'same' },
      { id: 'b', author_id: 'ines', client_message_id: 'same', seq: 3 },
      { id: 'e', author_id: 'malik', conversation_id: 'd', state: 'rejected', seq: null },
      { id: 'f', author_id: 'sonia', conversation_id: 'c', seq: 4 },
    );
    const moved = await transaction(db, async (tx) => {
      const [malik, ines] = [await findPerson(tx, 's', 'malik'), await findPerson(tx, 's', 'ines')];
      return await mergePeople(tx, malik!, ines!, 9);
    });
    // One of each with the same id of the browser: the second would be the first sent again.
    expect(moved).toBe(1);
    expect(await findPerson(db, 's', 'malik')).toMatchObject({
      merged_into: 'ines',
      published: 1,
      rejected: 0,
    });
    expect(await findPerson(db, 's', 'ines')).toMatchObject({ merged_into: null, published: 3, rejected: 1 });
    const answers = await db.selectFrom('conversation').select(['id', 'answers']).orderBy('id').execute();
    expect(answers).toEqual([
      { id: 'c', answers: 2 },
      { id: 'd', answers: 0 },
    ]);
  });

  test('[STORE40] what somebody answered themself is no first answer once two people are one', async () => {
    await ask(db, { id: 'c' });
    await ask(db, { id: 'd' });
    await say(
      db,
      { id: 'a', published_at: 5 },
      { id: 'b', published_at: 7, author_id: 'sonia' },
      { id: 'e', published_at: 6, conversation_id: 'd' },
    );
    await transaction(db, async (tx) => {
      const [malik, ines] = [await findPerson(tx, 's', 'malik'), await findPerson(tx, 's', 'ines')];
      await mergePeople(tx, malik!, ines!, 9);
    });
    const first = await db
      .selectFrom('conversation')
      .select(['id', 'first_answer_at'])
      .orderBy('id')
      .execute();
    expect(first).toEqual([
      { id: 'c', first_answer_at: 7 },
      { id: 'd', first_answer_at: null },
    ]);
  });
});
