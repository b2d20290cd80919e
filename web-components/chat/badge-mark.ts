/** A badge as it stands beside a name. Only loaded where somebody has one. */
import { css, html } from 'lit';
import type { Locale } from '../../server/protocol/frames.ts';
import type { BadgeView } from '../../server/protocol/recognition.ts';
import { badgeColours } from '../badges/badge-colours.ts';
import { badgeIcon } from '../badges/badge-icon.ts';

export const badgeMark = ({ name, icon, colour }: BadgeView, locale: Locale) =>
  html`<span class="mark ${colour}" title=${name[locale]}>${badgeIcon(icon, 12)}<span class="label">${name[locale]}</span></span>`;

export const badgeMarkStyles = [
  badgeColours,
  css`
    .mark {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      max-width: 100%;
      padding: 1px 8px 1px 6px;
      border-radius: 9px;
      background: var(--badge-soft);
      color: var(--badge-ink);
      font-size: 12px;
      font-weight: 600;
      line-height: 18px;
    }
    .label {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .badge-icon {
      flex: none;
    }
    .badge-icon svg {
      display: block;
    }
  `,
];
