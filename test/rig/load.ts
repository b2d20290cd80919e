import { setTimeout as pause } from 'node:timers/promises';
import type { Rig } from './rig.ts';
import type { RigClient } from './rig-client.ts';

export type Audience = { client: RigClient; conversationId: string };

/** Opens small conversations, of some twenty people each, and puts everybody in front of theirs. */
export async function gather(rig: Rig, clients: RigClient[], size = 20): Promise<Audience[]> {
  const groups = new Map<string, RigClient[]>();
  clients.forEach((client, index) => {
    const site = index % rig.sites.length;
    const key = `${site} ${Math.floor(index / rig.sites.length / size)}`;
    const group = groups.get(key);
    if (group) group.push(client);
    else groups.set(key, [client]);
  });
  const audiences = [...groups.values()].map(async (group) => {
    const conversationId = await rig.question(group[0]!);
    for (const client of group) client.chat.openConversation(conversationId);
    return group.map((client) => ({ client, conversationId }));
  });
  return (await Promise.all(audiences)).flat();
}

/** Everybody writes in turn, so many messages a second in all, until told to stop. */
export function writeSteadily(
  rig: Rig,
  audience: Audience[],
  perSecond: number,
): { stop(): Promise<number> } {
  let isOver = false;
  const since = performance.now();
  const done = (async () => {
    let written = 0;
    while (!isOver && !rig.isOver) {
      const due = ((performance.now() - since) / 1000) * perSecond;
      for (; written < due; written++) {
        const { client, conversationId } = audience[written % audience.length]!;
        client.write(conversationId, `Message ${written} : la Crête taille un peu petit.`);
      }
      await pause(10);
    }
    return written;
  })();
  return {
    stop() {
      isOver = true;
      return done;
    },
  };
}
