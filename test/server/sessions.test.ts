import { afterEach, describe, expect, test } from 'vitest';
import { listSessions } from '../../db/sessions.ts';
import { LIMITS } from '../../server/limits.ts';
import { CLOSE } from '../../server/protocol/frames.ts';
import { type Person, startTestServer, type TestServer } from './harness.ts';
import { accountOf, raceSignOut } from './sign-out-race.ts';

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

/** Ends the session of the widget, as its owner does it from the list of their sessions. */
async function endWidgetSession(expert: Person): Promise<void> {
  const sessions = await listSessions(server.ctx.db, await accountOf(server, expert), Date.now());
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

  test('[JOIN3] of what races a sign-out, here or everywhere, nothing is stored after its answer', {
    timeout: 120_000,
  }, async () => {
    server = await startTestServer();
    const { late, refused } = await raceSignOut(server, 200);
    expect(late).toBe(0);
    // A race in which nobody is ever too late proves nothing.
    expect(refused).toBeGreaterThan(20);
  });
});

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
      .where('userId', '=', await accountOf(server, person))
      .execute();
  };
  const ends = async (person: Person) =>
    (await listSessions(server.ctx.db, await accountOf(server, person), Date.now())).map(({ expiresAt }) =>
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
