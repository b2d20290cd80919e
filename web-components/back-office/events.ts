/** What parts and screens ask of the shell. They bubble out of every shadow root. */

/** A quiet line at the bottom, announced politely, with an optional way back for ten seconds. */
export type ToastOptions = { text: string; undo?: () => Promise<unknown>; tone?: 'plain' | 'problem' };

export class ToastEvent extends Event {
  readonly options: ToastOptions;

  constructor(options: ToastOptions) {
    super('bo-toast', { bubbles: true, composed: true });
    this.options = options;
  }
}

/** Filters of the screen changed: the shell writes them in the address bar. null removes one. */
export class QueryEvent extends Event {
  readonly changes: Record<string, string | null>;
  /** True adds a step to Back, false replaces the present one (typing in a search box). */
  readonly step: boolean;

  constructor(changes: Record<string, string | null>, step: boolean) {
    super('bo-query', { bubbles: true, composed: true });
    this.changes = changes;
    this.step = step;
  }
}

/** The session ended: the shell shows the sign-in. */
export class SignedOutEvent extends Event {
  constructor() {
    super('bo-signed-out', { bubbles: true, composed: true });
  }
}

/** The site's own settings changed (its name, what moderators may do): the shell asks for them again. */
export class SiteChangedEvent extends Event {
  constructor() {
    super('bo-site-changed', { bubbles: true, composed: true });
  }
}

/** How many messages wait in the review queue, as last heard. */
export class WaitingEvent extends Event {
  readonly waiting: number;

  constructor(waiting: number) {
    super('bo-waiting', { bubbles: true, composed: true });
    this.waiting = waiting;
  }
}

/** Takes back the last act that can be. */
export class UndoEvent extends Event {
  constructor() {
    super('bo-undo', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'bo-toast': ToastEvent;
    'bo-query': QueryEvent;
    'bo-signed-out': SignedOutEvent;
    'bo-site-changed': SiteChangedEvent;
    'bo-waiting': WaitingEvent;
    'bo-undo': UndoEvent;
  }
}
