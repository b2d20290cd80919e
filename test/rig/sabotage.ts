/**
 * Breaks the server on purpose, for the negative controls: `node --import ./test/rig/sabotage.ts` rewrites a
 * source while it is loaded, in the main thread and in its worker threads. What to break comes as JSON in the
 * environment: `SABOTAGE=[{ "file": "db/database.ts", "find": "…", "replace": "…" }]`, files relative to the
 * repository. A text that is not there exactly once throws; a file that was never loaded ends the process with
 * code 70. Each file that was broken is told on stderr as `sabotaged db/database.ts`.
 */
import { writeSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads';

export type Sabotage = { file: string; find: string; replace: string };

const root = resolve(import.meta.dirname, '../..');
const wanted = JSON.parse(process.env.SABOTAGE ?? '[]') as Sabotage[];
const files = [...new Set(wanted.map(({ file }) => file))];
const urls = files.map((file) => pathToFileURL(resolve(root, file)).href);
/** Shared by all threads: 1 where the file was loaded and broken by any of them. */
const loaded = sharedFlags();

registerHooks({
  load(url, context, nextLoad) {
    const result = nextLoad(url, context);
    const index = urls.indexOf(url.split('?')[0] ?? url);
    if (index < 0) return result;
    const source = broken(files[index]!, sourceText(result.source));
    if (Atomics.exchange(loaded, index, 1) === 0) writeSync(2, `sabotaged ${files[index]}\n`);
    return { ...result, source };
  },
});

if (isMainThread) process.on('exit', refuseUnloaded);

function sharedFlags(): Int32Array {
  const known = getEnvironmentData('sabotage') as unknown as SharedArrayBuffer | undefined;
  const buffer = known ?? new SharedArrayBuffer(4 * Math.max(files.length, 1));
  setEnvironmentData('sabotage', buffer as never);
  return new Int32Array(buffer);
}

function sourceText(source: string | NodeJS.ArrayBufferView | ArrayBuffer | undefined | null): string {
  if (typeof source === 'string') return source;
  if (!source) throw new Error('sabotage: the source is not readable here');
  return new TextDecoder().decode(source);
}

function broken(file: string, text: string): string {
  return wanted.filter((one) => one.file === file).reduce((source, one) => replacedOnce(source, one), text);
}

/** @throws where the text to break is not there, or more than once: the product has moved on. */
function replacedOnce(source: string, { file, find, replace }: Sabotage): string {
  const times = source.split(find).length - 1;
  if (times !== 1) throw new Error(`sabotage: the text is ${times} times in ${file}, wanted once:\n${find}`);
  return source.replace(find, () => replace);
}

function refuseUnloaded(): void {
  const missing = files.filter((_, index) => Atomics.load(loaded, index) === 0);
  if (missing.length === 0) return;
  writeSync(2, `sabotage: never loaded: ${missing.join(', ')}\n`);
  process.exitCode = 70;
}
