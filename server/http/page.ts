/** The few pages the server writes itself: an invitation, a sign-in link. No script, no third party. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Locale } from '../protocol/frames.ts';
import { accentStyle } from './accent.ts';
import type { Env } from './request.ts';

type Markup = ReturnType<typeof html>;

export const PAGE_STYLE_PATH = '/pages.css';

const POLICY =
  "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** Sends a page with its security headers. `same-origin` keeps the single-use address out of other sites' logs. */
export function sendPage(
  c: Context<Env>,
  page: { locale: Locale; title: string; accent: string | null; body: Markup },
  status: 200 | 400 | 404 | 409 | 410 | 422 | 429 = 200,
) {
  c.header('Content-Security-Policy', POLICY);
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
<main>${page.body}</main>
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

const PAGE_STYLE = `
:root{color-scheme:light dark;--ink:#1b2420;--muted:#5f6a65;--line:#d9dedb;--control:#838e89;--surface:#fff;--soft:#f3f5f4;--accent:#1f6f54;--accent-ink:#fff;--bad:#a3221b}
@media (prefers-color-scheme:dark){:root{--ink:#eef3f0;--muted:#a3b0aa;--line:#333d38;--control:#76847e;--surface:#161d1a;--soft:#0f1513;--accent:#5cc39d;--accent-ink:#0c1511;--bad:#ff9d94}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px 16px;background:var(--soft);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{width:100%;max-width:440px;background:var(--surface);border:1px solid var(--line);border-radius:18px;padding:32px 28px}
.brand{display:flex;align-items:center;gap:10px;margin:0 0 20px;color:var(--muted);font-size:15px;font-weight:600}
.brand::before{content:"";width:20px;height:20px;border-radius:7px 7px 7px 2px;background:var(--accent)}
h1{margin:0 0 8px;font-size:22px;line-height:1.25;letter-spacing:-.01em;text-wrap:balance}
p{margin:0 0 16px;color:var(--muted)}
label{display:block;margin:16px 0 6px;font-weight:600;font-size:15px}
input{width:100%;min-height:46px;padding:10px 14px;border:1px solid var(--control);border-radius:12px;background:var(--surface);color:var(--ink);font:inherit}
input:focus-visible,button:focus-visible,a:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
small{display:block;margin-top:6px;color:var(--muted);font-size:13px}
button,.button{display:flex;justify-content:center;align-items:center;width:100%;min-height:48px;margin-top:24px;padding:10px 16px;border:0;border-radius:12px;background:var(--accent);color:var(--accent-ink);font:inherit;font-weight:650;text-decoration:none;cursor:pointer}
.button.quiet{margin-top:12px;background:none;color:var(--ink);border:1.5px solid var(--line)}
.error{margin:0 0 16px;padding:10px 14px;border-radius:12px;border:1px solid currentColor;color:var(--bad)}
`;
