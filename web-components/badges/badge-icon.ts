/** The symbols a badge can bear. Only loaded where somebody has one, or chooses one. */
import { html, type TemplateResult } from 'lit';
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
import type { BadgeIcon } from '../../server/protocol/recognition.ts';
import { type BundledSvg, inlineSvg } from '../icons/inline-svg.ts';

const ICONS: Record<BadgeIcon, BundledSvg> = {
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

/** The symbol alone: hidden from screen readers, words stand beside it. @param size CSS pixels. */
export const badgeIcon = (icon: BadgeIcon, size: number): TemplateResult =>
  html`<span class="badge-icon" aria-hidden="true">${inlineSvg(ICONS[icon], size)}</span>`;
