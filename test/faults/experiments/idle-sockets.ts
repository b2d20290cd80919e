/** I9: thousands of sockets that are open and say nothing. */

import type { Sabotage } from '../../rig/sabotage.ts';
import { PAGE } from '../../server/harness.ts';
import { startChild } from '../child.ts';
import { inParallel } from '../in-parallel.ts';
import { framesIn, localAddress, openWebSocket, type RawSocket, webSocketFrame } from '../raw-socket.ts';

type Size = { sockets: number; sabotage?: Sabotage[] };
type Outcome = { faults: string[]; rssMiB: number; kibibytesEach: number };

/** Hellos of one person: the limit is more, and a token for each socket would only take time. */
const SOCKETS_A_PERSON = 5;

export async function idleSockets({ sockets, sabotage }: Size): Promise<Outcome> {
  const child = await startChild({ sabotage });
  const open: RawSocket[] = [];
  try {
    const before = await child.state();
    await inParallel(Math.ceil(sockets / SOCKETS_A_PERSON), 8, async (at) => {
      const { token } = await child.person();
      for (let i = 0; i < SOCKETS_A_PERSON; i += 1) {
        const raw = await openWebSocket(child.url, localAddress(at * SOCKETS_A_PERSON + i));
        if (!raw) throw new Error('the server did not open a socket');
        raw.socket.write(
          webSocketFrame(JSON.stringify({ op: 'hello', version: 1, site: 'demo', token, page: PAGE })),
        );
        open.push(raw);
      }
    });
    const faults: string[] = [];
    await Promise.all(open.map((raw) => stillAnswers(raw, faults)));
    const { rssMiB, connections } = await child.state();
    if (connections !== open.length) faults.push(`${connections} of ${open.length} are open`);
    return { faults, rssMiB, kibibytesEach: ((rssMiB - before.rssMiB) * 1024) / open.length };
  } finally {
    for (const { socket } of open) socket.destroy();
    await child.stop();
  }
}

async function stillAnswers(raw: RawSocket, faults: string[]): Promise<void> {
  raw.socket.write(webSocketFrame('{"op":"ping"}'));
  await raw.until((bytes) => framesIn(bytes).some(({ payload }) => payload.includes('"op":"pong"')));
  if (raw.isClosed())
    faults.push(`closed: ${framesIn(raw.received()).at(-1)?.payload.toString().slice(0, 100)}`);
}
