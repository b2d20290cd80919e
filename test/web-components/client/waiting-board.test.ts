import { describe, expect, test } from 'vitest';
import type { ConversationView, ServerFrame } from '../../../server/protocol/frames.ts';
import { ChatError } from '../../../web-components/client/api.ts';
import { WaitingBoard } from '../../../web-components/client/waiting-board.ts';

const question = (id: string, changes: Partial<ConversationView> = {}): ConversationView => ({
  id,
  state: 'open',
  question: `Question ${id} ?`,
  author: { id: 'asker', name: 'Inès', role: 'visitor' },
  page: { url: 'https://shop.test/', title: '' },
  createdAt: Number(id),
  lastActivityAt: Number(id),
  answers: 0,
  lastAnswer: null,
  lastSeq: 1,
  mine: false,
  unpublished: false,
  mayWrite: true,
  ...changes,
});

type Answer = { questions: ConversationView[]; next: string | null; topics: string[] };

/** A client whose answers are given when the test says so. */
function openBoard(known: ConversationView[] = []) {
  const asked: { path: string; answer: (answer: unknown) => void; fail: (error: unknown) => void }[] = [];
  const written: ConversationView[][] = [];
  const client = Object.assign(new EventTarget(), {
    ask: <T>(path: string) =>
      new Promise<T>((answer, fail) => {
        asked.push({ path, answer: (given) => answer(given as T), fail });
      }),
  });
  const board = new WaitingBoard(client, {
    read: () => known,
    write: (questions) => written.push(questions),
  });
  return {
    board,
    asked,
    written,
    async give(answer: Partial<Answer>) {
      asked.at(-1)!.answer({ questions: [], next: null, topics: [], ...answer });
      await Promise.resolve();
      await Promise.resolve();
    },
    tell: (frame: ServerFrame) => client.dispatchEvent(new CustomEvent('frame', { detail: frame })),
    ids: () => board.state.questions.map(({ id }) => id),
  };
}

describe('the board of waiting questions', () => {
  test('[WAIT29] follows what the server says of each conversation, in its place and its filter', async () => {
    const { board, give, tell, ids, asked } = openBoard();
    await give({ questions: [question('5'), question('3', { mine: true }), question('2')] });
    expect(ids()).toEqual(['5', '2']);
    const say = (id: string, changes: Partial<ConversationView> = {}) =>
      tell({ op: 'conversation', conversation: question(id, changes) });
    say('4');
    say('6');
    say('1');
    expect(ids()).toEqual(['6', '5', '4', '2', '1']);
    say('6', { answers: 1 });
    say('5', { state: 'closed' });
    say('4', { question: '' });
    tell({ op: 'conversation-gone', conversationId: '2' });
    expect(ids()).toEqual(['1']);
    for (const not of [{ mine: true }, { unpublished: true }, { answers: 2 }]) say('9', not);
    expect(ids()).toEqual(['1']);
    say('1', { takenBy: { id: 'malou', name: 'Malou', until: 9 } });
    expect(board.state.questions[0]?.takenBy?.name).toBe('Malou');
    void board.filter({ topic: 'Tentes' });
    expect(asked.at(-1)?.path).toBe('questions/waiting?topic=Tentes');
    await give({});
    say('7');
    say('8', { topic: 'Tentes' });
    expect(ids()).toEqual(['8']);
  });

  test('[WAIT30] shows the answer to what was asked last, and what is behind a page with its page', async () => {
    const { board, asked, give, tell, ids } = openBoard();
    void board.filter({ language: 'fr' });
    asked[1]!.answer({ questions: [question('8', { language: 'fr' })], next: 'further', topics: [] });
    await Promise.resolve();
    asked[0]!.answer({ questions: [question('9')], next: null, topics: [] });
    await new Promise<void>((done) => queueMicrotask(done));
    expect(ids()).toEqual(['8']);
    tell({ op: 'conversation', conversation: question('4', { language: 'fr' }) });
    expect(ids()).toEqual(['8']);
    void board.more();
    expect(asked.at(-1)?.path).toBe('questions/waiting?language=fr&before=further');
    await give({ questions: [question('8', { language: 'fr' }), question('4', { language: 'fr' })] });
    expect(ids()).toEqual(['8', '4']);
  });

  test('[WAIT31] shows what was known last when nobody answers, and keeps what it knows whole', async () => {
    const { board, asked, give, written, ids } = openBoard([question('5')]);
    expect(ids()).toEqual(['5']);
    asked[0]!.fail(new ChatError('offline', '', 0));
    await new Promise<void>((done) => queueMicrotask(done));
    await Promise.resolve();
    expect(board.state.status).toBe('error');
    expect(ids()).toEqual(['5']);
    expect(written).toEqual([]);
    void board.load();
    await give({ questions: [question('6')] });
    void board.filter({ topic: 'Tentes' });
    await give({ questions: [question('7', { topic: 'Tentes' })] });
    expect(written.map((questions) => questions.map(({ id }) => id))).toEqual([['6']]);
  });

  test('[WAIT32] says who has a question that was taken before, and marks what one is told until it is seen', async () => {
    const { board, asked, give, tell } = openBoard();
    await give({ questions: [question('1')] });
    const taking = board.take('1');
    asked.at(-1)!.fail(new ChatError('taken', 'Malou', 409));
    expect(await taking).toBe('Malou');
    const again = board.take('1');
    asked.at(-1)!.answer({ takenBy: { id: 'me', name: 'Moi', until: 9 } });
    expect(await again).toBeNull();
    expect(board.state.questions[0]?.takenBy?.id).toBe('me');
    const late = board.take('1');
    asked.at(-1)!.fail(new ChatError('conflict', 'answered', 409));
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
    tell({ op: 'waiting-question', conversationId: '1', wave: 'first' });
    expect([...board.state.told]).toEqual(['1']);
    board.seen('1');
    expect([...board.state.told]).toEqual([]);
  });
});
