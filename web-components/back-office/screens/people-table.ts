import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PersonRow } from '../../../server/protocol/back-office.ts';
import type { Role } from '../../../server/protocol/frames.ts';
import { locale, translator } from '../locales/index.ts';
import noteWords from '../locales/notes.ts';
import words from '../locales/people.ts';
import recognitionWords from '../locales/recognition.ts';
import { portrait, portraitStyles } from '../parts/portrait.ts';
import { when } from '../parts/when.ts';
import { dateOf } from '../time.ts';
import { roleOf, rolesFor } from './roles.ts';
import { verifiedWord } from './verified-word.ts';

const t = translator(words);
const points = translator(recognitionWords);
const n = translator(noteWords);

export type PersonActs = {
  changeRole: (person: PersonRow, role: Role, select: HTMLSelectElement) => void;
  ban: (person: PersonRow) => void;
  lift: (person: PersonRow) => void;
  makeLink: (person: PersonRow) => void;
  notes: (person: PersonRow) => void;
  removePicture: (person: PersonRow) => void;
};

export const peopleTableStyles = css`
  ${portraitStyles}
  .who { display: grid; gap: 1px; min-inline-size: 140px; }
  .who .names { display: flex; flex-wrap: wrap; gap: 2px 8px; align-items: center; overflow-wrap: anywhere; }
  .flush { margin-inline-start: -10px; }
  .who .email { font-weight: 400; overflow-wrap: anywhere; }
  select.role { min-block-size: 32px; padding-block: 2px; inline-size: auto; min-inline-size: 188px; border-color: var(--bo-line); }
  select.role:hover { border-color: var(--bo-control-line); }
  .stack { grid-template-columns: minmax(0, 1fr); }
  td.actions .button { margin-inline-start: 2px; }
  @media (max-width: 720px) {
    td.actions { margin-inline-start: -8px; }
    select.role { margin-block: 4px; }
  }
`;

/** The people, each with a role that can be changed and the acts on them. `me` is the person who looks. */
export function peopleTable(people: PersonRow[], me: string, acts: PersonActs): TemplateResult {
  return html`<div class="table-wrap"><table>
    <caption class="visually-hidden">${t('list')}</caption>
    <thead><tr>
      <th scope="col">${t('name')}</th><th scope="col">${t('role')}</th><th scope="col">${t('messages')}</th>
      <th scope="col">${t('seen')}</th><td></td>
    </tr></thead>
    <tbody>${repeat(
      people,
      (person) => person.id,
      (person) => row(person, me, acts),
    )}</tbody>
  </table></div>`;
}

function row(person: PersonRow, me: string, acts: PersonActs) {
  const { name, email, published, rejected, lastSeenAt } = person;
  return html`<tr>
    <th scope="row"><span class="who">
      <span class="names">${portrait(person.picture)}${name || t('never')}${person.id === me ? html`<span class="pill">${t('you')}</span>` : nothing}${person.verified ? html`<span class="pill accent">${verifiedWord()}</span>` : nothing}${banPill(person)}</span>
      ${email ? html`<span class="email muted small">${email}</span>` : nothing}
      ${person.picture ? pictureButton(person, acts) : nothing}
    </span></th>
    <td>${person.id === me ? t(person.role) : roleSelect(person, acts)}</td>
    <td>${t('published', { count: published })}${rejected > 0 ? html` <span class="muted">· ${t('rejected', { count: rejected })}</span>` : nothing}</td>
    <td data-label=${t('seen')} class="nowrap">${lastSeenAt === null ? html`<span class="muted">${t('never')}</span>` : when(lastSeenAt)}</td>
    <td class="actions">${pointsLink(person)}${person.id === me ? nothing : actButtons(person, acts)}</td>
  </tr>`;
}

function pictureButton(person: PersonRow, acts: PersonActs) {
  const label = t('removePictureOf', { name: person.name });
  return html`<span><button class="button small quiet flush" type="button" aria-label=${label} @click=${() => acts.removePicture(person)}>${t('removePicture')}</button></span>`;
}

/** To the ledger of this person, in the screen it belongs to. */
function pointsLink({ id, name }: PersonRow) {
  return html`<a class="button small quiet" href=${`recognition?${new URLSearchParams({ person: id })}`} aria-label=${points('openPointsOf', { name })}>${points('openPoints')}</a>`;
}

function banPill({ ban }: PersonRow) {
  if (!ban) return nothing;
  const words =
    ban.expiresAt === null ? t('banned') : t('bannedUntil', { date: dateOf(ban.expiresAt, locale()) });
  return html`<span class="pill danger" title=${ban.reason}>${words}</span>`;
}

function roleSelect(person: PersonRow, acts: PersonActs) {
  const change = (event: Event) => {
    const select = event.target as HTMLSelectElement;
    acts.changeRole(person, roleOf(select.value, person.role), select);
  };
  return html`<select class="input role" aria-label=${t('roleOf', { name: person.name })} .value=${person.role} @change=${change}>
    ${rolesFor(person).map((role) => html`<option value=${role} ?selected=${role === person.role}>${t(role)}</option>`)}
  </select>`;
}

function actButtons(person: PersonRow, acts: PersonActs) {
  const { name, email } = person;
  return html`
    <button class="button small quiet" type="button" aria-label=${n('of', { name })} @click=${() => acts.notes(person)}>${n('title')}</button>
    ${email ? html`<button class="button small quiet" type="button" aria-label=${t('linkOf', { name })} @click=${() => acts.makeLink(person)}>${t('link')}</button>` : nothing}
    ${
      person.ban
        ? html`<button class="button small quiet" type="button" aria-label=${t('liftOf', { name })} @click=${() => acts.lift(person)}>${t('lift')}</button>`
        : html`<button class="button small quiet danger" type="button" aria-label=${t('banOf', { name })} @click=${() => acts.ban(person)}>${t('ban')}</button>`
    }`;
}
