import type { AlertsAnswer } from '../../server/protocol/moderators.ts';
import { api } from './api.ts';
import words from './locales/alerts.ts';
import { translator } from './locales/index.ts';
import type { SiteOfSession } from './screens/screen.ts';

const t = translator(words);

export type AlertCounts = AlertsAnswer['counts'];
const NONE: AlertCounts = { open: 0, now: 0, answers: 0 };

type Listener = {
  changed: () => void;
  /** A new alert, to managers, or a new answer to one's own, in words. */
  arrived: (text: string) => void;
  failed: (error: unknown) => void;
};

/** Counts the open alerts of a site for the navigation; tells of new ones and of answers, whatever the screen. */
export class AlertWatch {
  counts: AlertCounts = NONE;
  readonly #listener: Listener;
  #site: SiteOfSession | null = null;
  #known: Set<string> | null = null;

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  begin(site: SiteOfSession): void {
    this.#site = site;
    this.#known = null;
    this.counts = NONE;
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
    if (counts.answers > this.counts.answers) this.#listener.arrived(t('answered'));
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
