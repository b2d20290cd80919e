/** The few pages the server writes itself: joining, signing in, the account. They work without a script. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Locale } from '../protocol/frames.ts';
import { accentStyle } from './accent.ts';
import { PAGE_STYLE } from './page-style.ts';
import type { Env } from './request.ts';
import { accountScript } from './static.ts';

export type Markup = ReturnType<typeof html>;

export type Page = {
  locale: Locale;
  title: string;
  accent: string | null;
  body: Markup;
  /** Loads what a page can do more with a script: passkeys, a look at the picture that was chosen. */
  script?: boolean;
  /** Origins beside our own that a form may lead to. */
  leadsTo?: string[];
  /** Several parts below each other, rather than one card. */
  wide?: boolean;
};

export const PAGE_STYLE_PATH = '/pages.css';

const policyOf = ({ script, leadsTo = [] }: Page): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    ...(script ? ["script-src 'self'", "connect-src 'self'"] : []),
    `form-action ${["'self'", ...leadsTo].join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');

/** Sends a page with its security headers. `same-origin` keeps the single-use address out of other sites' logs. */
export function sendPage(
  c: Context<Env>,
  page: Page,
  status: 200 | 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 = 200,
) {
  c.header('Content-Security-Policy', policyOf(page));
  c.header('Referrer-Policy', 'same-origin');
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Cache-Control', 'no-store');
  return c.html(
    html`<!doctype html>
<html lang="${page.locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${page.title}</title>
<link rel="stylesheet" href="${styleAddress(page.accent)}">
<link rel="icon" href="data:,">
${page.script ? html`<script type="module" src="${accountScript()}"></script>` : ''}
<main${page.wide ? html` class="wide"` : ''}>${page.body}</main>
</html>`,
    status,
  );
}

/** The accent travels in the stylesheet's address: the policy allows no style written in a page. */
const styleAddress = (accent: string | null) =>
  accent ? `${PAGE_STYLE_PATH}?accent=${accent.slice(1)}` : PAGE_STYLE_PATH;

/** The stylesheet, in the brand's colour where the address names one (`rrggbb`). */
export function pageStyle(accent: string | undefined): string {
  return accent && /^[0-9a-f]{6}$/i.test(accent) ? PAGE_STYLE + accentStyle(`#${accent}`) : PAGE_STYLE;
}

/** French where the browser prefers it to English. */
export function localeOf(c: Context<Env>): Locale {
  const wanted = c.req.header('accept-language') ?? '';
  const fr = wanted.search(/\bfr\b/i);
  const en = wanted.search(/\ben\b/i);
  return fr !== -1 && (en === -1 || fr < en) ? 'fr' : 'en';
}
