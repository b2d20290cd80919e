import type { Violation } from '../checker.ts';
import { HttpWriter } from '../http-writer.ts';
import { type Rig, withRig } from '../rig.ts';
import { waitUntil } from '../wait-until.ts';

export type AnotherTextOutcome = { violations: Violation[]; socket: string | null; http: string | null };

/** I2: an id that was used is used again for another text. Answers the codes of the refusals. */
export function refuseAnotherText(): Promise<AnotherTextOutcome> {
  return withRig({}, async (rig) => {
    const reader = await rig.join();
    await rig.everybodyBack();
    const conversationId = await rig.question(reader);
    const socket = await bySocket(rig, conversationId);
    const writer = new HttpWriter({
      index: 9,
      server: rig.server.url,
      site: rig.sites[0]!,
      line: { times: 1, losesAnswer: () => false },
    });
    await writer.join();
    const id = await writer.write(conversationId, 'Elle taille grand.');
    await writer.write(conversationId, 'Elle taille petit.', id);
    await rig.settle();
    const { violations } = await rig.finish([writer.watch.record]);
    return { violations, socket, http: lastRefusal(writer.watch) };
  });
}

async function bySocket(rig: Rig, conversationId: string): Promise<string | null> {
  const id = crypto.randomUUID();
  const client = await rig.join({ newId: () => id });
  await rig.everybodyBack();
  for (const text of ['Elle taille grand.', 'Elle taille petit.']) {
    client.write(conversationId, text);
    await waitUntil(() => client.watch.open.size === 0, 'an answer to the same id');
  }
  return lastRefusal(client.watch);
}

function lastRefusal({ record }: HttpWriter['watch']): string | null {
  const refusal = record.entries.findLast((entry) => entry.kind === 'fail');
  return refusal?.kind === 'fail' ? refusal.code : null;
}
