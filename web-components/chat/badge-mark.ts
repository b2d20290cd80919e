/** A badge as it stands beside a name. Only loaded where somebody has one. */
import { css, html } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import award from 'lucide-static/icons/award.svg?raw';
import flame from 'lucide-static/icons/flame.svg?raw';
import gem from 'lucide-static/icons/gem.svg?raw';
import heart from 'lucide-static/icons/heart.svg?raw';
import leaf from 'lucide-static/icons/leaf.svg?raw';
import bulb from 'lucide-static/icons/lightbulb.svg?raw';
import bubble from 'lucide-static/icons/message-circle.svg?raw';
import mountain from 'lucide-static/icons/mountain.svg?raw';
import shield from 'lucide-static/icons/shield.svg?raw';
import star from 'lucide-static/icons/star.svg?raw';
import trophy from 'lucide-static/icons/trophy.svg?raw';
import wrench from 'lucide-static/icons/wrench.svg?raw';
import type { Locale } from '../../server/protocol/frames.ts';
import type { BadgeIcon, BadgeView } from '../../server/protocol/recognition.ts';

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
  chat: bubble,
};

export const badgeMark = ({ name, icon, colour }: BadgeView, locale: Locale) =>
  html`<span class="mark ${colour}" title=${name[locale]}><span class="symbol" aria-hidden="true">${unsafeHTML(ICONS[icon])}</span
    ><span class="label">${name[locale]}</span></span>`;

/** Each colour on its own tint: at least 4.5 to 1, light and dark. */
export const badgeMarkStyles = css`
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
  .symbol {
    flex: none;
  }
  .symbol svg {
    display: block;
    width: 12px;
    height: 12px;
  }
  .green {
    --badge-ink: light-dark(#17573f, #7fd6b0);
    --badge-soft: light-dark(#e7f2ed, #1c3128);
  }
  .blue {
    --badge-ink: light-dark(#1c4f8f, #97c1f5);
    --badge-soft: light-dark(#e6effa, #1b2b40);
  }
  .violet {
    --badge-ink: light-dark(#5b3a94, #c6aef2);
    --badge-soft: light-dark(#f0eaf9, #2d2440);
  }
  .rose {
    --badge-ink: light-dark(#97264f, #f2a6c0);
    --badge-soft: light-dark(#fbe9f0, #3d2029);
  }
  .amber {
    --badge-ink: light-dark(#7a4d00, #eec27a);
    --badge-soft: light-dark(#fdf1dc, #362b18);
  }
  .slate {
    --badge-ink: light-dark(#434d48, #b9c3bd);
    --badge-soft: light-dark(#eceff0, #29302d);
  }
`;
