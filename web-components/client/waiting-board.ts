import type { ConversationView, ServerFrame } from '../../server/protocol/frames.ts';
import type { TakeAnswer, WaitingQuestionsAnswer } from '../../server/protocol/waiting.ts';
import { ChatError } from './api.ts';
import type { ChatClient } from './chat-client.ts';

export type BoardFilter = { topic: string | null; language: string | null };
export type BoardState = BoardFilter & {
  status: 'loading' | 'ready' | 'error';
  /** Newest first, without one's own. */
  questions: ConversationView[];
  next: string | null;
  topics: string[];
  /** Those this person was told of and has not opened. */
  told: ReadonlySet<string>;
};
/** What was known the last time, for when there is no network. */
export type KeptQuestions = {
  read(): ConversationView[];
  write(questions: ConversationView[]): void;
};
type Client = Pick<ChatClient, 'ask' | 'addEventListener'>;

/**
 * Questions waiting for an answer, kept as they are by what the server says of each conversation. A `change`
 * event tells of each new state.
 */
export class WaitingBoard extends EventTarget {
  readonly #client: Client;
  readonly #kept: KeptQuestions | null;
  #state: BoardState = {
    status: 'loading',
    questions: [],
    next: null,
    topics: [],
    told: new Set(),
    topic: null,
    language: null,
  };
  /** An answer to an earlier question must not replace a later one's. */
  #asked = 0;

  constructor(client: Client, kept: KeptQuestions | null = null) {
    super();
    this.#client = client;
    this.#kept = kept;
    if (kept) this.#state = { ...this.#state, questions: kept.read() };
    client.addEventListener('frame', (event) => this.#receive((event as CustomEvent<ServerFrame>).detail));
    void this.load();
  }

  get state(): BoardState {
    return this.#state;
  }

  /** Reads the first page again; what is shown stays until it is there. */
  async load(): Promise<void> {
    const answer = await this.#read(null);
    if (!answer) return;
    const { questions, next, topics } = answer;
    this.#change({ status: 'ready', questions: questions.filter(({ mine }) => !mine), next, topics });
  }

  async more(): Promise<void> {
    const answer = this.#state.next && (await this.#read(this.#state.next));
    if (!answer) return;
    const known = new Set(this.#state.questions.map(({ id }) => id));
    const further = answer.questions.filter(({ id, mine }) => !mine && !known.has(id));
    this.#change({ status: 'ready', questions: [...this.#state.questions, ...further], next: answer.next });
  }

  filter(changes: Partial<BoardFilter>): Promise<void> {
    this.#change({ ...changes, status: 'loading', questions: [], next: null });
    return this.load();
  }

  /** @returns the name of who has it, when it is not this person. @throws ChatError */
  async take(id: string): Promise<string | null> {
    try {
      const { takenBy } = await this.#client.ask<TakeAnswer>(`questions/${id}/take`, {});
      this.#put(id, takenBy);
      return null;
    } catch (error) {
      if (error instanceof ChatError && error.code === 'taken') return error.message;
      throw error;
    }
  }

  /** @throws ChatError */
  async giveBack(id: string): Promise<void> {
    await this.#client.ask(`questions/${id}/give-back`, {});
    this.#put(id, undefined);
  }

  /** Somebody looks at it: it is no news any more. */
  seen(id: string): void {
    if (!this.#state.told.has(id)) return;
    this.#change({ told: new Set([...this.#state.told].filter((other) => other !== id)) });
  }

  async #read(before: string | null): Promise<WaitingQuestionsAnswer | null> {
    const { topic, language } = this.#state;
    const query = Object.entries({ topic, language, before }).filter(([, value]) => value) as [
      string,
      string,
    ][];
    this.#asked += 1;
    const mine = this.#asked;
    try {
      const answer = await this.#client.ask<WaitingQuestionsAnswer>(
        `questions/waiting?${new URLSearchParams(query)}`,
      );
      return mine === this.#asked ? answer : null;
    } catch {
      // What went wrong is for the screen to say, and to try again.
      if (mine === this.#asked) this.#change({ status: 'error' });
      return null;
    }
  }

  #receive(frame: ServerFrame) {
    switch (frame.op) {
      case 'welcome':
        return void this.load();
      case 'conversation':
        return this.#happened(frame.conversation);
      case 'conversation-gone':
        return this.#remove(frame.conversationId);
      case 'waiting-question':
        return this.#change({ told: new Set(this.#state.told).add(frame.conversationId) });
    }
  }

  #happened(conversation: ConversationView) {
    if (!waits(conversation) || !this.#isWanted(conversation)) return this.#remove(conversation.id);
    const others = this.#state.questions.filter(({ id }) => id !== conversation.id);
    const at = others.findIndex(({ createdAt }) => createdAt < conversation.createdAt);
    // Behind what is loaded it comes with the next page.
    if (at === -1 && this.#state.next) return;
    others.splice(at === -1 ? others.length : at, 0, conversation);
    this.#change({ questions: others });
  }

  #isWanted(conversation: ConversationView): boolean {
    const { topic, language } = this.#state;
    return (
      (topic === null || topic === conversation.topic) &&
      (language === null || language === conversation.language)
    );
  }

  get #isWhole(): boolean {
    const { topic, language, status } = this.#state;
    return status === 'ready' && topic === null && language === null;
  }

  #remove(id: string): void {
    if (!this.#state.questions.some((question) => question.id === id)) return;
    this.#change({ questions: this.#state.questions.filter((question) => question.id !== id) });
  }

  #put(id: string, takenBy: ConversationView['takenBy']): void {
    const { questions } = this.#state;
    this.#change({ questions: questions.map((one) => (one.id === id ? { ...one, takenBy } : one)) });
  }

  #change(changes: Partial<BoardState>): void {
    this.#state = { ...this.#state, ...changes };
    if (changes.questions && this.#isWhole) this.#kept?.write(changes.questions);
    this.dispatchEvent(new Event('change'));
  }
}

const waits = ({ state, unpublished, answers, question, mine }: ConversationView): boolean =>
  state === 'open' && !unpublished && !mine && answers === 0 && question !== '';

const boards = new WeakMap<ChatClient, WaitingBoard>();

/** The one board of a client. @param kept where it is kept, for who asks first */
export function boardOf(client: ChatClient, kept: KeptQuestions | null = null): WaitingBoard {
  const board = boards.get(client) ?? new WaitingBoard(client, kept);
  boards.set(client, board);
  return board;
}
