import { FakeClock } from '../../web-components/client/fake-world.ts';
import type { Violation } from '../checker.ts';
import { HttpWriter } from '../http-writer.ts';
import { type Rig, withRig } from '../rig.ts';
import type { Sabotage } from '../sabotage.ts';
import { waitUntil } from '../wait-until.ts';

export type LostLastOutcome = { violations: Violation[]; hadBefore: boolean; hasAfter: boolean };

/** Of everything published, only the third event is lost, and every row of a list. */
const LOSE_THE_LAST: Sabotage[] = [
  {
    file: 'server/realtime/broker.ts',
    find: '      for (const listener of listeners) listener(message);',
    replace: `      if (message.topic === 'conversation') return;
      if (message.topic === 'event' && message.seq === 3) return;
      for (const listener of listeners) listener(message);`,
  },
];

/** I4: nobody is told of a last message; `afterMs` of the client's own clock pass. */
export function loseTheLast(afterMs: number): Promise<LostLastOutcome> {
  return withRig({ sabotage: LOSE_THE_LAST }, (rig) => readOn(rig, afterMs));
}

async function readOn(rig: Rig, afterMs: number): Promise<LostLastOutcome> {
  const asker = await rig.join();
  await rig.everybodyBack();
  const conversationId = await rig.question(asker);
  const clock = new FakeClock();
  const reader = await rig.join({ clock });
  await rig.everybodyBack();
  reader.chat.openConversation(conversationId);
  const { positions } = reader.watch;
  await waitUntil(() => positions.get(conversationId) === 1, 'the history');
  const writer = new HttpWriter({
    index: 9,
    server: rig.server.url,
    site: rig.sites[0]!,
    line: { times: 1, losesAnswer: () => false },
  });
  await writer.join();
  await writer.write(conversationId, 'Elle taille grand.');
  await waitUntil(() => positions.get(conversationId) === 2, 'a message that is not lost');
  await writer.write(conversationId, 'Prenez en dessous.');
  const hasIt = () => positions.get(conversationId) === 3;
  const hadBefore = hasIt();
  await clock.pass(afterMs);
  const hasAfter = await waitUntil(hasIt, 'the lost message', 5_000).then(
    () => true,
    () => false,
  );
  asker.leave();
  rig.forget(asker);
  const { violations } = await rig.finish([writer.watch.record]);
  return { violations, hadBefore, hasAfter };
}
