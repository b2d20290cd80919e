import { setTimeout as pause } from 'node:timers/promises';
import type { Violation } from '../checker.ts';
import { type Rig, type RigOptions, withRig } from '../rig.ts';
import type { RigClient } from '../rig-client.ts';
import { HELD_WORD } from '../site.ts';
import { waitUntil } from '../wait-until.ts';

export type SameOrderOptions = RigOptions & { writers: number; readers: number; messagesEach: number };
export type SameOrderOutcome = {
  violations: Violation[];
  /** How many different transcripts the readers ended with: one, if all is well. */
  transcripts: number;
  messages: number;
  readers: number;
  /** The number a held message was released under, and the highest before it. */
  released: { seq: number | null; before: number };
};

/** I3: writers and readers in one conversation; a held message is released when all have written. */
export function sameOrder(options: SameOrderOptions): Promise<SameOrderOutcome> {
  return withRig(options, (rig) => writeAndRead(rig, options));
}

async function writeAndRead(rig: Rig, options: SameOrderOptions): Promise<SameOrderOutcome> {
  const moderator = await rig.moderator();
  const people = await rig.joinAll(options.writers + options.readers);
  const writers = people.slice(0, options.writers);
  const conversationId = await rig.question(writers[0]!);
  for (const client of rig.clients) client.chat.openConversation(conversationId);
  writers[0]!.write(conversationId, `Quel ${HELD_WORD}, ce vendeur.`);
  for (let round = 0; round < options.messagesEach; round++) {
    for (const writer of writers) writer.write(conversationId, `Tour ${round}, de ${writer.address}.`);
    await pause(100);
  }
  await rig.settle(60_000);
  const before = highest(rig, conversationId);
  const released = await release(rig, moderator);
  await rig.settle();
  const { messages } = rig.stored();
  const seen = new Set(people.map((client) => client.finished().transcript?.messageIds.join(' ')));
  const { violations } = await rig.finish();
  return {
    violations,
    transcripts: seen.size,
    messages: messages.length,
    readers: people.length,
    released: { seq: messages.find(({ id }) => id === released)?.seq ?? null, before },
  };
}

function highest(rig: Rig, conversationId: string): number {
  const seqs = rig.stored().events.filter((event) => event.conversationId === conversationId);
  return Math.max(...seqs.map(({ seq }) => seq));
}

async function release(rig: Rig, moderator: RigClient): Promise<string> {
  const held = rig.stored().messages.find(({ state }) => state === 'held');
  if (!held) throw new Error('nothing was held');
  await moderator.chat.ask(`moderation/messages/${held.id}`, { act: 'release', reason: null });
  const isReleased = () => rig.stored().messages.some(({ id, seq }) => id === held.id && seq !== null);
  await waitUntil(isReleased, 'the held message is released');
  return held.id;
}
