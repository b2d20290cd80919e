import { html, nothing } from 'lit';
import { type AlertCounts, alertsHeard } from './alert-watch.ts';
import { type IconName, icon } from './icons/index.ts';
import { translator } from './locales/index.ts';
import words from './locales/shell.ts';
import { routeUrl, type ScreenName, screensFor } from './router.ts';
import type { SiteOfSession } from './screens/screen.ts';

const t = translator(words);
const ICON_OF: Record<ScreenName, IconName> = {
  queue: 'inbox',
  alerts: 'bell',
  conversations: 'conversations',
  library: 'book',
  blocks: 'ban',
  people: 'people',
  recognition: 'star',
  pages: 'pages',
  'audit-log': 'log',
};
const BEGINS_GROUP: readonly ScreenName[] = ['library', 'audit-log'];

export type Navigation = {
  site: SiteOfSession;
  sites: readonly SiteOfSession[];
  screen: ScreenName;
  waiting: number;
  alerts: AlertCounts;
  open: boolean;
  onSkip: () => void;
  onSite: (id: string) => void;
};

/** The way from screen to screen, and from site to site when there are several. */
export function navigation(model: Navigation) {
  return html`<nav id="nav" class=${model.open ? 'open' : ''} aria-label=${t('navigation')}>
    <button class="skip" type="button" @click=${model.onSkip}>${t('skip')}</button>
    <div class="brand"><i aria-hidden="true"></i>${model.sites.length > 1 ? siteChoice(model) : model.site.name}</div>
    ${screensFor(model.site.role).map((screen) => link(model, screen))}
  </nav>`;
}

function siteChoice({ sites, site, onSite }: Navigation) {
  const chosen = (event: Event) => onSite((event.target as HTMLSelectElement).value);
  return html`<select aria-label=${t('site')} @change=${chosen}>
    ${sites.map(({ id, name }) => html`<option value=${id} ?selected=${id === site.id}>${name}</option>`)}
  </select>`;
}

function link({ site, screen: current, waiting, alerts }: Navigation, screen: ScreenName) {
  return html`${BEGINS_GROUP.includes(screen) ? html`<hr aria-hidden="true" />` : nothing}
    <a href=${routeUrl(site.id, screen)} aria-current=${screen === current ? 'page' : nothing}>
      ${icon(ICON_OF[screen])}<span>${t(screen)}</span>
      ${screen === 'queue' && waiting > 0 ? count(waiting, t('waiting', { count: waiting })) : nothing}
      ${screen === 'alerts' && alerts.open > 0 ? count(alerts.open, alertsHeard(alerts), alerts.now + alerts.answers > 0 ? '' : 'calm') : nothing}
    </a>`;
}

const count = (many: number, heard: string, tone = '') =>
  html`<span class="count ${tone}" aria-label=${heard} role="img">${many > 99 ? '99+' : many}</span>`;
