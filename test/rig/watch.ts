import type {
  ClientFrame,
  ConversationEvent,
  ConversationView,
  MessageView,
  ServerFrame,
} from '../../server/protocol/frames.ts';
import type { ClientRecord, Happening, Seen } from './history.ts';

/** Writes one client's history from the frames that pass, and knows what is still due to it. */
export class Watch {
  readonly record: ClientRecord;
  /** Intents without an answer. */
  readonly open = new Set<string>();
  /** The highest public event received of each conversation listened to. */
  readonly positions = new Map<string, number>();
  isWelcome = false;
  /** On the wire now, without an answer. */
  readonly #asked = new Set<string>();
  readonly #subscribedFrom = new Map<string, number>();

  constructor(name: string) {
    this.record = { name, personId: null, mayModerate: false, entries: [], transcript: null };
  }

  wrote(intent: { clientMessageId: string; conversationId: string | null; text: string }): void {
    this.open.add(intent.clientMessageId);
    this.#add({ kind: 'invoke', ...intent });
  }

  dialed(): void {
    this.#add({ kind: 'dialed' });
  }

  opened(): void {
    this.#add({ kind: 'opened' });
  }

  closed(code: number): void {
    this.isWelcome = false;
    for (const clientMessageId of this.#asked) this.#add({ kind: 'unknown', clientMessageId });
    this.#asked.clear();
    this.#add({ kind: 'closed', code });
  }

  sent(frame: ClientFrame): void {
    if (frame.op === 'send') this.#asked.add(frame.clientMessageId);
    if (frame.op === 'subscribe') this.#subscribedFrom.set(frame.conversationId, frame.lastSeq);
    if (frame.op === 'unsubscribe') this.#leave(frame.conversationId, 'left');
  }

  received(frame: ServerFrame) {
    switch (frame.op) {
      case 'welcome':
        this.isWelcome = true;
        this.record.personId = frame.me.id;
        this.record.mayModerate = frame.me.mayModerate;
        return this.#add({ kind: 'welcome' });
      case 'ack':
        return this.acknowledged(frame.clientMessageId, frame.message);
      case 'refused':
        return this.refused(frame.clientMessageId, frame.code);
      case 'subscribed':
        return this.#subscribed(frame);
      case 'event':
        return this.#delivered(frame.conversationId, frame.event, true);
      case 'private':
        return this.#add({ kind: 'private', ...seenIn(frame.message) });
      case 'resync':
        return this.#leave(frame.conversationId, 'resync');
      case 'typing':
        return this.#add({ kind: 'glimpse', text: frame.name });
      case 'conversation':
        return this.#glimpse(frame.conversation);
    }
  }

  acknowledged(clientMessageId: string, message: MessageView): void {
    this.#asked.delete(clientMessageId);
    this.open.delete(clientMessageId);
    this.#add({ kind: 'ok', clientMessageId, ...seenIn(message) });
  }

  /** A busy server is asked again by the client itself: no answer yet. */
  refused(clientMessageId: string, code: string): void {
    this.#asked.delete(clientMessageId);
    if (code === 'busy') return;
    this.open.delete(clientMessageId);
    this.#add({ kind: 'fail', clientMessageId, code });
  }

  #subscribed(frame: Extract<ServerFrame, { op: 'subscribed' }>): void {
    const { id, lastSeq } = frame.conversation;
    this.#add({
      kind: 'subscribed',
      conversationId: id,
      from: this.#subscribedFrom.get(id) ?? 0,
      position: lastSeq,
    });
    this.positions.set(id, Math.max(this.positions.get(id) ?? 0, lastSeq));
    for (const event of frame.events) this.#delivered(id, event, false);
    for (const message of [...frame.own, ...frame.held]) this.#add({ kind: 'private', ...seenIn(message) });
  }

  #delivered(conversationId: string, event: ConversationEvent, live: boolean): void {
    const { kind, seq } = event;
    const what = kind === 'conversation-state' ? { messageId: null, conversationId } : seenIn(event.message);
    this.#add({ kind: 'deliver', event: kind, live, ...what, seq });
    this.positions.set(conversationId, Math.max(this.positions.get(conversationId) ?? 0, seq));
  }

  #leave(conversationId: string, kind: 'left' | 'resync'): void {
    // Read again from the start, it has to come as far as everybody.
    if (kind === 'resync') this.positions.set(conversationId, 0);
    else this.positions.delete(conversationId);
    this.#add({ kind, conversationId });
  }

  #glimpse({ question, lastAnswer, unpublished }: ConversationView): void {
    if (!unpublished) this.#add({ kind: 'glimpse', text: `${question}\n${lastAnswer?.text ?? ''}` });
  }

  #add(happening: Happening): void {
    this.record.entries.push({ at: performance.now(), ...happening });
  }
}

function seenIn(message: MessageView): Seen {
  const { id, conversationId, seq, state } = message;
  const text = 'text' in message ? (message.text ?? null) : null;
  return { messageId: id, conversationId, seq, state, text };
}
