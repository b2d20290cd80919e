/** One-time codes: switching them on and off, and what is shown once. */
import { html, raw } from 'hono/html';
import { renderSVG } from 'uqr';
import { codeUri } from '../../one-time-code.ts';
import type { Locale } from '../../protocol/frames.ts';
import { type Problem, problemAt } from './account-sections.ts';
import { ACCOUNT_TEXTS } from './account-texts.ts';

/** @param codes null = switched off; else how many recovery codes are left */
export function codesSection(locale: Locale, codes: { left: number } | null, problem?: Problem) {
  const t = ACCOUNT_TEXTS[locale];
  const act = (path: string, label: string, id: string, style: string) =>
    html`<details><summary>${label}</summary><form method="post" action="${path}" class="code">
<label for="${id}">${t.anyCode}</label><div class="row"><input id="${id}" name="code" required maxlength="40" autocomplete="one-time-code" autocapitalize="off" spellcheck="false">
<button class="small ${style}">${label}</button></div></form></details>`;
  return html`<section aria-labelledby="codes">
<h2 id="codes">${t.codes}</h2><p>${t.codesHint}</p>
${problemAt(problem, 'codes')}
<p>${codes ? t.codesOn(codes.left) : t.codesOff}</p>
${
  codes
    ? html`<div class="acts">${act('/account/codes/recovery', t.newRecovery, 'recovery-code', 'quiet')}${act('/account/codes/off', t.stopCodes, 'off-code', 'quiet danger')}</div>`
    : html`<form method="post" action="/account/codes/propose"><button class="quiet">${t.startCodes}</button></form>`
}
</section>`;
}

/** The secret as a picture and as text, and the field for its first code. */
export function proposedCodes(
  locale: Locale,
  { secret, email, wrong }: { secret: string; email: string; wrong: boolean },
) {
  const t = ACCOUNT_TEXTS[locale];
  return html`<h1>${t.codes}</h1><p>${t.codesScan}</p>
<div class="qr" role="img" aria-label="QR">${raw(renderSVG(codeUri(secret, email), { border: 1 }))}</div>
<p>${t.secret}</p><p class="secret">${(secret.match(/.{4}/g) ?? []).join(' ')}</p>
${wrong ? html`<p class="error" id="problem" role="alert">${t.codeRefused}</p>` : ''}
<form method="post" action="/account/codes/on" class="code">
<label for="code">${t.code}</label>
<input id="code" name="code" required maxlength="10" inputmode="numeric" autocomplete="one-time-code"${wrong ? html` aria-invalid="true" aria-describedby="problem" autofocus` : ''}>
<button>${t.confirmCodes}</button></form>
<a class="button quiet" href="/account">${t.cancel}</a>`;
}

export function recoveryCodes(locale: Locale, codes: string[], isNew: boolean) {
  const t = ACCOUNT_TEXTS[locale];
  return html`<h1>${t.recoveryTitle}</h1><p>${t.recoveryHint}</p>
<ul class="codes">${codes.map((code) => html`<li>${code}</li>`)}</ul>
<a class="button" href="/account${isNew ? '?done=codes-on' : ''}">${t.recoveryKept}</a>`;
}
