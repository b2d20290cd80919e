import { accessSync, constants, mkdirSync } from 'node:fs';
import { DatabaseInUse } from '../db/lock.ts';
import { NotWhole } from '../db/verify.ts';
import { BackupError } from './backup/files.ts';
import { type Config, ConfigError, EXIT_CONFIG } from './config.ts';

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
