import { LitElement } from 'lit';
import { onLocale } from './locales/index.ts';

/** An element that draws itself again when the language changes. */
export class LocalizedElement extends LitElement {
  #stop: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = onLocale(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    this.#stop?.();
    this.#stop = null;
    super.disconnectedCallback();
  }
}
