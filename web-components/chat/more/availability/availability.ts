import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AvailabilityAnswer, AvailabilityChanges } from '../../../../server/protocol/waiting.ts';
import type { ChatState } from '../../../client/chat-state.ts';
import { base } from '../../base.styles.ts';
import type { ChatContext } from '../../context.ts';
import { check } from '../../icons.ts';
import { languageName } from '../waiting/question-row.ts';
import { availabilityStyles } from './availability-styles.ts';
import { clockTime, minutesOf } from './clock-times.ts';
import { type AvailabilityWords, availabilityWords } from './words.ts';

const LANGUAGES = ['fr', 'en', 'de', 'es', 'it', 'nl', 'pt', 'pl'];
/** What most would choose, when one first asks for quiet hours. */
const NIGHT = { from: 22 * 60, to: 7 * 60 + 30 };

/** When one is told of waiting questions, and of which. Each change is kept at once. */
export class AvailabilityForm extends LitElement {
  static override properties = {
    context: { attribute: false },
    state: { attribute: false },
    words: { state: true },
    known: { state: true },
    failed: { state: true },
    status: { state: true },
  };
  static override styles = [base, availabilityStyles];

  declare context: ChatContext;
  declare state: ChatState;
  declare words: AvailabilityWords | null;
  declare known: AvailabilityAnswer | null;
  declare failed: boolean;
  declare status: 'saved' | 'notSaved' | 'sameHours' | null;

  constructor() {
    super();
    this.words = null;
    this.known = null;
    this.failed = false;
    this.status = null;
  }

  protected override firstUpdated() {
    void this.#load();
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('context') && !this.words) void this.#speak();
  }

  async #speak() {
    this.words = await availabilityWords(this.context.locale);
  }

  async #load() {
    this.failed = false;
    try {
      this.known = await this.context.client.ask<AvailabilityAnswer>('questions/availability');
    } catch {
      // The screen says so, and offers to try again.
      this.failed = true;
    }
  }

  async #save(changes: AvailabilityChanges) {
    const before = this.known!;
    this.known = { ...before, ...changes };
    this.status = null;
    try {
      this.known = await this.context.client.ask<AvailabilityAnswer>('questions/availability', changes);
      this.status = 'saved';
    } catch {
      // What is shown is what is kept.
      this.known = before;
      this.status = 'notSaved';
    }
  }

  override render() {
    const { words, known } = this;
    if (!words) return nothing;
    if (!known) {
      return html`<div class="state" role="status">
        ${
          this.failed
            ? html`<p>${words.failed}</p>
              <button class="link" @click=${() => this.#load()}>${words.again}</button>`
            : words.loading
        }
      </div>`;
    }
    const { status } = this;
    return html`${this.#available(words, known)} ${this.#quiet(words, known)}
      ${this.#chips(words.topics, words.topicsHint, this.#topics(known), known.topics, (topics) => this.#save({ topics }))}
      ${this.#chips(words.languages, words.languagesHint, this.#languages(known), known.languages, (languages) => this.#save({ languages }))}
      <p class="status ${status === null || status === 'saved' ? '' : 'bad'}" role="status">${status && words[status]}</p>`;
  }

  #available(words: AvailabilityWords, { available }: AvailabilityAnswer) {
    return html`<fieldset>
      ${this.#switch(words.available, available, (on) => this.#save({ available: on }))}
      <p class="hint">${available ? words.availableHint : words.awayHint}</p>
    </fieldset>`;
  }

  #switch(label: string, on: boolean, change: (on: boolean) => void) {
    return html`<label class="switch"
      >${label}<input
        type="checkbox"
        role="switch"
        .checked=${live(on)}
        @change=${({ target }: Event) => change((target as HTMLInputElement).checked)}
    /></label>`;
  }

  #quiet(words: AvailabilityWords, { quiet, timeZone }: AvailabilityAnswer) {
    const zone = hereZone();
    const change = (on: boolean) => this.#save(on ? { quiet: NIGHT, timeZone: zone } : { quiet: null });
    return html`<fieldset>
      ${this.#switch(words.quiet, quiet !== null, change)}
      <p class="hint">${words.quietHint}</p>
      ${
        quiet
          ? html`<div class="hours">${this.#hour(words.from, 'from', quiet)} ${this.#hour(words.to, 'to', quiet)}</div>
            <p class="hint">
              ${words.clock(placeName(timeZone))}
              ${timeZone === zone ? nothing : html`<button class="link" @click=${() => this.#save({ timeZone: zone })}>${words.useHere(placeName(zone))}</button>`}
            </p>`
          : nothing
      }
    </fieldset>`;
  }

  #hour(label: string, end: 'from' | 'to', quiet: { from: number; to: number }) {
    const change = ({ target }: Event) => {
      const minutes = minutesOf((target as HTMLInputElement).value);
      if (minutes === null) return;
      const next = { ...quiet, [end]: minutes };
      if (next.from !== next.to) return this.#save({ quiet: next });
      this.status = 'sameHours';
    };
    return html`<label>${label}<input class="field" type="time" required .value=${live(clockTime(quiet[end]))} @change=${change} /></label>`;
  }

  #chips(
    legend: string,
    hint: string,
    options: string[][],
    chosen: string[],
    change: (chosen: string[]) => void,
  ) {
    if (!options.length) return nothing;
    const toggle = (value: string, on: boolean) =>
      change(on ? [...chosen, value] : chosen.filter((other) => other !== value));
    return html`<fieldset>
      <legend>${legend}</legend>
      <p class="hint">${hint}</p>
      <div class="chips">
        ${options.map(
          ([value, name]) => html`<label
            ><input
              type="checkbox"
              .checked=${live(chosen.includes(value!))}
              @change=${({ target }: Event) => toggle(value!, (target as HTMLInputElement).checked)}
            />${check}${name}</label
          >`,
        )}
      </div>
    </fieldset>`;
  }

  /** Also those one chose that the site has no longer: they can be taken away. */
  #topics({ siteTopics, topics }: AvailabilityAnswer): string[][] {
    return [...new Set([...siteTopics, ...topics])].map((topic) => [topic, topic]);
  }

  #languages({ languages }: AvailabilityAnswer): string[][] {
    const all = [...new Set([...LANGUAGES, ...languages])];
    return all.map((language) => [language, languageName(language, this.context.locale)]);
  }
}

const hereZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "Europe/Paris" → "Paris": zones are named after their best known town. */
const placeName = (zone: string): string => zone.split('/').at(-1)!.replaceAll('_', ' ');

customElements.define('entraide-availability', AvailabilityForm);
