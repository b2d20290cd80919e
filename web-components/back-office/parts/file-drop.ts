import { css, html } from 'lit';
import { icon } from '../icons/index.ts';
import words from '../locales/file-drop.ts';
import { translator } from '../locales/index.ts';
import { LocalizedElement } from '../localized.ts';
import { sizeWords } from '../screens/size-words.ts';
import { shared } from '../styles/shared.ts';

const t = translator(words);

/** A place to drop a file, or to choose one. Fires `bo-file` (a CustomEvent of File); who uses it keeps the file. */
export class BoFileDrop extends LocalizedElement {
  static override properties = {
    file: { attribute: false },
    accept: {},
    label: { attribute: false },
    invitation: { attribute: false },
    over: { state: true },
  };
  static override styles = [
    shared,
    css`
      .drop { display: grid; gap: 10px; justify-items: center; padding: 28px 20px; border: 1.5px dashed var(--bo-control-line); border-radius: 14px; text-align: center; background: var(--bo-surface); }
      .drop.over { border-color: var(--bo-accent); background: var(--bo-accent-soft); }
      .drop strong { overflow-wrap: anywhere; }
    `,
  ];
  /** The file that was taken, null before. */
  declare file: File | null;
  /** As the `accept` of a file field. */
  declare accept: string;
  /** What the field is called. */
  declare label: string;
  /** What stands there before a file does. */
  declare invitation: string;
  declare over: boolean;

  constructor() {
    super();
    this.file = null;
    this.accept = '';
    this.label = '';
    this.invitation = '';
    this.over = false;
  }

  protected override render() {
    const { file } = this;
    const chosen = file && t('chosen', { name: file.name, size: sizeWords(file.size) });
    return html`<div class="drop ${this.over ? 'over' : ''}" @dragover=${this.#dragOver} @dragleave=${this.#dragLeave} @drop=${this.#dropped}>
      ${icon('upload', 24)}
      ${chosen ? html`<strong>${chosen}</strong>` : html`<span class="muted">${this.invitation}</span>`}
      <button class="button small" type="button" @click=${this.#pick}>${t(file ? 'other' : 'choose')}</button>
      <input class="visually-hidden" type="file" accept=${this.accept} tabindex="-1" aria-label=${this.label} @change=${this.#picked} />
    </div>`;
  }

  #pick = () => this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click();

  /** Emptied at once: the same file, mended, can be chosen again. */
  #picked = (event: Event) => {
    const input = event.target as HTMLInputElement;
    this.#take(input.files?.[0]);
    input.value = '';
  };

  #dragOver = (event: DragEvent) => {
    event.preventDefault();
    this.over = true;
  };

  #dragLeave = () => {
    this.over = false;
  };

  #dropped = (event: DragEvent) => {
    event.preventDefault();
    this.over = false;
    this.#take(event.dataTransfer?.files[0]);
  };

  #take(detail: File | undefined): void {
    if (detail) this.dispatchEvent(new CustomEvent('bo-file', { detail }));
  }
}

customElements.define('bo-file-drop', BoFileDrop);
