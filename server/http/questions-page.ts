/** The page where experts find the questions of a site: installable, by the session's cookie, no third party. */
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { SiteRow } from '../../db/schema.ts';
import { findSite } from '../../db/sites.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../errors.ts';
import { appIcon, appIconPng } from './app-icon.ts';
import { type BuiltEntry, builtEntry } from './built-entry.ts';
import { localeOf } from './page.ts';
import type { Env } from './request.ts';

const PAGE = 'questions/questions-page.ts';
const WORKER = 'questions/worker.ts';
const SIZES = [192, 512];
const TITLE = { fr: 'Questions en attente', en: 'Waiting questions' };

export const questionsPath = (siteId: string): string => `/questions/${encodeURIComponent(siteId)}/`;

export function questionsPageRoutes(ctx: AppContext) {
  const app = new Hono<Env>();
  const policy = contentSecurityPolicy(ctx.config.publicUrl);
  const siteOf = async (c: Context<Env>): Promise<SiteRow> => {
    const site = await findSite(ctx.db, c.req.param('site') ?? '');
    if (!site) throw notFound();
    return site;
  };

  app.get('/questions.css', (c) => {
    c.header('Cache-Control', 'public, max-age=300');
    return c.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' });
  });

  // The scope of what is installed ends with the slash: without it, it would be that of every site so named.
  app.get('/questions/:site', async (c) => c.redirect(questionsPath((await siteOf(c)).id)));

  app.get('/questions/:site/', async (c) => {
    const site = await siteOf(c);
    c.header('Content-Security-Policy', policy);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'same-origin');
    c.header('Cache-Control', 'no-cache');
    return c.html(pageOf(site, localeOf(c)));
  });

  app.get('/questions/:site/manifest.webmanifest', async (c) => {
    const site = await siteOf(c);
    return c.body(JSON.stringify(manifestOf(site)), 200, {
      'Content-Type': 'application/manifest+json',
      'Cache-Control': 'no-cache',
    });
  });

  app.get('/questions/:site/sw.js', async (c) => {
    await siteOf(c);
    const worker = built(WORKER);
    if (!worker) throw notFound();
    return c.body(worker.text, 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-cache',
      'X-Content-Type-Options': 'nosniff',
    });
  });

  app.get('/questions/:site/icon.svg', async (c) => {
    const { accent } = await siteOf(c);
    return c.body(appIcon(accent), 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'max-age=3600' });
  });

  for (const size of SIZES) {
    app.get(`/questions/:site/icon-${size}.png`, async (c) => {
      const { accent } = await siteOf(c);
      const png = new Uint8Array(await appIconPng(accent, size));
      return c.body(png, 200, { 'Content-Type': 'image/png', 'Cache-Control': 'max-age=3600' });
    });
  }

  return app;
}

const entries = new Map<string, BuiltEntry>();

/** Read once it is there: the demo builds while it starts. */
function built(source: string): BuiltEntry | null {
  const entry = entries.get(source) ?? builtEntry(source);
  if (entry) entries.set(source, entry);
  return entry;
}

const pageOf = (site: SiteRow, locale: 'fr' | 'en') => html`<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="${site.accent ?? '#1f7053'}">
<title>${TITLE[locale]} · ${site.name}</title>
<link rel="manifest" href="manifest.webmanifest">
<link rel="icon" href="icon.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="icon-192.png">
<link rel="stylesheet" href="/questions.css">
<script type="module" src="${built(PAGE)?.address ?? '/static/missing.js'}"></script>
<entraide-questions site="${site.id}" site-name="${site.name}" locale="${locale}" accent="${site.accent ?? ''}"></entraide-questions>
</html>`;

function manifestOf(site: SiteRow) {
  const scope = questionsPath(site.id);
  const png = SIZES.map((size) => ({
    src: `${scope}icon-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose: 'any maskable',
  }));
  return {
    id: scope,
    name: `${TITLE[site.locale]} · ${site.name}`,
    short_name: site.name,
    lang: site.locale,
    start_url: scope,
    scope,
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: site.accent ?? '#1f7053',
    icons: [{ src: `${scope}icon.svg`, sizes: 'any', type: 'image/svg+xml' }, ...png],
  };
}

const STYLE =
  'html{background:#f3f6f4}body{margin:0}@media (prefers-color-scheme:dark){html{background:#0d1211}}';

function contentSecurityPolicy(publicUrl: string): string {
  const socket = new URL(publicUrl).origin.replace(/^http/, 'ws');
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    // The colour of an author's initials.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self' ${socket}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}
