/** Our real server, as `npm start` runs it, on a database of its own that is filled on request. */
import { mkdirSync } from 'node:fs';
import { readConfig } from '../../../server/config.ts';
import { LIMITS } from '../../../server/limits.ts';
import { createLog } from '../../../server/log.ts';
import { startServer } from '../../../server/start.ts';
import { answerQuestions } from './answering.ts';
import { fill } from './fill.ts';
import { createLoopProbe } from './loop-probe.ts';
import { signInManager } from './manager.ts';

const folder = process.env.BENCH_FOLDER;
if (!folder) throw new Error('BENCH_FOLDER: where to keep the database');
mkdirSync(folder, { recursive: true });

// One person writes here as fast as hundreds do: their pace is counted as ever, and never reached.
Object.assign(LIMITS.pace, { visitor: 1e9, address: 1e9 });
Object.assign(LIMITS.frames, { perTenSeconds: 1e9 });

const config = readConfig({
  ENTRAIDE_PORT: process.env.BENCH_PORT ?? '0',
  ENTRAIDE_DATA: folder,
  ENTRAIDE_SECRET: process.env.BENCH_SECRET,
});
const server = await startServer({ config, log: createLog('error') });
// What is loaded once, a few seconds after the start, is no connection's and no message's.
await server.ctx.signIn.warmUp();
const probe = createLoopProbe();

answerQuestions(
  { port: Number(new URL(server.url).port) },
  {
    fill: async (wanted: Parameters<typeof fill>[1]) => await fill(server.ctx, wanted),
    manager: async () => await signInManager(server.ctx),
    startProbe: () => probe.start(),
    /** Since the start of the probe, which stops. */
    loopDelay: () => probe.stop(),
  },
);
