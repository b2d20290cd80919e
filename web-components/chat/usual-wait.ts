import { css, html, LitElement, nothing } from 'lit';
import type { Locale } from '../../server/protocol/frames.ts';
import type { ChatState } from '../client/chat-state.ts';
import { base } from './base.styles.ts';
import type { ChatContext } from './context.ts';
import { clock } from './icons.ts';

/** One honest line above the field: how long a question usually waits here, and who is there now. */
export class UsualWait extends LitElement {
  static override properties = { context: { attribute: false }, state: { attribute: false } };
  static override styles = [
    base,
    css`
      p {
        display: flex;
        gap: 6px;
        align-items: center;
        padding: 8px 18px;
        border-top: 1px solid var(--line);
        color: var(--muted);
        font-size: 13px;
        line-height: 18px;
      }
      svg {
        flex: none;
      }
    `,
  ];

  declare context: ChatContext;
  declare state: ChatState;

  override render() {
    const { answerMs, here, mayAsk } = this.state;
    if (!answerMs || !mayAsk) return nothing;
    const { words, locale } = this.context;
    const people = here > 1 ? ` · ${words.here(here)}` : '';
    return html`<p>${clock}<span>${usually[locale](about(answerMs, locale))}${people}</span></p>`;
  }
}

const usually: Record<Locale, (wait: string) => string> = {
  fr: (wait) => `Réponse habituelle à cette heure : ${wait}`,
  en: (wait) => `Usually answered in ${wait} at this hour`,
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ABOUT = { fr: 'environ', en: 'about' };
const DAYS = { fr: ['jour', 'jours'], en: ['day', 'days'] };

/**
 * A wait in words, never shorter than it is: to the minute up to ten, to five minutes up to an hour, then to
 * the hour or the day.
 */
export function about(ms: number, locale: Locale): string {
  const minutes = Math.ceil(ms / MINUTE);
  if (minutes <= 1) return locale === 'fr' ? 'moins d’une minute' : 'less than a minute';
  if (minutes <= 10) return `${minutes}\u00a0min`;
  if (minutes <= 55) return `${ABOUT[locale]} ${Math.ceil(minutes / 5) * 5}\u00a0min`;
  if (ms <= 23 * HOUR) return `${ABOUT[locale]} ${Math.ceil(ms / HOUR)}\u00a0h`;
  const days = Math.ceil(ms / DAY);
  return `${ABOUT[locale]} ${days}\u00a0${DAYS[locale][days === 1 ? 0 : 1]}`;
}

customElements.define('entraide-usual-wait', UsualWait);
