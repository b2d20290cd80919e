import { readConfig } from './config.ts';
import { orExplain, usable } from './explain.ts';
import { LIMITS } from './limits.ts';
import { createLog } from './log.ts';
import { startServer } from './start.ts';

/** Starts the server, says where it listens, and stops it gracefully on Ctrl-C or SIGTERM. */
export async function runServer(env: NodeJS.ProcessEnv): Promise<void> {
  await orExplain(async () => {
    const config = readConfig(env);
    const server = await startServer({ config: usable(config), log: createLog(config.logLevel) });
    console.log(
      `Entraide listens on ${server.url} (public: ${config.publicUrl}), data in ${config.dataFolder}`,
    );
    stopOnSignal(() => server.close());
  });
}

/** First signal: finish what is under way, if it can be in time. Second: leave at once. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) process.exit(130);
    stopping = true;
    setTimeout(() => leave(new Error('not over in time')), LIMITS.drain.overMs).unref();
    stop().then(() => process.exit(0), leave);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

function leave(error: unknown): never {
  console.error(`The stop failed: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
