/** Many people in a conversation of their own, who are told something small again and again. */
import type { TestSocket } from '../../server/harness.ts';
import type { Child } from '../child.ts';
import { inParallel } from '../in-parallel.ts';

export type Elsewhere = {
  /** Ends the talk. @returns milliseconds from each writing to each receipt, and what somebody never got */
  end(): Promise<{ deliveredMs: number[]; faults: string[] }>;
};

const EVERY_MS = 250;
/** In turns: each stays under the limit of a minute. */
const WRITERS = 5;

/** @param people who listen; managers write, whom nobody holds for their pace */
export async function talkElsewhere(child: Child, people: number): Promise<Elsewhere> {
  const writers: TestSocket[] = [];
  for (let i = 0; i < WRITERS; i += 1) writers.push(await (await child.person('manager')).connect());
  const { conversation } = await writers[0]!.ask('Et ici ?');
  const writtenAt: number[] = [];
  const deliveredMs: number[] = [];
  const listening: TestSocket[] = [];
  await inParallel(people, 20, async () => {
    const socket = await (await child.person()).connect();
    await socket.subscribe(conversation.id);
    // Behind what keeps the frame.
    socket.socket.on('message', () => {
      const seq = seqOf(socket);
      if (seq !== null) deliveredMs.push(performance.now() - writtenAt[seq]!);
    });
    listening.push(socket);
  });
  let isOver = false;
  const talk = (async () => {
    for (let seq = conversation.lastSeq + 1; !isOver; seq += 1) {
      writtenAt[seq] = performance.now();
      await writers[seq % WRITERS]!.write(`Bonjour à tous, pour la ${seq}e fois`, conversation.id);
      await new Promise((done) => setTimeout(done, EVERY_MS));
    }
  })();
  return {
    async end() {
      isOver = true;
      await talk;
      await child.settled();
      await inParallel(listening.length, 50, async (index) => {
        const socket = listening[index]!;
        socket.send({ op: 'ping' });
        await socket.next('pong');
      });
      const written = writtenAt.filter(Boolean).length;
      const missing = written * people - deliveredMs.length;
      return { deliveredMs, faults: missing === 0 ? [] : [`${missing} messages never came elsewhere`] };
    },
  };
}

/** The number of the message that came last, where one did. */
function seqOf({ frames }: TestSocket): number | null {
  const last = frames.at(-1);
  return last?.op === 'event' && last.event.kind === 'message' ? last.event.seq : null;
}
