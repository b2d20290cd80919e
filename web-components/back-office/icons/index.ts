/** The few icons of the back office, in the bundle: nothing is asked of anybody else's server. */
import { html, type TemplateResult } from 'lit';
import ban from 'lucide-static/icons/ban.svg?raw';
import bell from 'lucide-static/icons/bell-ring.svg?raw';
import book from 'lucide-static/icons/book-open.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import down from 'lucide-static/icons/chevron-down.svg?raw';
import left from 'lucide-static/icons/chevron-left.svg?raw';
import right from 'lucide-static/icons/chevron-right.svg?raw';
import up from 'lucide-static/icons/chevron-up.svg?raw';
import account from 'lucide-static/icons/circle-user-round.svg?raw';
import copy from 'lucide-static/icons/copy.svg?raw';
import download from 'lucide-static/icons/download.svg?raw';
import more from 'lucide-static/icons/ellipsis.svg?raw';
import external from 'lucide-static/icons/external-link.svg?raw';
import inbox from 'lucide-static/icons/inbox.svg?raw';
import signOut from 'lucide-static/icons/log-out.svg?raw';
import menu from 'lucide-static/icons/menu.svg?raw';
import conversations from 'lucide-static/icons/messages-square.svg?raw';
import moon from 'lucide-static/icons/moon.svg?raw';
import pages from 'lucide-static/icons/panels-top-left.svg?raw';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import log from 'lucide-static/icons/scroll-text.svg?raw';
import search from 'lucide-static/icons/search.svg?raw';
import star from 'lucide-static/icons/star.svg?raw';
import sun from 'lucide-static/icons/sun.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import undo from 'lucide-static/icons/undo-2.svg?raw';
import upload from 'lucide-static/icons/upload.svg?raw';
import people from 'lucide-static/icons/users.svg?raw';
import close from 'lucide-static/icons/x.svg?raw';
import { inlineSvg } from '../../icons/inline-svg.ts';

const ICONS = {
  account,
  ban,
  bell,
  book,
  check,
  close,
  conversations,
  copy,
  down,
  download,
  external,
  inbox,
  left,
  log,
  menu,
  moon,
  more,
  pages,
  pencil,
  people,
  plus,
  right,
  search,
  signOut,
  star,
  sun,
  trash,
  undo,
  up,
  upload,
} as const;
export type IconName = keyof typeof ICONS;

/** An icon that decorates words beside it: hidden from screen readers. */
export function icon(name: IconName, size = 16): TemplateResult {
  return html`<span class="icon" aria-hidden="true">${inlineSvg(ICONS[name], size)}</span>`;
}
