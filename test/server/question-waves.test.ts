import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tellExperts } from '../../server/actions/tell-experts.ts';
import { retain } from '../../server/jobs/retention.ts';
import { LIMITS } from '../../server/limits.ts';
import { startServer } from '../../server/start.ts';
import type { Person } from './harness.ts';
import { type Board, MINUTE, openBoard, take } from './question-board.ts';

let board: Board;
beforeEach(async () => {
  board = await openBoard();
});
afterEach(() => board.server.stop());

/** Who was told of a question, in which wave, in no order. */
async function told(id: string): Promise<Record<string, string[]>> {
  const { ctx } = board.server;
  await tellExperts(ctx);
  const rows = await ctx.db.selectFrom('notice').selectAll().where('conversation_id', '=', id).execute();
  const kinds = Map.groupBy(rows, ({ kind }) => kind);
  return Object.fromEntries([...kinds].map(([kind, of]) => [kind, of.map((row) => row.person_id).sort()]));
}

const ids = (...people: Person[]) => people.map(({ id }) => id).sort();

describe('a question is told to experts', () => {
  test('[WAIT16] first to those it suits: there, awake, not banned nor blocked, knowing its topic and language', async () => {
    const manager = await board.member('manager');
    const [any, moderator] = [await board.member(), await board.member('moderator')];
    const shoes = await board.member('expert', { topics: ['Chaussures', 'Sacs'], languages: ['fr'] });
    await board.member('expert', { topics: ['Tentes'] });
    await board.member('expert', { languages: ['en'] });
    await board.member('expert', { available: false });
    await board.member('expert', { quiet: { from: 11 * 60, to: 13 * 60 }, timeZone: 'Europe/Paris' });
    const [banned, blocked] = [await board.member(), await board.member()];
    await board.server.person();
    await manager.post(`/api/back-office/demo/people/${banned.id}/ban`, {
      reason: 'x',
      expiresInHours: null,
    });
    await manager.post('/api/back-office/demo/blocks', {
      range: blocked.address,
      reason: 'x',
      expiresInHours: null,
    });
    const { id } = await board.ask('Elles taillent comment ?', '/shoes/crete', 'fr-FR');
    expect(await told(id)).toEqual({ 'waiting-question': ids(any, moderator, shoes) });
    const asking = await shoes.connect();
    const own = await asking.ask('Et les vôtres ?');
    expect((await told(own.conversation.id))['waiting-question']).not.toContain(shoes.id);
  });

  test('[WAIT17] then to everybody who is there and awake, after the site’s minutes, nobody twice', async () => {
    const shoes = await board.member('expert', { topics: ['Chaussures'] });
    const tents = await board.member('expert', { topics: ['Tentes'] });
    await board.member('expert', { available: false });
    await (await board.member('manager')).request('PATCH', '/api/back-office/demo/site', {
      community: { widenAfterMinutes: 3 },
    });
    const { id } = await board.ask();
    expect(await told(id)).toEqual({ 'waiting-question': ids(shoes) });
    board.pass(3 * MINUTE - 1);
    expect(await told(id)).toEqual({ 'waiting-question': ids(shoes) });
    board.pass(1);
    expect(await told(id)).toEqual({ 'waiting-question': ids(shoes, tents) });
    const nobodyKnows = await board.ask('Où êtes-vous ?', '/shoes/crete', 'it');
    expect(await told(nobodyKnows.id)).toEqual({ 'waiting-question': ids(shoes) });
  });

  test('[WAIT18] to everybody at once when it suits nobody', async () => {
    const tents = await board.member('expert', { topics: ['Tentes'] });
    const { id } = await board.ask();
    await told(id);
    expect(await told(id)).toEqual({ 'waiting-question': ids(tents) });
  });

  test('[WAIT19] not further while somebody has taken it, nor once it is answered', async () => {
    const shoes = await board.member('expert', { topics: ['Chaussures'] });
    const tents = await board.member('expert', { topics: ['Tentes'] });
    const [takenOne, answered] = [await board.ask(), await board.ask()];
    await told(takenOne.id);
    board.pass(MINUTE);
    await take(shoes, takenOne.id);
    await (await shoes.connect()).write('Le 42.', answered.id);
    board.pass(MINUTE);
    expect(await told(takenOne.id)).toEqual({ 'waiting-question': ids(shoes) });
    board.pass(LIMITS.questions.takenMs);
    expect(await told(takenOne.id)).toEqual({ 'waiting-question': ids(shoes, tents) });
    expect(await told(answered.id)).toEqual({ 'waiting-question': ids(shoes) });
  });

  test('[WAIT20] once more while it still waits, and never again', async () => {
    const expert = await board.member();
    const { id } = await board.ask();
    await told(id);
    board.pass(2 * MINUTE);
    await told(id);
    board.pass(58 * MINUTE - 1);
    expect(await told(id)).not.toHaveProperty('reminder');
    board.pass(1);
    expect(await told(id)).toEqual({ 'waiting-question': ids(expert), reminder: ids(expert) });
    board.pass(24 * 60 * MINUTE);
    await told(id);
    expect(await board.server.ctx.db.selectFrom('question_wave').selectAll().execute()).toEqual([]);
  });

  test('[WAIT21] not while it is held, and as soon as it is released', async () => {
    const [expert, manager] = [await board.member(), await board.member('manager')];
    const { id, message } = await board.ask('Quel connard me répond ?');
    expect(await told(id)).toEqual({});
    board.pass(5 * MINUTE);
    await manager.post(`/api/back-office/demo/messages/${message.id}`, { act: 'release', reason: null });
    expect(await told(id)).toEqual({ 'waiting-question': ids(expert) });
  });

  test('[WAIT22] to nobody when it was answered, deleted or hidden before its wave', async () => {
    const tents = await board.member('expert', { topics: ['Tentes'] });
    const shoes = await board.member('expert', { topics: ['Chaussures'] });
    const manager = await board.member('manager');
    const [answered, deleted, hidden] = [await board.ask(), await board.ask(), await board.ask()];
    for (const { id } of [answered, deleted, hidden]) await told(id);
    await (await tents.connect()).write('Le 42.', answered.id);
    await manager.request('DELETE', `/api/back-office/demo/conversations/${deleted.id}`, { reason: null });
    await manager.post(`/api/back-office/demo/messages/${hidden.message.id}`, { act: 'hide', reason: null });
    board.pass(2 * MINUTE);
    for (const { id } of [answered, deleted, hidden]) {
      expect(await told(id)).toEqual({ 'waiting-question': ids(shoes) });
    }
  });

  test('[WAIT23] by a frame to those of them who are here, and to nobody else', async () => {
    const [shoes, tents] = [
      await board.member('expert', { topics: ['Chaussures'] }),
      await board.member('expert', { topics: ['Tentes'] }),
    ];
    const [s, t] = [await shoes.connect(), await tents.connect()];
    const { id, socket } = await board.ask();
    expect(await s.next('waiting-question')).toEqual({
      op: 'waiting-question',
      conversationId: id,
      wave: 'first',
    });
    for (const other of [t, socket]) {
      await other.quiet(board.server.hub);
      expect(other.frames.filter(({ op }) => op === 'waiting-question')).toEqual([]);
    }
    board.pass(2 * MINUTE);
    await told(id);
    expect(await t.next('waiting-question')).toMatchObject({ wave: 'everybody' });
  });

  test('[WAIT24] by what stands in the database: who is asked twice at once tells it once', async () => {
    const expert = await board.member();
    const e = await expert.connect();
    const { id } = await board.ask();
    const { ctx, hub } = board.server;
    board.pass(60 * MINUTE);
    for (let i = 0; i < 3; i += 1) await Promise.all([tellExperts(ctx), tellExperts(ctx), tellExperts(ctx)]);
    expect(await told(id)).toEqual({ 'waiting-question': ids(expert), reminder: ids(expert) });
    await e.quiet(hub);
    const waves = e.frames.flatMap((frame) => (frame.op === 'waiting-question' ? frame.wave : []));
    expect(waves).toEqual(['first', 'everybody', 'reminder']);
  });

  test('[WAIT27] also when it was due while the server was down, but not a day later', async () => {
    const shoes = await board.member('expert', { topics: ['Chaussures'] });
    const tents = await board.member('expert', { topics: ['Tentes'] });
    const { id } = await board.ask();
    await told(id);
    const { config, log, clock } = board.server.ctx;
    await board.server.close();
    board.pass(10 * MINUTE);
    const started = await startServer({ config, log, overrides: { clock } });
    board.server = {
      ...board.server,
      ...started,
      stop: async () => {
        await started.close();
        rmSync(board.server.folder, { recursive: true });
      },
    };
    expect(await told(id)).toEqual({ 'waiting-question': ids(shoes, tents) });
    board.pass(60 * MINUTE + LIMITS.questions.tellLateMs);
    expect(await told(id)).not.toHaveProperty('reminder');
  });

  test('[WAIT28] and when it is erased nothing is left of who was on it, and whom it was to be told', async () => {
    const [expert, manager] = [await board.member(), await board.member('manager')];
    const { id } = await board.ask();
    await told(id);
    await take(expert, id);
    await manager.request('DELETE', `/api/back-office/demo/conversations/${id}`, { reason: null });
    board.pass(LIMITS.retention.deletedMs + 1);
    const { ctx } = board.server;
    await retain(ctx);
    for (const table of ['question_wave', 'question_claim', 'conversation'] as const) {
      expect(await ctx.db.selectFrom(table).selectAll().execute()).toEqual([]);
    }
  });
});
