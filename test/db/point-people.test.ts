import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { transaction } from '../../db/database.ts';
import { addPointEntry } from '../../db/point-entries.ts';
import { listEarners } from '../../db/point-people.ts';
import { bareEntry } from '../../server/recognition/bare-entry.ts';
import { plansSince, rememberStatements } from '../bench/queries/plans.ts';
import { openCommunity } from './community.ts';

test('[BADGE7] who has earned anything is found in the ledger, in order, without reading those who have not', async () => {
  rememberStatements();
  const db = await openCommunity();
  const { file } = (await sql<{ file: string }>`select file from pragma_database_list`.execute(db)).rows[0]!;
  const said = { site_id: 's', source: 'manager', why: 'given', points: 1 } as const;
  await transaction(db, async (tx) => {
    for (const person_id of ['malik', 'ines', 'malik']) {
      await addPointEntry(tx, bareEntry({ ...said, person_id }, 1));
    }
  });
  plansSince(file);
  expect(await listEarners(db, 's', '', 10)).toEqual(['ines', 'malik']);
  const plan = plansSince(file);
  expect(plan).toMatch(/SEARCH point_entry USING .*\(person_id>\?\)/);
  expect(plan).not.toMatch(/SCAN|TEMP B-TREE/);
  expect(await listEarners(db, 's', 'ines', 10)).toEqual(['malik']);
  expect(await listEarners(db, 'other', '', 10)).toEqual([]);
  await db.destroy();
});
