/** Somebody wants to reply to a message. */
export class ReplyEvent extends Event {
  readonly messageId: string;

  constructor(messageId: string) {
    super('entraide-reply', { bubbles: true, composed: true });
    this.messageId = messageId;
  }
}

/** Somebody wants to see a message of the conversation on screen. */
export class GoToEvent extends Event {
  readonly messageId: string;

  constructor(messageId: string) {
    super('entraide-go-to', { bubbles: true, composed: true });
    this.messageId = messageId;
  }
}
