import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, resolve } from 'node:path';

const FOLDER = resolve(import.meta.dirname, '../web-components/demo-shop');
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** The demo's shop, on a port of its own: another origin than the chat, as a real shop is. */
export async function startDemoShop(options: {
  host: string;
  port: number;
  chatOrigin: string;
}): Promise<Server> {
  const pages = readPages(options.chatOrigin);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://shop').pathname.replace(/\/+$/, '') || '/';
    const page = pages.get(path) ?? pages.get('/404');
    const status = pages.has(path) ? 200 : 404;
    response.writeHead(status, { 'Content-Type': page?.type ?? TYPES['.html'], 'Cache-Control': 'no-cache' });
    response.end(page?.body ?? 'Not found');
  });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(options.port, options.host, done);
  });
  return server;
}

/** `faq.html` is `/faq`, `index.html` its folder. The chat's address is written in where it stands. */
function readPages(chatOrigin: string): Map<string, { body: string; type: string }> {
  const pages = new Map<string, { body: string; type: string }>();
  for (const entry of readdirSync(FOLDER, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const file = join(entry.parentPath, entry.name);
    const path =
      file
        .slice(FOLDER.length)
        .replace(/\.html$/, '')
        .replace(/\/index$/, '') || '/';
    pages.set(path, { body: readFileSync(file, 'utf8').replaceAll('{{CHAT_ORIGIN}}', chatOrigin), type });
  }
  return pages;
}
