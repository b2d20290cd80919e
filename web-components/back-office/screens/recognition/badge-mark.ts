/** A badge as it stands beside a name. */
import { css, html, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import award from 'lucide-static/icons/award.svg?raw';
import flame from 'lucide-static/icons/flame.svg?raw';
import gem from 'lucide-static/icons/gem.svg?raw';
import heart from 'lucide-static/icons/heart.svg?raw';
import leaf from 'lucide-static/icons/leaf.svg?raw';
import bulb from 'lucide-static/icons/lightbulb.svg?raw';
import chat from 'lucide-static/icons/message-circle.svg?raw';
import mountain from 'lucide-static/icons/mountain.svg?raw';
import shield from 'lucide-static/icons/shield.svg?raw';
import star from 'lucide-static/icons/star.svg?raw';
import trophy from 'lucide-static/icons/trophy.svg?raw';
import wrench from 'lucide-static/icons/wrench.svg?raw';
import type { BadgeIcon, BadgeView } from '../../../../server/protocol/recognition.ts';
import { locale } from '../../locales/index.ts';

const ICONS: Record<BadgeIcon, string> = {
  star,
  heart,
  award,
  trophy,
  shield,
  gem,
  flame,
  leaf,
  mountain,
  bulb,
  wrench,
  chat,
};

/** Each colour on its own tint: at least 4.5 to 1 in both themes. */
export const badgeStyles = css`
  .badge { display: inline-flex; align-items: center; gap: 5px; max-inline-size: 100%; padding: 1px 9px 1px 7px; border-radius: 99px; font-size: 12px; font-weight: 600; line-height: 1.7; background: var(--badge-soft); color: var(--badge-ink); overflow-wrap: anywhere; }
  .badge svg, .badge-icon svg { inline-size: 13px; block-size: 13px; flex: none; }
  .badge-icon { display: grid; place-items: center; color: var(--badge-ink); }
  .green { --badge-ink: light-dark(#17573f, #7fd6b0); --badge-soft: light-dark(#e7f2ed, #1c3128); }
  .blue { --badge-ink: light-dark(#1c4f8f, #97c1f5); --badge-soft: light-dark(#e6effa, #1b2b40); }
  .violet { --badge-ink: light-dark(#5b3a94, #c6aef2); --badge-soft: light-dark(#f0eaf9, #2d2440); }
  .rose { --badge-ink: light-dark(#97264f, #f2a6c0); --badge-soft: light-dark(#fbe9f0, #3d2029); }
  .amber { --badge-ink: light-dark(#7a4d00, #eec27a); --badge-soft: light-dark(#fdf1dc, #362b18); }
  .slate { --badge-ink: light-dark(#434d48, #b9c3bd); --badge-soft: light-dark(#eceff0, #29302d); }
`;

/** The symbol alone: hidden from screen readers, words stand beside it. */
export const badgeIcon = (icon: BadgeIcon): TemplateResult =>
  html`<span class="badge-icon" aria-hidden="true">${unsafeHTML(ICONS[icon])}</span>`;

export function badgeMark(badge: Pick<BadgeView, 'name' | 'icon' | 'colour'>): TemplateResult {
  return html`<span class="badge ${badge.colour}">${badgeIcon(badge.icon)}${badgeName(badge)}</span>`;
}

export const badgeName = ({ name }: Pick<BadgeView, 'name'>): string => name[locale()];
