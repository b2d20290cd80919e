import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { listDueWaves } from '../../db/question-waves.ts';
import { findWaitingQuestion, listWaitingQuestions } from '../../db/waiting-questions.ts';
import { plansSince, rememberStatements } from '../bench/queries/plans.ts';
import { ask, openCommunity } from './community.ts';

let db: Db;
beforeEach(async () => {
  rememberStatements();
  db = await openCommunity();
});
afterEach(() => db.destroy());

test('[WAIT38] pages of waiting questions are found by an index that holds nothing else, whichever the filter', async () => {
  await ask(db, { id: 'c', published_at: 1 });
  const { file } = (await sql<{ file: string }>`select file from pragma_database_list`.execute(db)).rows[0]!;
  const all = { siteId: 's', topic: null, language: null, before: null, limit: 30, now: 1 };
  const asked: Record<string, [wanted: RegExp, () => Promise<unknown>]> = {
    all: [/INDEX conversation_waiting \(site_id=\? AND published_at/, () => listWaitingQuestions(db, all)],
    topic: [/INDEX conversation_waiting_topic/, () => listWaitingQuestions(db, { ...all, topic: 't' })],
    language: [
      /INDEX conversation_waiting_language/,
      () => listWaitingQuestions(db, { ...all, language: 'fr' }),
    ],
    both: [
      /INDEX conversation_waiting_/,
      () => listWaitingQuestions(db, { ...all, topic: 't', language: 'fr' }),
    ],
    one: [/SEARCH conversation/, () => findWaitingQuestion(db, 'c', 1)],
    'what is due': [/INDEX question_wave_due/, () => listDueWaves(db, 1, 20)],
  };
  plansSince(file);
  for (const [what, [wanted, question]] of Object.entries(asked)) {
    await question();
    const plan = plansSince(file);
    expect(plan, what).toMatch(wanted);
    expect(plan, what).not.toMatch(/SCAN (?!CONSTANT)|TEMP B-TREE/);
  }
});
