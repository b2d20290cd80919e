import type { PlainText } from './plain-text.ts';

const MAX_PATH = 2000;
/** A port, a path, a query; a sentence's punctuation behind it is not part of it. */
const PATH = /^\.?(?::\d{1,5})?[/\\?#](?:[^\s"'<>]*[^\s"'<>.,;:!?)\]}»*_|])?|^:\d{1,5}/;
const SHORTEST_GLUED = 3;

/** What follows a host and belongs to it, as it is written; empty when nothing does. */
export function pathAt({ text }: PlainText, at: number): string {
  return PATH.exec(text.slice(at, at + MAX_PATH))?.[0] ?? '';
}

/** The path as a server would read it, without the port. */
export function tidyPath(path: string): string {
  return path
    .replace(/^\.?(?::\d+)?/, '')
    .replaceAll('\\', '/')
    .replace(/\/(?:\.?\/)+/g, '/');
}

/** `/groupMERCI` without the thanks; null when no word in capitals is glued to the path between these offsets. */
export function ungluedPath(plain: PlainText, from: number, to: number): string | null {
  let at = to;
  while (at > from && plain.isUpper(at - 1)) at -= 1;
  const glued = to - at >= SHORTEST_GLUED && at > from + 1 && /[\p{L}\p{N}]/u.test(plain.text[at - 1]!);
  return glued ? tidyPath(plain.text.slice(from, at)) : null;
}
