import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

export type Log = Logger;

/**
 * Lines of JSON on standard error. Never texts, tokens or addresses: what could carry one is cut out here,
 * and an error is its type, message and stack, nothing that hangs on it.
 */
export function createLog(level: Config['logLevel']): Log {
  return pino(
    {
      level,
      base: null,
      redact: [
        'token',
        'cookie',
        'authorization',
        'text',
        'body',
        'address',
        '*.token',
        '*.text',
        '*.body',
        '*.address',
      ],
      serializers: {
        err: (error: unknown) =>
          error instanceof Error
            ? { type: error.name, message: error.message, stack: error.stack }
            : { type: typeof error },
      },
    },
    pino.destination({ fd: 2, sync: true }),
  );
}
