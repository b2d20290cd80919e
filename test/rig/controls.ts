/** Servers broken on purpose: each must turn the checker red. */
import type { Sabotage } from './sabotage.ts';

/** Tells first and commits a moment later. */
export const ACKNOWLEDGE_BEFORE_COMMIT: Sabotage[] = [
  {
    file: 'db/sqlite/write-worker.ts',
    find: `    connection.exec('COMMIT');
    count(changed);
    tell({ answers, changed, took: performance.now() - started, units: calls.length });`,
    replace: `    count(changed);
    tell({ answers, changed, took: performance.now() - started, units: calls.length });
    const late = calls.some(({ unit }) => unit === 'message') ? 300 : 0;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, late);
    connection.exec('COMMIT');`,
  },
];

/** Nothing keeps the same intent from being stored twice. */
export const NO_UNIQUE_KEY: { sabotage: Sabotage[]; sql: string } = {
  sabotage: [
    {
      file: 'db/sqlite/commit-message.ts',
      find: ' on conflict (client_message_id, author_id) do nothing',
      replace: '',
    },
    {
      file: 'db/sqlite/commit-message.ts',
      find: `  if (person || 'insert' in conversation) {
    if (sql.findSent`,
      replace: '  if (false) { if (sql.findSent',
    },
    // What stands before the key, and is gone with the process.
    {
      file: 'server/actions/send-message.ts',
      find: 'while (underWay.has(intent)) await underWay.get(intent);',
      replace: '',
    },
    {
      file: 'server/actions/send-message.ts',
      find: 'if (wasSentLately(ctx.db, actor.personId, sending.clientMessageId)) {',
      replace: 'if (false) {',
    },
  ],
  sql: 'drop index message_client_id',
};

/** Everything is published, then taken back where the filter holds it. */
export const BROADCAST_BEFORE_FILTER: Sabotage[] = [
  {
    file: 'server/actions/send-message.ts',
    find: `import { conflict, Refusal } from '../errors.ts';`,
    replace: `import { conflict, Refusal } from '../errors.ts';
import { transaction } from '../../db/database.ts';
import { moveMessage } from '../../db/messages.ts';`,
  },
  {
    file: 'server/actions/message-commit.ts',
    find: `const STATE_OF = { allow: 'published', flag: 'published', hold: 'held',`,
    replace: `const STATE_OF = { allow: 'published', flag: 'published', hold: 'published',`,
  },
  {
    file: 'server/actions/send-message.ts',
    find: `  tell(ctx, message, verdict.effect === 'allow' ? ['conversations'] : EVERY_LIST);`,
    replace: `  tell(ctx, message, EVERY_LIST);
  const takeBack = (tx: never) => moveMessage(tx, message.id, 'published', 'held', { seq: null });
  if (verdict.effect === 'hold') setTimeout(() => void transaction(ctx.db, takeBack), 10);`,
  },
];

/** The number is taken when a message arrives, not when it is published. */
export const SEQ_OUTSIDE_TRANSACTION: Sabotage[] = [
  {
    file: 'server/actions/send-message.ts',
    find: `import { conflict, Refusal } from '../errors.ts';`,
    replace: `import { conflict, Refusal } from '../errors.ts';
import { transaction } from '../../db/database.ts';
const takeSeq = async (tx: any, id: string) => {
  const taken = tx.updateTable('conversation').set((eb: any) => ({ last_seq: eb('last_seq', '+', 1) }));
  return (await taken.where('id', '=', id).returning('last_seq').executeTakeFirstOrThrow()).last_seq;
};`,
  },
  {
    file: 'server/actions/send-message.ts',
    find: '  const commit = messageCommit(ctx, { ...undecided, verdict }, rights);',
    replace: `  const commit = messageCommit(ctx, { ...undecided, verdict }, rights);
  if ('existing' in conversation)
    (commit as { early?: number }).early = await transaction(ctx.db, (tx) => takeSeq(tx, conversation.existing.id));`,
  },
  {
    file: 'db/sqlite/commit-message.ts',
    find: `=== 'published' ? place.lastSeq + 1 : null;`,
    replace: `=== 'published' ? ((commit as { early?: number }).early ?? place.lastSeq + 1) : null;`,
  },
];

/** The trace of a hidden message still carries what it said. */
export const HIDDEN_WITH_ITS_TEXT: Sabotage[] = [
  {
    file: 'server/views.ts',
    find: '...(insider ? { text',
    replace: '...(insider || true ? { text',
  },
];
