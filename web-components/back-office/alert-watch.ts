import type { AlertsAnswer } from '../../server/protocol/moderators.ts';
import { api } from './api.ts';
import words from './locales/alerts.ts';
import { translator } from './locales/index.ts';
import type { SiteOfSession } from './screens/screen.ts';

const t = translator(words);

export type AlertCounts = AlertsAnswer['counts'];

type Listener = {
  changed: () => void;
  /** A new alert, in words; only managers are told. */
  arrived: (text: string) => void;
  failed: (error: unknown) => void;
};

/** Counts the open alerts of a site for the navigation, and tells a manager of each new one, wherever they are. */
export class AlertWatch {
  counts: AlertCounts = { open: 0, now: 0 };
  readonly #listener: Listener;
  #site: SiteOfSession | null = null;
  #known: Set<string> | null = null;

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  begin(site: SiteOfSession): void {
    this.#site = site;
    this.#known = null;
    this.counts = { open: 0, now: 0 };
    void this.read();
  }

  async read(): Promise<void> {
    const site = this.#site;
    if (!site) return;
    try {
      const answer = await api(site.id).get<AlertsAnswer>('alerts');
      if (site === this.#site) this.#take(answer, site.role === 'manager');
    } catch (error) {
      this.#listener.failed(error);
    }
  }

  #take({ items, counts }: AlertsAnswer, isManager: boolean): void {
    this.counts = counts;
    const [newest] = items.filter(({ id }) => this.#known && !this.#known.has(id));
    this.#known = new Set([...(this.#known ?? []), ...items.map(({ id }) => id)]);
    if (newest && isManager)
      this.#listener.arrived(
        t(newest.degree === 'now' ? 'arrivedNow' : 'arrived', { name: newest.raised.by }),
      );
    this.#listener.changed();
  }
}

/** How the badge is heard. */
export const alertsHeard = ({ open }: AlertCounts) => t('countOpen', { count: open });
