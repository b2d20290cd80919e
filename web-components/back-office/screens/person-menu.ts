import '@awesome.me/webawesome/dist/components/divider/divider.js';
import '@awesome.me/webawesome/dist/components/dropdown/dropdown.js';
import '@awesome.me/webawesome/dist/components/dropdown-item/dropdown-item.js';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { PersonRow } from '../../../server/protocol/back-office.ts';
import { icon } from '../icons/index.ts';
import { translator } from '../locales/index.ts';
import noteWords from '../locales/notes.ts';
import words from '../locales/people.ts';
import recognitionWords from '../locales/recognition.ts';

const t = translator(words);
const points = translator(recognitionWords);
const notes = translator(noteWords);

const ACTS = ['notes', 'makeLink', 'removePicture', 'lift', 'ban'] as const;
export type PersonMenuActs = Record<(typeof ACTS)[number], (person: PersonRow) => void>;

export const personMenuStyles = css`
  wa-dropdown { text-align: start; }
  wa-dropdown::part(menu) { min-inline-size: 220px; }
  wa-dropdown-item { font-size: 14px; white-space: nowrap; padding: 8px 12px; }
  @media (max-width: 720px) { wa-dropdown-item { padding-block: 11px; } }
  .button.more-acts { min-block-size: 32px; inline-size: 36px; padding: 0; color: var(--bo-muted); }
  .button.more-acts:is(:hover, [aria-expanded='true']) { color: var(--bo-ink); background: var(--bo-ground); }
  @media (max-width: 720px) { .button.more-acts { min-block-size: 40px; inline-size: 44px; } }
`;

/** All that can be done about one person, behind one button; what takes something away comes last. */
export function personMenu(person: PersonRow, isMe: boolean, acts: PersonMenuActs): TemplateResult {
  const { id, name, email, ban, picture } = person;
  const select = (event: CustomEvent<{ item: { value: string } }>) => {
    const act = ACTS.find((known) => known === event.detail.item.value);
    if (act) acts[act](person);
  };
  return html`<wa-dropdown placement="bottom-end" size="s" @wa-select=${select}>
    <button slot="trigger" class="button quiet more-acts" type="button" aria-label=${t('actsOn', { name })}>${icon('more', 18)}</button>
    <wa-dropdown-item href=${`recognition?${new URLSearchParams({ person: id })}`}>${points('openPoints')}</wa-dropdown-item>
    ${isMe ? nothing : item('notes', notes('title'))}
    ${isMe || !email ? nothing : item('makeLink', t('link'))}
    ${picture || !isMe ? html`<wa-divider></wa-divider>` : nothing}
    ${picture ? item('removePicture', t('removePicture'), 'danger') : nothing}
    ${isMe ? nothing : ban ? item('lift', t('lift')) : item('ban', t('ban'), 'danger')}
  </wa-dropdown>`;
}

const item = (act: keyof PersonMenuActs, label: string, variant: 'default' | 'danger' = 'default') =>
  html`<wa-dropdown-item value=${act} variant=${variant}>${label}</wa-dropdown-item>`;
