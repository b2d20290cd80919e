import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Violation } from '../checker.ts';
import { type Rig, withRig } from '../rig.ts';
import { alter } from '../stored.ts';
import { waitUntil } from '../wait-until.ts';

export type RestoredOutcome = {
  /** How often the reader was told to begin anew. */
  resyncs: number;
  /** Messages on the screen afterwards, and in the database. */
  shown: number;
  stored: number;
  /** What the checker says of the reader, who alone is still there. */
  violations: Violation[];
};

/**
 * I4: the database goes back to an earlier state behind a reader's back. With `epoch` it says so by another
 * epoch, and has gone on further than the reader was; without, the reader's position lies ahead of the log.
 */
export function restoreBehind({ epoch }: { epoch: string | null }): Promise<RestoredOutcome> {
  const copy = mkdtempSync(join(tmpdir(), 'entraide-copy-'));
  return withRig({}, (rig) => goBack(rig, copy, epoch)).finally(() => rmSync(copy, { recursive: true }));
}

async function goBack(rig: Rig, copy: string, epoch: string | null): Promise<RestoredOutcome> {
  const [reader, asker] = (await rig.joinAll(2)) as [Rig['clients'][number], Rig['clients'][number]];
  const conversationId = await rig.question(asker);
  reader.chat.openConversation(conversationId);
  const write = async (text: string) => {
    asker.write(conversationId, text);
    await waitUntil(() => asker.watch.open.size === 0, 'an answer');
  };
  await write('Dans la copie.');
  await rig.settle();
  await rig.server.stop();
  cpSync(rig.folder, copy, { recursive: true });
  await rig.server.start();
  await rig.everybodyBack();
  await write('Après la copie.');
  await rig.settle();
  await rig.server.stop();
  rmSync(rig.folder, { recursive: true });
  cpSync(copy, rig.folder, { recursive: true });
  if (epoch !== null) alter(rig.folder, `update meta set value = '${epoch}' where key = 'epoch'`);
  await rig.server.start();
  await rig.everybodyBack();
  const resyncs = () => reader.watch.record.entries.filter(({ kind }) => kind === 'resync').length;
  // Where it never comes, the outcome says so.
  await waitUntil(() => resyncs() > 0, '', 5_000).catch(() => null);
  if (epoch !== null) for (const text of ['Un.', 'Deux.', 'Trois.']) await write(text);
  await rig.settle(5_000);
  asker.leave();
  rig.forget(asker);
  const shown = reader.finished().transcript?.messageIds.length ?? 0;
  const stored = rig.stored().messages.length;
  const { violations } = await rig.finish();
  // What the reader saw of the time that is gone is gone: no fault of the reader's.
  const lasting = violations.filter(({ kind }) => kind !== 'delivered-not-stored');
  return { resyncs: resyncs(), shown, stored, violations: lasting };
}
