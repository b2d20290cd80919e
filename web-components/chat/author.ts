import { css, html, nothing } from 'lit';
import type { AuthorView } from '../../server/protocol/frames.ts';
import type { Words } from '../locales/words.ts';
import type { ChatContext } from './context.ts';

const COLOURS = ['#7a559f', '#a94d27', '#2b67a8', '#1f7053', '#8a6012', '#a33f64', '#4a5bb0', '#56691f'];

/** Two letters on a colour that stays the same for the same person, behind the picture they chose. */
export const avatar = (author: AuthorView, name: string) =>
  html`<span class="avatar" style="background:${colourOf(author.id)}" aria-hidden="true">${initials(name)}${
    author.picture ? html`<img src=${pictureOf(author.picture)} alt="" loading="lazy">` : nothing
  }</span>`;

/** Beside the chat's own code, which comes from the same server. */
const here = import.meta.url;
const pictureOf = (id: string) => new URL(`/api/widget/pictures/${id}?size=64`, here).href;

/** The part somebody plays for the brand, and whether the brand itself said who they are. */
export const badge = ({ role, verified }: AuthorView, { message: { roles, verified: known } }: Words) => [
  role === 'visitor' ? nothing : html`<span class="badge">${roles[role]}</span>`,
  verified ? html`<span class="badge known">${known}</span>` : nothing,
];

/** The badge somebody earned; its code comes with the first author who has one. */
export function ownBadge({ badge }: AuthorView, context: ChatContext) {
  if (!badge) return nothing;
  void import('./author-badge.ts');
  return html`<entraide-author-badge .context=${context} .badge=${badge}></entraide-author-badge>`;
}

function colourOf(id: string): string {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) >>> 0;
  return COLOURS[(sum >>> 8) % COLOURS.length]!;
}

function initials(name: string): string {
  const [first = '', second] = name.trim().split(/[\s-]+/u);
  const letters = second ? [[...first][0], [...second][0]] : [...first].slice(0, 2);
  return letters.join('').toLocaleUpperCase();
}

export const authorStyles = css`
  .avatar {
    flex: none;
    position: relative;
    overflow: hidden;
    display: grid;
    place-items: center;
    width: 32px;
    height: 32px;
    border-radius: 50%;
    color: #fff;
    font-size: 12px;
    font-weight: 700;
    line-height: 1;
  }
  .avatar img {
    position: absolute;
    width: 100%;
    height: 100%;
  }
  .badge {
    padding: 1px 8px;
    border-radius: 9px;
    background: var(--tint);
    color: var(--accent-text);
    font-size: 12px;
    font-weight: 600;
    line-height: 18px;
    white-space: nowrap;
  }
  .known {
    background: none;
    box-shadow: inset 0 0 0 1px var(--line);
    color: var(--muted);
  }
`;
