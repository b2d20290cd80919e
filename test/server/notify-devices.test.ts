import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { transaction } from '../../db/database.ts';
import { endSessions } from '../../db/sessions.ts';
import type { TokenAnswer } from '../../server/protocol/frames.ts';
import type { Person } from './harness.ts';
import { devicePage, here, openStage, type Stage, subscribe } from './notice-stage.ts';
import { newBrowser } from './push-service.ts';

let stage: Stage;
let expert: Person;
beforeEach(async () => {
  stage = await openStage();
  expert = await stage.person('expert');
});
afterEach(() => stage.close());

const endpointsOf = async (person: Person) =>
  (
    await stage.ctx.db
      .selectFrom('push_subscription')
      .select('endpoint')
      .where('person_id', '=', person.id)
      .execute()
  ).map(({ endpoint }) => endpoint.slice(stage.service.origin.length));

describe('a device goes with the sessions of its member', () => {
  const ofAccount = (path: string) =>
    fetch(expert.base + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: expert.office, cookie: expert.cookie },
    });

  test('[NOTE63] signing out everywhere, and of nobody else', async () => {
    const other = await stage.person('expert');
    await stage.device(expert, '/push/a');
    await stage.device(other, '/push/b');
    expect((await ofAccount('/account/sessions/end-all')).status).toBe(303);
    expect([await endpointsOf(expert), await endpointsOf(other)]).toEqual([[], ['/push/b']]);
  });

  test('[NOTE64] signing out of the one session, whose link to subscribe is over with it', async () => {
    await stage.device(expert, '/push/a');
    const page = await devicePage(expert);
    const session = await stage.ctx.db.selectFrom('push_subscription').select('session_id').execute();
    expect(session[0]?.session_id).toEqual(expect.any(String));
    await ofAccount(`/account/sessions/${session[0]?.session_id}/end`);
    expect(await endpointsOf(expert)).toEqual([]);
    const late = newBrowser(`${stage.service.origin}/push/c`);
    expect((await subscribe(page, late.subscription, expert)).status).toBe(410);
    expect(await endpointsOf(expert)).toEqual([]);
  });

  test('[NOTE68] not with the one that is kept where the others end, as one-time codes do', async () => {
    await stage.device(expert, '/push/kept');
    const { session_id: kept } = await stage.ctx.db
      .selectFrom('push_subscription')
      .select('session_id')
      .executeTakeFirstOrThrow();
    const { id: account } = await stage.ctx.db
      .selectFrom('session')
      .select('userId as id')
      .where('id', '=', kept)
      .executeTakeFirstOrThrow();
    const code = await stage.ctx.signIn.issueLink(account, 'shop', 'demo');
    expert.take(
      (await (await expert.post('/api/widget/exchange', { site: 'demo', code })).json()) as TokenAnswer,
    );
    await stage.device(expert, '/push/other');
    expect(await endpointsOf(expert)).toHaveLength(2);
    await transaction(stage.ctx.db, (tx) => endSessions(tx, account, kept));
    expect(await endpointsOf(expert)).toEqual(['/push/kept']);
  });
});

describe('a browser that gets another address at its push service', () => {
  const move = (old: object, subscription: object, origin = expert.office) =>
    fetch(here(expert, `${expert.base}/api/notify/device/moved`), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ old, subscription }),
    });

  test('[NOTE65] is told there from then on, whoever it is told for', async () => {
    const asker = await stage.person('expert');
    const before = stage.service.browser('/push/a');
    for (const person of [expert, asker]) {
      await subscribe(await devicePage(person), before.subscription, person);
    }
    const after = newBrowser(`${stage.service.origin}/push/b`);
    await subscribe(await devicePage(asker), after.subscription, asker);
    expect((await move(before.subscription, after.subscription)).status).toBe(204);
    expect([await endpointsOf(expert), await endpointsOf(asker)]).toEqual([['/push/b'], ['/push/b']]);
  });

  test('[NOTE66] shows by its secret that it is the same; no other page or address moves it', async () => {
    const { subscription } = await stage.device(expert, '/push/a');
    const thief = newBrowser(`${stage.service.origin}/push/thief`).subscription;
    const guessed = { ...subscription, keys: { ...subscription.keys, auth: 'A'.repeat(22) } };
    const inside = newBrowser('https://169.254.169.254/x').subscription;
    expect((await move(guessed, thief)).status).toBe(204);
    expect((await move(subscription, inside)).status).toBe(400);
    expect((await move(subscription, thief, 'https://evil.test')).status).toBe(403);
    expect(await endpointsOf(expert)).toEqual(['/push/a']);
  });
});
