import type { PropertyDeclarations } from 'lit';
import type { SessionAnswer } from '../../../server/protocol/back-office.ts';
import type { BackOfficeList } from '../../../server/protocol/frames.ts';
import { type Api, ApiError } from '../api.ts';
import { QueryEvent, SignedOutEvent, ToastEvent, type ToastOptions } from '../events.ts';
import { LocalizedElement } from '../localized.ts';
import { problemWords } from '../problem.ts';

export type SiteOfSession = SessionAnswer['sites'][number];

/**
 * What every screen is. The shell sets `site`, `api`, `query` and `me`, calls `refresh()` quietly when the
 * server says one of the screen's `lists` changed, and `queryChanged()` when the address bar did.
 * Reactive properties are declared with `static properties` and `declare`: no decorators.
 */
export abstract class Screen extends LocalizedElement {
  static lists: BackOfficeList[] = [];
  static override properties: PropertyDeclarations = {
    site: { attribute: false },
    api: { attribute: false },
    query: { attribute: false },
    me: { attribute: false },
  };
  declare site: SiteOfSession;
  declare api: Api;
  declare query: URLSearchParams;
  declare me: SessionAnswer['me'];
  #minute: ReturnType<typeof setInterval> | null = null;

  /** Asks for the data again; called with what changed, also once at the start. Never clears what is typed. */
  abstract refresh(): Promise<void>;

  /** The address bar changed (Back, a link): by default, ask for the data again. */
  queryChanged(): void {
    void this.refresh();
  }

  protected get isManager(): boolean {
    return this.site.role === 'manager';
  }

  /** Keeps filters in the address bar; `step` adds one to Back. The shell answers with queryChanged(). */
  protected setQuery(changes: Record<string, string | null>, step = true): void {
    this.dispatchEvent(new QueryEvent(changes, step));
  }

  protected toast(options: ToastOptions | string): void {
    this.dispatchEvent(new ToastEvent(typeof options === 'string' ? { text: options } : options));
  }

  /**
   * Does something and says in a toast what went wrong, if it did. @returns null when it failed; leave a
   * refusal that belongs to a field to the screen by catching it inside `act`.
   */
  protected async attempt<T>(act: () => Promise<T>): Promise<{ value: T } | null> {
    try {
      return { value: await act() };
    } catch (error) {
      this.failed(error);
      return null;
    }
  }

  /** Says what went wrong in a toast; a session that ended goes to the sign-in. */
  protected failed(error: unknown): void {
    if (error instanceof ApiError && error.status === 401) this.dispatchEvent(new SignedOutEvent());
    else this.toast({ text: problemWords(error), tone: 'problem' });
  }

  /** "2 minutes ago" stays true while somebody reads. */
  override connectedCallback(): void {
    super.connectedCallback();
    this.#minute = setInterval(() => this.requestUpdate(), 60_000);
  }

  override disconnectedCallback(): void {
    if (this.#minute) clearInterval(this.#minute);
    super.disconnectedCallback();
  }

  protected override firstUpdated(): void {
    void this.refresh();
  }
}
