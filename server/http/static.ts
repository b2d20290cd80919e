/** The built components: the embed, the chat's code, the back office. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Hono } from 'hono';
import type { AppContext } from '../context.ts';
import { notFound } from '../errors.ts';
import type { Env } from './request.ts';

const DIST = resolve(import.meta.dirname, '../../web-components/dist');
const CHAT_ENTRY = 'chat/entraide-chat.ts';
const ACCOUNT_ENTRY = 'account/account.ts';

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
};

type Asset = { body: Buffer; gzip: Buffer; type: string; etag: string };
type Built = { assets: Map<string, Asset>; chatScript: string; accountScript: string };

let built: Built | null = null;

/** Where the chat's code is, relative to the server; the embed loads it when a page shows the chat. */
export const chatScript = (): string => load().chatScript;

/** What the server's own pages do with a script. */
export const accountScript = (): string => load().accountScript;

export function staticRoutes(ctx: AppContext) {
  const app = new Hono<Env>();
  const officePolicy = contentSecurityPolicy(ctx.config.publicUrl);

  // Anybody's page may load the embed and the chat: that is what they are for.
  app.use('/embed.js', shared);
  app.use('/static/*', shared);
  app.get('/embed.js', (c) => send(c, 'embed.js', 'public, max-age=300, stale-while-revalidate=86400'));
  // Not for the shop's pages: they belong to our own.
  for (const name of ['sw.js', 'notify.js']) app.get(`/${name}`, (c) => send(c, name, 'no-cache'));
  app.get('/static/*', (c) => {
    const name = c.req.path.slice('/static/'.length);
    return send(c, name, 'public, max-age=31536000, immutable');
  });
  app.get('/', (c) => c.redirect('/back-office'));
  for (const path of ['/back-office', '/back-office/*']) {
    app.get(path, (c) => {
      c.header('Content-Security-Policy', officePolicy);
      c.header('X-Content-Type-Options', 'nosniff');
      c.header('X-Frame-Options', 'DENY');
      c.header('Referrer-Policy', 'same-origin');
      return send(c, 'back-office/index.html', 'no-cache');
    });
  }
  return app;
}

/** Only what the server itself serves; styles may be inline, since the components' library sets some. */
function contentSecurityPolicy(publicUrl: string): string {
  const socket = new URL(publicUrl).origin.replace(/^http/, 'ws');
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${socket}`,
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

const shared = async (c: import('hono').Context<Env>, next: () => Promise<void>) => {
  await next();
  c.header('Access-Control-Allow-Origin', '*');
  c.header('Cross-Origin-Resource-Policy', 'cross-origin');
  c.header('X-Content-Type-Options', 'nosniff');
};

function send(c: import('hono').Context<Env>, name: string, cacheControl: string) {
  // Files are looked up in what was read at the start: no path given from outside ever reaches the disk.
  const asset = load().assets.get(name);
  if (!asset) throw notFound();
  c.header('Cache-Control', cacheControl);
  c.header('ETag', asset.etag);
  c.header('Vary', 'Accept-Encoding');
  if (c.req.header('if-none-match') === asset.etag) return c.body(null, 304);
  c.header('Content-Type', asset.type);
  if (!c.req.header('accept-encoding')?.includes('gzip')) return c.body(new Uint8Array(asset.body));
  c.header('Content-Encoding', 'gzip');
  return c.body(new Uint8Array(asset.gzip));
}

function load(): Built {
  built ??= readDist();
  return built;
}

function readDist(): Built {
  const assets = new Map<string, Asset>();
  const missing = '/static/missing.js';
  if (!existsSync(DIST)) return { assets, chatScript: missing, accountScript: missing };
  for (const entry of readdirSync(DIST, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const path = join(entry.parentPath, entry.name);
    const body = readFileSync(path);
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 20)}"`;
    assets.set(path.slice(DIST.length + 1), { body, gzip: gzipSync(body, { level: 9 }), type, etag });
  }
  const manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    { file: string }
  >;
  const scriptOf = (entry: string): string => {
    const built = manifest[entry];
    if (!built) throw new Error(`the build has no ${entry}: run npm run build`);
    return `/static/${built.file}`;
  };
  return { assets, chatScript: scriptOf(CHAT_ENTRY), accountScript: scriptOf(ACCOUNT_ENTRY) };
}
