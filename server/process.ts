import { accessSync, constants, mkdirSync } from 'node:fs';
import { DatabaseInUse } from '../db/lock.ts';
import { NotWhole } from '../db/verify.ts';
import { BackupError } from './backup/files.ts';
import { type Config, ConfigError, EXIT_CONFIG, readConfig } from './config.ts';
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

/** The data folder exists and can be written. @throws ConfigError */
export function usable(config: Config): Config {
  try {
    mkdirSync(config.dataFolder, { recursive: true });
    accessSync(config.dataFolder, constants.W_OK);
    return config;
  } catch {
    throw new ConfigError(`ENTRAIDE_DATA: ${config.dataFolder} cannot be written. Choose a folder that can.`);
  }
}

/** What a person can mend is said in one line; the exit code tells a script the same. */
export async function orExplain(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { line, code } = explain(error);
    console.error(line);
    process.exit(code);
  }
}

function explain(error: unknown): { line: string; code: number } {
  if (error instanceof ConfigError) return { line: error.message, code: EXIT_CONFIG };
  if (error instanceof DatabaseInUse || error instanceof NotWhole || error instanceof BackupError)
    return { line: error.message, code: 1 };
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') {
    const line = `Port ${port} is taken. Stop what uses it, or choose another: ENTRAIDE_PORT, ENTRAIDE_SHOP_PORT.`;
    return { line, code: 1 };
  }
  if (code === 'EACCES')
    return { line: `Port ${port} may not be used by this user. Choose one above 1023.`, code: 1 };
  if (code === 'SQLITE_BUSY')
    return { line: 'Another process uses this database. Stop it, or choose ENTRAIDE_DATA.', code: 1 };
  return { line: error instanceof Error ? (error.stack ?? error.message) : String(error), code: 1 };
}
