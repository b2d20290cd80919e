import { accentInk, darkAccent } from '../http/accent.ts';
import type { MailLink, MailParts } from './mail-content.ts';

const ACCENT = '#1f6f54';
const FONT = 'font-family:system-ui,-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif';

/**
 * A page that reads everywhere: one column in presentation tables, styles written inline (mail programs drop
 * sheets), nothing fetched from anywhere. The sheet in the head only serves programs that know dark mode.
 */
export function mailHtml(parts: MailParts): string {
  const { locale, title, paragraphs, button, footer, unsubscribe } = parts;
  const accent = /^#[0-9a-f]{6}$/i.test(parts.accent ?? '') ? (parts.accent as string) : ACCENT;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(title)}</title>
<style>${darkStyle(accent)}</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f3f5f4">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f3f5f4"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border:1px solid #d9dedb;border-radius:16px"><tr><td lang="${locale}" style="padding:32px 28px;${FONT};text-align:left">
<h1 class="ink" style="margin:0 0 16px;font-size:22px;line-height:1.3;color:#1b2420">${escaped(title)}</h1>
${paragraphs.map(paragraph).join('\n')}
${button ? buttonHtml(button, accent) : ''}
</td></tr></table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px"><tr><td lang="${locale}" class="muted" style="padding:16px 28px;${FONT};font-size:13px;line-height:1.5;color:#56615c;text-align:left">
${lines(footer)}${unsubscribe ? `<br><a class="muted" href="${escaped(unsubscribe.link)}" style="color:#56615c;text-decoration:underline">${escaped(unsubscribe.label)}</a>` : ''}
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
}

const paragraph = (text: string): string =>
  `<p class="ink" style="margin:0 0 16px;font-size:16px;line-height:1.55;color:#1b2420">${lines(text)}</p>`;

/** The address is written out below the button: some read mails where buttons do not open. */
function buttonHtml({ label, link }: MailLink, accent: string): string {
  return `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:24px 0 16px"><tr><td class="button" bgcolor="${accent}" style="border-radius:12px;background:${accent}">
<a class="button-ink" href="${escaped(link)}" style="display:inline-block;padding:14px 24px;${FONT};font-size:16px;line-height:20px;font-weight:600;color:${accentInk(accent)};text-decoration:none;border-radius:12px">${escaped(label)}</a>
</td></tr></table>
<p class="muted" style="margin:0;font-size:13px;line-height:1.5;color:#56615c;word-break:break-all"><a class="muted" href="${escaped(link)}" style="color:#56615c">${escaped(link)}</a></p>`;
}

function darkStyle(accent: string): string {
  return `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){.page{background:#0f1513!important}.card{background:#161d1a!important;border-color:#333d38!important}.ink{color:#eef3f0!important}.muted{color:#a3b0aa!important}.button{background:${darkAccent(accent)}!important}.button-ink{color:#0c1511!important}}`;
}

const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>');

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
