import type { Violation } from '../checker.ts';
import { type Rig, type RigOptions, withRig } from '../rig.ts';
import type { RigClient } from '../rig-client.ts';
import { HELD_WORD } from '../site.ts';
import { waitUntil } from '../wait-until.ts';

/** A conversation in which one message is held and another is hidden, read by everybody. */
export function moderatedConversation(options: RigOptions & { readers: number }): Promise<Violation[]> {
  return withRig(options, (rig) => holdAndHide(rig, options.readers));
}

async function holdAndHide(rig: Rig, count: number): Promise<Violation[]> {
  const moderator = await rig.moderator();
  const [writer, ...readers] = await rig.joinAll(count + 1);
  const conversationId = await rig.question(writer!);
  for (const client of [writer!, ...readers]) client.chat.openConversation(conversationId);
  await write(writer!, conversationId, 'Elle taille petit, prenez au-dessus (63f1).');
  await write(writer!, conversationId, `Le vendeur est un ${HELD_WORD} (8a0c).`);
  await write(writer!, conversationId, 'Je confirme, une demi-pointure au-dessus.');
  await rig.settle(5_000);
  const hidden = rig.stored().messages.find(({ text }) => text.includes('63f1'));
  await moderator.chat.ask(`moderation/messages/${hidden!.id}`, { act: 'hide', reason: null });
  await write(writer!, conversationId, 'Merci à tous.');
  await rig.settle(5_000);
  return (await rig.finish()).violations;
}

async function write(writer: RigClient, conversationId: string, text: string): Promise<void> {
  writer.write(conversationId, text);
  await waitUntil(() => writer.watch.open.size === 0, 'the message is answered');
}
