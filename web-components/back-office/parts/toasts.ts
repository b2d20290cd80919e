import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ToastOptions } from '../events.ts';
import { translator } from '../locales/index.ts';
import words from '../locales/parts.ts';
import { LocalizedElement } from '../localized.ts';
import { shared } from '../styles/shared.ts';

const t = translator(words);
const UNDO_SECONDS = 10;
const PLAIN_SECONDS = 6;
type Toast = ToastOptions & { id: number; seconds: number };

/** Quiet lines at the bottom, said politely once; an act stays undoable for its ten seconds. */
export class BoToasts extends LocalizedElement {
  static override properties = { toasts: { state: true } };
  declare toasts: Toast[];
  #next = 1;
  #timer: ReturnType<typeof setInterval> | null = null;

  static override styles = [
    shared,
    css`
      :host { position: fixed; inset: auto 0 20px; z-index: 40; pointer-events: none; }
      ol { display: grid; gap: 8px; justify-items: center; padding-inline: 16px; }
      li { pointer-events: auto; display: flex; gap: 16px; align-items: center; max-inline-size: min(560px, 100%); padding: 8px 8px 8px 16px; border-radius: 12px; background: var(--bo-toast); color: var(--bo-on-toast); box-shadow: var(--bo-shadow); animation: rise 160ms ease-out; }
      li.problem { border-inline-start: 4px solid var(--bo-danger); }
      button { appearance: none; border: 0; background: none; color: inherit; font: inherit; font-weight: 650; padding: 6px 10px; border-radius: 8px; cursor: pointer; white-space: nowrap; min-block-size: 32px; font-variant-numeric: tabular-nums; }
      button.undo { color: var(--bo-toast-accent); }
      button:hover { background: color-mix(in srgb, currentColor 14%, transparent); }
      button:focus-visible { outline-color: var(--bo-toast-accent); }
      @keyframes rise { from { transform: translateY(8px); opacity: 0; } }
    `,
  ];

  constructor() {
    super();
    this.toasts = [];
  }

  override disconnectedCallback(): void {
    if (this.#timer) clearInterval(this.#timer);
    super.disconnectedCallback();
  }

  /** Shows one; an earlier plain one makes room. */
  show(options: ToastOptions): void {
    const seconds = options.undo ? UNDO_SECONDS : PLAIN_SECONDS;
    this.toasts = [
      ...this.toasts.filter((toast) => toast.undo).slice(-2),
      { ...options, id: this.#next++, seconds },
    ];
    this.#timer ??= setInterval(() => this.#tick(), 1000);
  }

  /** Takes the last undoable act back. @returns false when there is none. */
  undoLast(): boolean {
    const last = this.toasts.findLast((toast) => toast.undo);
    if (last) this.#undo(last);
    return last !== undefined;
  }

  protected override render() {
    return html`<section aria-label=${t('notifications')}>
      <ol>${repeat(
        this.toasts,
        (toast) => toast.id,
        (toast) => this.#line(toast),
      )}</ol>
      <div class="visually-hidden" role="status">${this.toasts.at(-1)?.text ?? ''}</div>
    </section>`;
  }

  #line(toast: Toast) {
    const undo = html`<button class="undo" type="button" @click=${() => this.#undo(toast)}>
      ${t('undo', { seconds: toast.seconds })}
    </button>`;
    const dismiss = html`<button type="button" @click=${() => this.#drop(toast.id)}>${t('dismiss')}</button>`;
    return html`<li class=${toast.tone ?? nothing}><span>${toast.text}</span>${toast.undo ? undo : dismiss}</li>`;
  }

  #undo(toast: Toast): void {
    this.#drop(toast.id);
    void toast.undo?.();
  }

  #drop(id: number): void {
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
  }

  #tick(): void {
    this.toasts = this.toasts
      .map((toast) => ({ ...toast, seconds: toast.seconds - 1 }))
      .filter((toast) => toast.seconds > 0);
    if (this.toasts.length > 0 || !this.#timer) return;
    clearInterval(this.#timer);
    this.#timer = null;
  }
}

customElements.define('bo-toasts', BoToasts);
