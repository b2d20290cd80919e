/** A badge as it stands beside a name. */
import { css, html, type TemplateResult } from 'lit';
import type { BadgeIcon, BadgeView } from '../../../../server/protocol/recognition.ts';
import { badgeColours } from '../../../badges/badge-colours.ts';
import { badgeIcon as drawn } from '../../../badges/badge-icon.ts';
import { locale } from '../../locales/index.ts';

export const badgeStyles = [
  badgeColours,
  css`
    .badge { display: inline-flex; align-items: center; gap: 5px; max-inline-size: 100%; padding: 1px 9px 1px 7px; border-radius: 99px; font-size: 12px; font-weight: 600; line-height: 1.7; background: var(--badge-soft); color: var(--badge-ink); overflow-wrap: anywhere; }
    .badge svg, .badge-icon svg { flex: none; }
    .badge-icon { display: grid; place-items: center; color: var(--badge-ink); }
  `,
];

export const badgeIcon = (icon: BadgeIcon): TemplateResult => drawn(icon, 13);

export function badgeMark(badge: Pick<BadgeView, 'name' | 'icon' | 'colour'>): TemplateResult {
  return html`<span class="badge ${badge.colour}">${badgeIcon(badge.icon)}${badgeName(badge)}</span>`;
}

export const badgeName = ({ name }: Pick<BadgeView, 'name'>): string => name[locale()];
