import { type Child, startChild } from './child.ts';
import { type Contender, placeIn, type Running } from './contenders.ts';
import type { Opening } from './crowd.ts';
import { cpuSeconds } from './process-cost.ts';
import type { Published, Publishing } from './publish.ts';
import { readerTokens, tokensFor, writerId } from './site.ts';

/** A load generator on the second core, and what it does to one running contender. */
export type Load = {
  child: Child;
  /** Opens connections that read a conversation. @returns milliseconds until all were live */
  open(readers: number, atOnce?: number): Promise<number>;
  /** Opens one more that also writes. */
  openWriter(): Promise<void>;
  /** Opens writers who only hear of their own messages. */
  openWriters(count: number): Promise<void>;
  publish(publishing: Publishing): Promise<Measured>;
  close(): Promise<void>;
};

/** What a publishing cost the server, and how busy the generator was: a busy one measures itself. */
export type Measured = Published & { serverCpu: number; generatorShare: number };

const AT_ONCE = 64;

/** @param conversation which of those our server was filled with; no two loads share source addresses */
export async function startLoad(
  contender: Contender,
  running: Running,
  { conversation = 0, firstIndex = 0 } = {},
): Promise<Load> {
  const child = await startChild('generator.ts', { cores: '1' });
  const place = placeIn(running.filled, conversation);
  let index = firstIndex;

  async function openAll(tokens: string[], changes: Partial<Opening> = {}): Promise<number> {
    const { port, lastSeq } = running;
    const { dialect } = contender;
    const opening = { port, dialect, place, tokens, lastSeq, firstIndex: index, atOnce: AT_ONCE, ...changes };
    index += tokens.length;
    return await child.ask<number>('open', opening);
  }

  return {
    child,
    open: async (readers, atOnce = AT_ONCE) =>
      await openAll(contender.dialect === 'ours' ? await readerTokens(readers) : Array(readers).fill(''), {
        atOnce,
      }),
    openWriter: async () => void (await openAll(await tokensFor([writerId(conversation)]))),
    openWriters: async (count) => {
      const ids = Array.from({ length: count }, (_, i) => writerId(i));
      await openAll(await tokensFor(ids), { place: { ...place, conversation: null } });
    },
    async publish(publishing) {
      const [server, generator, at] = [cpuSeconds(running.child.pid), cpuSeconds(child.pid), Date.now()];
      const published = await child.ask<Published>('publish', publishing);
      if (published.unpublished > 0) throw new Error(`${published.unpublished} messages were not published`);
      const generatorCpu = cpuSeconds(child.pid) - generator;
      return {
        ...published,
        serverCpu: cpuSeconds(running.child.pid) - server,
        generatorShare: generatorCpu / ((Date.now() - at) / 1000),
      };
    },
    async close() {
      await child.stop();
    },
  };
}
