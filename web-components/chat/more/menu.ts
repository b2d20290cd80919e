import { html, LitElement, nothing, type PropertyValues, svg } from 'lit';
import type { ChatState } from '../../client/chat-state.ts';
import { base } from '../base.styles.ts';
import type { ChatContext } from '../context.ts';
import '../offer/offer-place.ts';
import { ENTRIES, type EntryWords, type MoreEntry } from './entries.ts';
import { menuStyles } from './menu-styles.ts';
import './screen.ts';
import { SideEvent } from './side-event.ts';
import { moreWords } from './words.ts';

const dots = svg`<circle cx="5" cy="12" r="2" /><circle cx="12" cy="12" r="2" /><circle cx="19" cy="12" r="2" />`;

/** The "more" button of the header and its menu. Nothing at all for people who have no entry. */
export class MoreMenu extends LitElement {
  static override properties = {
    context: { attribute: false },
    state: { attribute: false },
    open: { state: true },
    words: { state: true },
  };
  static override styles = [base, menuStyles];

  declare context: ChatContext;
  declare state: ChatState;
  declare open: boolean;
  declare words: ReadonlyMap<string, EntryWords>;

  #wantsFocus = false;
  readonly #watched = new Map<string, () => void>();

  constructor() {
    super();
    this.open = false;
    this.words = new Map();
  }

  override focus() {
    this.#wantsFocus = true;
    this.requestUpdate();
  }

  override connectedCallback() {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.#onOutside);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.#onOutside);
    for (const stop of this.#watched.values()) stop();
    this.#watched.clear();
  }

  protected override willUpdate() {
    for (const entry of this.#entries(() => true)) {
      if (!this.words.has(entry.id)) void this.#learn(entry);
      if (entry.watch && !this.#watched.has(entry.id)) void this.#watch(entry.id, entry.watch);
    }
  }

  protected override updated(changed: PropertyValues<this>) {
    const button = this.renderRoot.querySelector<HTMLElement>('.button');
    if (this.#wantsFocus && button) {
      this.#wantsFocus = false;
      button.focus();
    }
    if (changed.has('open') && this.open) this.#items[0]?.focus();
  }

  override render() {
    const entries = this.#entries((entry) => this.words.has(entry.id));
    if (!entries.length) return nothing;
    const { more } = moreWords(this.context.locale);
    const heard = entries.flatMap((entry) => this.#heard(entry));
    return html`<div @keydown=${this.#onKey} @focusout=${this.#onLeave}>
      <button
        class="button"
        aria-haspopup="menu"
        aria-expanded=${this.open}
        aria-label=${[more, ...heard].join(', ')}
        @click=${() => this.#toggle()}
      >
        <svg width="20" height="20" viewBox="0 0 24 24" aria-hidden="true">${dots}</svg>
        ${this.open ? nothing : this.#badge(entries.reduce((sum, entry) => sum + this.#count(entry), 0))}
      </button>
      ${this.open ? html`<div class="menu" role="menu" aria-label=${more}>${entries.map((entry) => this.#item(entry))}</div>` : nothing}
    </div>`;
  }

  #item(entry: MoreEntry) {
    const { label } = this.words.get(entry.id)!;
    const heard = [label, ...this.#heard(entry)].join(', ');
    return html`<button role="menuitem" tabindex="-1" aria-label=${heard} @click=${() => this.#choose(entry.id)}>
      <span>${label}</span>${this.#badge(this.#count(entry))}
    </button>`;
  }

  #badge(count: number) {
    return count
      ? html`<span class="badge" aria-hidden="true">${count > 99 ? '99+' : count}</span>`
      : nothing;
  }

  #heard(entry: MoreEntry): string[] {
    const count = this.#count(entry);
    const { waiting } = this.words.get(entry.id)!;
    return count && waiting ? [waiting(count)] : [];
  }

  #count = (entry: MoreEntry): number => entry.badge?.(this.state, this.context.client) ?? 0;

  #entries(which: (entry: MoreEntry) => boolean): MoreEntry[] {
    return ENTRIES.filter(
      (entry) => entry.id !== this.context.main && entry.isFor(this.state) && which(entry),
    );
  }

  /** Without its words an entry is not offered; the next change of the chat asks for them again. */
  async #learn(entry: MoreEntry): Promise<void> {
    try {
      const words = await entry.words(this.context.locale);
      if (!this.words.has(entry.id)) this.words = new Map(this.words).set(entry.id, words);
    } catch (error) {
      console.warn('Entraide: an entry of the menu will be loaded again', error);
    }
  }

  async #watch(id: string, watch: NonNullable<MoreEntry['watch']>): Promise<void> {
    this.#watched.set(id, () => {});
    try {
      const stop = await watch(this.context.client, () => this.requestUpdate());
      if (!this.isConnected) return stop();
      this.#watched.set(id, stop);
      this.requestUpdate();
    } catch (error) {
      console.warn('Entraide: a badge will be loaded again', error);
      this.#watched.delete(id);
    }
  }

  #choose(entryId: string) {
    this.open = false;
    this.dispatchEvent(new SideEvent(entryId));
  }

  #toggle() {
    this.open = !this.open;
  }

  #onKey(event: KeyboardEvent) {
    if (!this.open) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.open = false;
      return this.focus();
    }
    const items = this.#items;
    const now = items.indexOf(this.shadowRoot!.activeElement as HTMLElement);
    const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    items.at(next % items.length)?.focus();
  }

  #onLeave({ relatedTarget }: FocusEvent) {
    if (relatedTarget && !this.shadowRoot!.contains(relatedTarget as Node)) this.open = false;
  }

  #onOutside = (event: Event) => {
    if (this.open && !event.composedPath().includes(this)) this.open = false;
  };

  get #items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }
}

customElements.define('entraide-more', MoreMenu);
