import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const DIST = resolve(import.meta.dirname, '../../web-components/dist');

export type BuiltEntry = { address: string; text: string };

/** What the build made of a source file of the browser's; null where nothing was built. */
export function builtEntry(source: string): BuiltEntry | null {
  const manifest = join(DIST, '.vite/manifest.json');
  if (!existsSync(manifest)) return null;
  const entries = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, { file: string }>;
  const file = entries[source]?.file;
  return file ? { address: `/static/${file}`, text: readFileSync(join(DIST, file), 'utf8') } : null;
}
