import { html, nothing } from 'lit';
import type { OfferWords } from './words.ts';

export type Sent = { name: string; email: string; code: string };
type JoinForm = {
  words: OfferWords;
  /** A code is sent to the address first. */
  provesEmail: boolean;
  /** It was sent: now it is asked for. */
  wantsCode: boolean;
  /** The rules of the house, agreed to before joining. */
  rules: string | null;
  filled: { name: string; email: string };
  busy: boolean;
  submit: (sent: Sent) => void;
  again: () => void;
  cancel: () => void;
};

/** A name and an address; then, where mail can be sent, the code that came there. */
export function joinForm(form: JoinForm) {
  const { words, wantsCode, provesEmail, busy, cancel, again } = form;
  const label = provesEmail && !wantsCode ? words.sendCode : words.confirm;
  return html`<form @submit=${(event: SubmitEvent) => send(event, form)}>
    ${wantsCode ? codeField(form) : [nameAndEmail(form), houseRules(form)]}
    <div class="row">
      <button class="main" ?disabled=${busy}>${busy ? words.busy : label}</button>
      ${wantsCode ? html`<button class="quiet" type="button" ?disabled=${busy} @click=${again}>${words.again}</button>` : nothing}
      <button class="quiet" type="button" @click=${cancel}>${words.cancel}</button>
    </div>
  </form>`;
}

const nameAndEmail = ({ words, filled }: JoinForm) => html`<label for="name">${words.name}</label>
  <input class="field" id="name" name="name" required maxlength="40" autocomplete="nickname" .value=${filled.name} aria-describedby="name-hint" />
  <small id="name-hint">${words.nameHint}</small>
  <label for="email">${words.email}</label>
  <input class="field" id="email" name="email" type="email" required maxlength="254" autocomplete="email" .value=${filled.email} aria-describedby="email-hint" />
  <small id="email-hint">${words.emailHint}</small>`;

const houseRules = ({ words, rules }: JoinForm) =>
  rules === null
    ? nothing
    : html`<p class="title">${words.rules}</p>
        <div class="rules" tabindex="0" role="region" aria-label=${words.rules}>${rules}</div>
        <label class="agree"><input type="checkbox" id="agreed" required />${words.agree}</label>`;

const codeField = ({ words, filled }: JoinForm) => html`<label for="code">${words.code}</label>
  <input class="field code" id="code" name="code" required inputmode="numeric" pattern="[0-9 ]{6,8}" maxlength="8" autocomplete="one-time-code" aria-describedby="code-hint" />
  <small id="code-hint">${words.codeHint(filled.email)}</small>`;

function send(event: SubmitEvent, { filled, submit }: JoinForm): void {
  event.preventDefault();
  const sent = new FormData(event.target as HTMLFormElement);
  const read = (name: string) => String(sent.get(name) ?? '').trim();
  submit({
    name: read('name') || filled.name,
    email: read('email') || filled.email,
    code: read('code').replaceAll(' ', ''),
  });
}
