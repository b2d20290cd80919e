/** What the browser downloads, gzipped: `npm run size` prints it, a test holds the budget. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

export const BUDGET = { embed: 2_048, openChat: 25_600 };

type Size = { name: string; bytes: number };
type Manifest = Record<string, { file: string; imports?: string[]; dynamicImports?: string[] }>;

const DIST = resolve(import.meta.dirname, '../web-components/dist');
const CHAT = 'chat/entraide-chat.ts';
const VIEW = 'chat/conversation.ts';

/** The files of an open chat: the embed, the chat with all it imports, and its heavier language. */
export function measure(dist = DIST): { embed: Size; openChat: Size[]; conversation: Size[] } {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest;
  const size = (key: string): Size => {
    const { file } = manifest[key]!;
    return { name: file, bytes: gzipSync(readFileSync(join(dist, file)), { level: 9 }).length };
  };
  const later = manifest[CHAT]?.dynamicImports ?? [];
  const [language] = later
    .filter((key) => isLanguage(key) && !isOfConversation(key))
    .map(size)
    .sort((a, b) => b.bytes - a.bytes);
  const atOnce = withImports(manifest, [CHAT]);
  const rest = withImports(
    manifest,
    later.filter((key) => key === VIEW || isOfConversation(key)),
  ).filter((key) => !atOnce.includes(key));
  const embed = size('embed.ts');
  return {
    embed,
    openChat: [embed, ...atOnce.map(size), ...(language ? [language] : [])],
    conversation: rest.map(size),
  };
}

export const sum = (sizes: Size[]): number => sizes.reduce((total, { bytes }) => total + bytes, 0);

const isOfConversation = (key: string): boolean => key.endsWith('-conversation.ts');
const isLanguage = (key: string): boolean => key.startsWith('locales/');

function withImports(manifest: Manifest, keys: string[], found: string[] = []): string[] {
  for (const key of keys) {
    if (found.includes(key)) continue;
    found.push(key);
    withImports(manifest, manifest[key]?.imports ?? [], found);
  }
  return found;
}

function print(title: string, sizes: Size[], budget: number | null): void {
  const limit = budget === null ? '' : ` of ${budget.toLocaleString('en')}`;
  console.log(`\n${title}: ${sum(sizes).toLocaleString('en')}${limit} bytes`);
  for (const { name, bytes } of sizes) console.log(`${bytes.toLocaleString('en').padStart(10)}  ${name}`);
}

if (import.meta.main) {
  const { embed, openChat, conversation } = measure();
  print('On every page', [embed], BUDGET.embed);
  print('To see an open chat', openChat, BUDGET.openChat);
  print('When a conversation is opened', conversation, null);
}
