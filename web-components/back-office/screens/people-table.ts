import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PersonRow } from '../../../server/protocol/back-office.ts';
import type { Role } from '../../../server/protocol/frames.ts';
import { locale, translator } from '../locales/index.ts';
import words from '../locales/people.ts';
import { portrait, portraitStyles } from '../parts/portrait.ts';
import { when } from '../parts/when.ts';
import { dateOf } from '../time.ts';
import { type PersonMenuActs, personMenu, personMenuStyles } from './person-menu.ts';
import { roleOf, rolesFor } from './roles.ts';
import { verifiedWord } from './verified-word.ts';

const t = translator(words);

export type PersonActs = PersonMenuActs & {
  changeRole: (person: PersonRow, role: Role, select: HTMLSelectElement) => void;
};

export const peopleTableStyles = css`
  ${portraitStyles}
  .who { display: grid; gap: 1px; min-inline-size: 140px; }
  .who .names { display: flex; flex-wrap: wrap; gap: 2px 8px; align-items: center; overflow-wrap: anywhere; }
  .who .email { font-weight: 400; overflow-wrap: anywhere; }
  select.role { min-block-size: 32px; padding-block: 2px; inline-size: auto; min-inline-size: 188px; border-color: var(--bo-line); }
  select.role:hover { border-color: var(--bo-control-line); }
  .stack { grid-template-columns: minmax(0, 1fr); }
  td.actions { inline-size: 1%; padding-inline-start: 0; }
  ${personMenuStyles}
  @media (max-width: 720px) {
    select.role { margin-block: 4px; }
    tbody tr { position: relative; }
    tbody th { padding-inline-end: 48px; }
    tbody td.actions { position: absolute; inset-block-start: 6px; inset-inline-end: 8px; inline-size: auto; margin: 0; }
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
    </span></th>
    <td>${person.id === me ? t(person.role) : roleSelect(person, acts)}</td>
    <td>${t('published', { count: published })}${rejected > 0 ? html` <span class="muted">· ${t('rejected', { count: rejected })}</span>` : nothing}</td>
    <td data-label=${t('seen')} class="nowrap">${lastSeenAt === null ? html`<span class="muted">${t('never')}</span>` : when(lastSeenAt)}</td>
    <td class="actions">${personMenu(person, person.id === me, acts)}</td>
  </tr>`;
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
