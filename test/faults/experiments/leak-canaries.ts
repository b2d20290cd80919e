/** Marked texts, each with a life before it: what is done to it, one step at a time, and when it is secret. */
import type { Person, TestSocket } from '../../server/harness.ts';

export type Step = 'release' | 'reject' | 'hide' | 'restore' | 'remove' | 'delete-conversation';

export type Canary = {
  /** The word to search for. */
  mark: string;
  messageId: string;
  conversationId: string;
  clientMessageId: string;
  life: Life;
  author: Person;
  /** Whether an outsider may read it now, know that it exists, or neither. */
  seen: 'text' | 'trace' | 'nothing';
};

export type Life = { text: string; ownConversation: boolean; begins: Canary['seen']; steps: Step[] };

/** Held, rejected by the library or public at first; in the end everything is erased. */
export const LIVES: Life[] = [
  { text: 'un connard', ownConversation: false, begins: 'nothing', steps: ['reject', 'delete-conversation'] },
  {
    text: 'quel connard',
    ownConversation: false,
    begins: 'nothing',
    steps: ['release', 'hide', 'restore', 'remove'],
  },
  { text: 'encore un connard', ownConversation: false, begins: 'nothing', steps: [] },
  { text: 'une arnaque', ownConversation: false, begins: 'nothing', steps: [] },
  {
    text: 'ce connard ?',
    ownConversation: true,
    begins: 'nothing',
    steps: ['reject', 'delete-conversation'],
  },
  {
    text: 'un connard ici ?',
    ownConversation: true,
    begins: 'nothing',
    steps: ['release', 'delete-conversation'],
  },
  { text: 'oh le connard ?', ownConversation: true, begins: 'nothing', steps: ['delete-conversation'] },
  { text: 'bien sûr', ownConversation: false, begins: 'text', steps: ['hide', 'restore', 'hide', 'remove'] },
  { text: 'pourquoi pas', ownConversation: false, begins: 'text', steps: ['remove'] },
];

export const STEPS = Math.max(...LIVES.map((life) => life.steps.length));

const SEEN_AFTER: Record<Step, Canary['seen']> = {
  release: 'text',
  reject: 'nothing',
  hide: 'trace',
  restore: 'text',
  remove: 'trace',
  'delete-conversation': 'nothing',
};

export async function writeCanary(
  author: Person,
  socket: TestSocket,
  life: Life,
  conversationId: string,
): Promise<Canary> {
  const mark = `canari${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const text = `${life.text} ${mark}`;
  const clientMessageId = socket.post(text, life.ownConversation ? null : conversationId, 'Ariane');
  const { message } = await socket.next('ack', (frame) => frame.clientMessageId === clientMessageId);
  const unpublished = message.state === 'held' || message.state === 'rejected';
  if (unpublished !== (life.begins === 'nothing')) throw new Error(`“${life.text}” is ${message.state}`);
  return {
    mark,
    messageId: message.id,
    conversationId: message.conversationId,
    clientMessageId,
    life,
    author,
    seen: life.begins,
  };
}

/** Takes the canary one step on. @returns false where its life has no such step */
export async function takeStep(canary: Canary, index: number, manager: Person): Promise<boolean> {
  const step = canary.life.steps[index];
  if (!step || (step === 'delete-conversation' && !canary.life.ownConversation)) return false;
  const office = '/api/back-office/demo';
  // Staff work from many places here: the limit by address is not what is tried.
  const from = { 'x-forwarded-for': `198.51.${index}.${1 + Math.floor(Math.random() * 250)}` };
  const reason = `parce que ${canary.mark.length} lettres`;
  const answer =
    step === 'delete-conversation'
      ? await manager.request('DELETE', `${office}/conversations/${canary.conversationId}`, { reason }, from)
      : await manager.request('POST', `${office}/messages/${canary.messageId}`, { act: step, reason }, from);
  if (!answer.ok) throw new Error(`${step}: ${answer.status} ${await answer.text()}`);
  canary.seen = SEEN_AFTER[step];
  return true;
}
