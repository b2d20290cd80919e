import { afterEach, describe, expect, test } from 'vitest';
import { listSessions } from '../../db/sessions.ts';
import { signOutEverywhere } from '../../server/actions/sign-out.ts';
import { LIMITS } from '../../server/limits.ts';
import { CLOSE } from '../../server/protocol/frames.ts';
import { type Person, startTestServer, type TestServer } from './harness.ts';

let server: TestServer;
afterEach(() => server.stop());

/** Runs `act` at the worst moment: after everything was decided, before the message is committed. */
function beforeCommit(act: () => Promise<unknown>): void {
  const { takeMessage } = server.ctx.pace;
  server.ctx.pace.takeMessage = async (actor) => {
    server.ctx.pace.takeMessage = takeMessage;
    await takeMessage(actor);
    await act();
  };
}

const accountOf = async ({ id }: Person): Promise<string> =>
  (
    await server.ctx.db
      .selectFrom('person')
      .select('account_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).account_id!;

/** Ends the session of the widget, as its owner does it from the list of their sessions. */
async function endWidgetSession(expert: Person): Promise<void> {
  const sessions = await listSessions(server.ctx.db, await accountOf(expert), Date.now());
  const { id } = sessions.find(({ token }) => token === expert.token)!;
  const answer = await expert.request(
    'POST',
    `/account/sessions/${id}/end`,
    {},
    { origin: expert.office, cookie: expert.cookie },
  );
  expect(answer.ok).toBe(true);
}

const stored = async (text: string) =>
  await server.ctx.db.selectFrom('message').select('id').where('body', '=', text).execute();

describe('what was signed out is out', () => {
  test('[JOIN1] a send on its way when its session ends is refused with 401, over HTTP', async () => {
    server = await startTestServer();
    const [asker, expert] = [await server.person(), await server.person('expert')];
    const { conversation } = await (await asker.connect()).ask('Question');
    beforeCommit(() => endWidgetSession(expert));
    const answer = await expert.post('/api/widget/messages', {
      site: 'demo',
      clientMessageId: crypto.randomUUID(),
      conversationId: conversation.id,
      text: 'Trop tard',
      name: null,
      page: null,
    });
    expect([answer.status, await stored('Trop tard')]).toEqual([401, []]);
  });

  test('[JOIN2] over a socket it is not acknowledged: the connection closes, and the text stays the browser’s', async () => {
    server = await startTestServer();
    const [asker, expert] = [await server.person(), await server.person('expert')];
    const asking = await asker.connect();
    const { conversation } = await asking.ask('Question');
    const socket = await expert.connect();
    beforeCommit(() => endWidgetSession(expert));
    socket.post('Trop tard', conversation.id, null);
    expect(await socket.closed).toBe(CLOSE.signedOut);
    // What is committed after it has come behind it.
    await asking.write('Et ensuite', conversation.id);
    expect(socket.frames.filter(({ op }) => op === 'ack' || op === 'refused')).toEqual([]);
    expect(await stored('Trop tard')).toEqual([]);
  });

  test('[JOIN3] of 200 sends that race a sign-out, none is stored after its 204', async () => {
    server = await startTestServer();
    const [asker, expert] = [await server.person(), await server.person('expert')];
    const { conversation } = await (await asker.connect()).ask('Question');
    server.ctx.pace = {
      ...server.ctx.pace,
      takeMessage: async () => undefined,
      takeRequest: async () => undefined,
    };
    let late = 0;
    let refused = 0;
    for (let run = 0; run < 200; run += 1) {
      const code = await server.ctx.signIn.issueLink(await accountOf(expert), 'shop');
      const token = (await server.ctx.signIn.exchange(code))!;
      const { lastAt, statuses } = await race(expert, token, conversation.id, run);
      late += lastAt;
      refused += statuses.filter((status) => status === 401).length;
    }
    expect(late).toBe(0);
    // A race in which nobody is ever too late proves nothing.
    expect(refused).toBeGreaterThan(20);
  });
});

/** Four sends around a sign-out. @returns how many were committed after it was answered */
async function race(expert: Person, token: string, conversationId: string, run: number) {
  const send = async (at: number) => {
    for (let turns = 0; turns < at * 2; turns += 1) await new Promise(setImmediate);
    const answer = await expert.request(
      'POST',
      '/api/widget/messages',
      {
        site: 'demo',
        clientMessageId: crypto.randomUUID(),
        conversationId,
        text: `Course ${run} ${at}`,
        name: null,
        page: null,
      },
      { authorization: `Bearer ${token}` },
    );
    await answer.arrayBuffer();
    return answer.status;
  };
  const rows = async () =>
    (
      await server.ctx.db
        .selectFrom('message')
        .select('id')
        .where('body', 'like', `Course ${run} %`)
        .execute()
    ).length;
  const sends = [0, 1, 2, 3].map(send);
  for (let turns = 0; turns < (run % 12) * 3; turns += 1) await new Promise(setImmediate);
  // Every other time the one session, else all there are.
  if (run % 2 === 0) await server.ctx.signIn.signOut(new Headers({ authorization: `Bearer ${token}` }));
  else await signOutEverywhere(server.ctx, await accountOf(expert));
  const whenAnswered = await rows();
  const statuses = await Promise.all(sends);
  return { lastAt: (await rows()) - whenAnswered, statuses };
}

describe('a session lasts by its use', () => {
  const aged = async (
    person: Person,
    changes: { createdAt?: number; updatedAt: number; expiresAt: number },
  ) => {
    const iso = (ms: number) => new Date(ms).toISOString();
    await server.ctx.db
      .updateTable('session')
      .set({
        updatedAt: iso(changes.updatedAt),
        expiresAt: iso(changes.expiresAt),
        ...(changes.createdAt ? { createdAt: iso(changes.createdAt) } : {}),
      })
      .where('userId', '=', await accountOf(person))
      .execute();
  };
  const ends = async (person: Person) =>
    (await listSessions(server.ctx.db, await accountOf(person), Date.now())).map(({ expiresAt }) =>
      Date.parse(expiresAt),
    );

  test('[JOIN4] its use prolongs a session, and the cookie with it, up to its longest time', async () => {
    server = await startTestServer();
    const manager = await server.person('manager');
    const day = 24 * 60 * 60 * 1000;
    const now = Date.now();
    await aged(manager, { updatedAt: now - 10 * day, expiresAt: now + day });
    const answer = await manager.get('/api/back-office/session');
    expect(answer.headers.get('set-cookie')).toContain(manager.cookie);
    const maxAge = Number(/Max-Age=(\d+)/.exec(answer.headers.get('set-cookie')!)![1]) * 1000;
    expect(Math.max(...(await ends(manager)))).toBeGreaterThanOrEqual(now + LIMITS.session.idleMs);
    expect(maxAge).toBeGreaterThan(LIMITS.session.idleMs - 60_000);

    const createdAt = now - LIMITS.session.mostMs + 2 * day;
    await aged(manager, { createdAt, updatedAt: now - day, expiresAt: now + day });
    await manager.get('/api/back-office/session');
    expect(Math.max(...(await ends(manager)))).toBe(createdAt + LIMITS.session.mostMs);
  });

  test('[JOIN5] one that is over opens nothing, and its use does not bring it back', async () => {
    server = await startTestServer();
    const manager = await server.person('manager');
    await aged(manager, { updatedAt: Date.now() - 1000, expiresAt: Date.now() - 1000 });
    expect((await manager.get('/api/back-office/session')).status).toBe(401);
    expect((await manager.get('/api/back-office/session')).status).toBe(401);
    expect(await ends(manager)).toEqual([]);
  });
});
