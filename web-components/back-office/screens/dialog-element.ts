import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import { html, type PropertyDeclarations } from 'lit';
import { LocalizedElement } from '../localized.ts';

/** An element that is one dialog, shown while `open`. What is declared of a subclass adds to `open`. */
export class DialogElement extends LocalizedElement {
  static override properties: PropertyDeclarations = { open: { state: true } };
  declare open: boolean;

  constructor() {
    super();
    this.open = false;
  }

  /** The dialog around its content. @param label its title, which also names it to screen readers. */
  protected dialog(label: string, content: unknown) {
    return html`<wa-dialog label=${label} ?open=${this.open} @wa-after-hide=${this.#hidden}>${content}</wa-dialog>`;
  }

  protected readonly close = () => {
    this.open = false;
  };

  /** What closes inside, a menu or some help, says so by the same event. */
  #hidden = (event: Event) => {
    if (event.target === event.currentTarget) this.open = false;
  };
}
