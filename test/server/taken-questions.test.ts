import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Absence, freeQuestions } from '../../server/jobs/free-questions.ts';
import { LIMITS } from '../../server/limits.ts';
import type { ConversationView } from '../../server/protocol/frames.ts';
import type { TakeAnswer } from '../../server/protocol/waiting.ts';
import type { Person, TestSocket } from './harness.ts';
import { type Board, listWaiting, MINUTE, openBoard, take } from './question-board.ts';

let board: Board;
beforeAll(async () => {
  board = await openBoard();
});
afterAll(() => board.server.stop());

const { takenMs, takenTogether, awayMs } = LIMITS.questions;

const taken = async (person: Person, id: string) =>
  ((await (await take(person, id)).json()) as TakeAnswer).takenBy;

const takerIn = async (person: Person, id: string) =>
  (await listWaiting(person)).questions.find((question) => question.id === id)?.takenBy;

const rowOf = async (socket: TestSocket, id: string, isTaken: boolean) =>
  (
    await socket.next(
      'conversation',
      ({ conversation }) => conversation.id === id && 'takenBy' in conversation === isTaken,
    )
  ).conversation;

const free = (absence: Partial<Absence> = {}) =>
  freeQuestions(board.server.ctx, { isHere: () => true, since: new Map(), ...absence });

describe('a question somebody takes', () => {
  test('[WAIT6] shows the asker, other experts and visitors who is on it, at once and whoever comes later', async () => {
    const [expert, other] = [await board.member(), await board.member()];
    const { id, asker, socket } = await board.ask();
    const o = await other.connect();
    const reads = async () =>
      (await (await (await board.server.person()).connect()).subscribe(id)).conversation;
    expect(await reads()).not.toHaveProperty('takenBy');
    const { name } = await taken(expert, id);
    const until = board.now() + takenMs;
    for (const listening of [socket, o]) {
      expect((await rowOf(listening, id, true)).takenBy).toEqual({ id: expert.id, name, until });
    }
    expect((await socket.subscribe(id)).conversation.takenBy).toEqual({ id: expert.id, name, until });
    expect((await (await asker.connect()).subscribe(id)).conversation.takenBy?.name).toBe(name);
    expect((await takerIn(other, id))?.id).toBe(expert.id);
    expect((await reads()).takenBy?.name).toBe(name);
  });

  test('[WAIT7] is one person’s: of ten who take it at once one has it, the others are told who', async () => {
    const { id } = await board.ask();
    const experts = await Promise.all(Array.from({ length: 10 }, () => board.member()));
    const answers = await Promise.all(experts.map((expert) => take(expert, id)));
    const winner = answers.findIndex(({ status }) => status === 200);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { takenBy } = (await answers[winner]!.json()) as TakeAnswer;
    for (const [i, answer] of answers.entries()) {
      if (i === winner) continue;
      expect(answer.status).toBe(409);
      expect(await answer.json()).toMatchObject({ error: { code: 'taken', message: takenBy.name } });
    }
    expect((await takerIn(experts[0]!, id))?.id).toBe(experts[winner]!.id);
  });

  test('[WAIT8] is free with anybody’s answer; one that is held frees nothing, which would tell of it', async () => {
    const [expert, other] = [await board.member(), await board.member()];
    const [e, o] = [await expert.connect(), await other.connect()];
    const { id, socket } = await board.ask();
    await taken(expert, id);
    expect((await e.write('Demande à ce connard', id)).message.state).toBe('held');
    expect((await takerIn(other, id))?.id).toBe(expert.id);
    await rowOf(socket, id, true);
    await o.write('Le 42.', id);
    const isAnswered = ({ conversation }: { conversation: ConversationView }) =>
      conversation.id === id && conversation.answers === 1;
    expect((await socket.next('conversation', isAnswered)).conversation).not.toHaveProperty('takenBy');
    expect((await take(expert, id)).status).toBe(409);
  });

  test('[WAIT9] stays taken when its asker adds to it, and is given back by hand, by nobody else', async () => {
    const [expert, other] = [await board.member(), await board.member()];
    const { id, socket } = await board.ask();
    await taken(expert, id);
    await socket.write('Je fais du 41.', id);
    await other.post(`/api/questions/${id}/give-back`, { site: 'demo' });
    expect((await takerIn(other, id))?.id).toBe(expert.id);
    await expert.post(`/api/questions/${id}/give-back`, { site: 'demo' });
    await rowOf(socket, id, false);
    expect(await takerIn(other, id)).toBeUndefined();
    expect((await take(other, id)).status).toBe(200);
  });

  test('[WAIT10] is free at its time, and everybody is told; taken again before, it lasts', async () => {
    const [expert, other] = [await board.member(), await board.member()];
    const { id, socket } = await board.ask();
    await taken(expert, id);
    board.pass(4 * MINUTE);
    expect((await taken(expert, id)).until).toBe(board.now() + takenMs);
    board.pass(4 * MINUTE);
    await free();
    expect((await takerIn(other, id))?.id).toBe(expert.id);
    board.pass(MINUTE);
    expect(await takerIn(other, id)).toBeUndefined();
    await free();
    await rowOf(socket, id, false);
    expect(
      await board.server.ctx.db
        .selectFrom('question_claim')
        .where('conversation_id', '=', id)
        .selectAll()
        .execute(),
    ).toEqual([]);
  });

  test('[WAIT11] is free when who took it has been away for a minute, is banned, or answers here no longer', async () => {
    const manager = await board.member('manager');
    const other = await board.member();
    const experts = [await board.member(), await board.member(), await board.member()] as const;
    const ids: string[] = [];
    for (const expert of experts) {
      const { id } = await board.ask();
      await taken(expert, id);
      ids.push(id);
    }
    const absence = {
      isHere: (personId: string) => personId !== experts[0].id,
      since: new Map<string, number>(),
    };
    await free(absence);
    board.pass(awayMs - 1);
    await free(absence);
    expect((await takerIn(other, ids[0]!))?.id).toBe(experts[0].id);
    board.pass(1);
    await manager.post(`/api/back-office/demo/people/${experts[1].id}/ban`, {
      reason: 'x',
      expiresInHours: null,
    });
    await manager.post(`/api/back-office/demo/people/${experts[2].id}/role`, { role: 'visitor' });
    await free(absence);
    for (const id of ids) expect(await takerIn(other, id)).toBeUndefined();
  });

  test('[WAIT12] is not one’s own, not one that is held, and of no more than three at a time', async () => {
    const expert = await board.member();
    const e = await expert.connect();
    const own = await e.ask('Et vous, lesquelles ?');
    expect((await take(expert, own.conversation.id)).status).toBe(404);
    const held = await board.ask('Quel connard me répond ?');
    expect((await take(expert, held.id)).status).toBe(404);
    expect((await take(await board.member('moderator'), held.id)).status).toBe(409);
    expect((await take(expert, 'nothing')).status).toBe(404);
    const ids: string[] = [];
    for (let i = 0; i <= takenTogether; i += 1) ids.push((await board.ask()).id);
    for (const id of ids.slice(1)) expect((await take(expert, id)).status).toBe(200);
    expect((await take(expert, ids[0]!)).status).toBe(429);
    await expert.post(`/api/questions/${ids[1]}/give-back`, { site: 'demo' });
    expect((await take(expert, ids[0]!)).status).toBe(200);
  });
});
