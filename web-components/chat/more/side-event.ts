/** Asks the chat to show a side screen in place of the list, by its entry's id; null goes back to the list. */
export class SideEvent extends Event {
  readonly entryId: string | null;

  constructor(entryId: string | null) {
    super('entraide-side', { bubbles: true, composed: true });
    this.entryId = entryId;
  }
}
