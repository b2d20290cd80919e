/** Somebody wants a text of theirs back in the composer. */
export class EditEvent extends Event {
  readonly text: string;

  constructor(text: string) {
    super('entraide-edit');
    this.text = text;
  }
}
