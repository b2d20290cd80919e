import { afterAll, beforeAll, expect, test } from 'vitest';
import { transaction } from '../../../db/database.ts';
import type { ConversationsAnswer } from '../../../server/protocol/widget.ts';
import { usualWaitOf } from '../../../server/usual-wait.ts';
import { PAGE, startTestServer, type TestServer } from '../harness.ts';
import { acts, answered } from './acts.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let server: TestServer;
let now = Date.UTC(2026, 2, 1, 18);
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } });
});
afterAll(() => server.stop());

async function answerMs(url = PAGE.url): Promise<number | undefined> {
  const query = new URLSearchParams({ site: 'demo', scope: 'page', url });
  const answer = await (await server.person()).get(`/api/widget/conversations?${query}`);
  return ((await answer.json()) as ConversationsAnswer).answerMs;
}

test('[EXCH50] from five answers on the page at this hour on, lists tell the median wait, and not before', async () => {
  const start = now;
  const [asker, expert] = [await server.person(), await server.person('expert')];
  const [a, b] = [await asker.connect(), await expert.connect()];
  for (const minutes of [2, 4, 6, 9, 30]) {
    expect(await answerMs()).toBeUndefined();
    now += DAY;
    const { conversation } = await a.ask(`Une question du jour ${now / DAY}`);
    now += minutes * MINUTE;
    await b.write(`Une réponse après ${minutes}`, conversation.id, null);
    now -= minutes * MINUTE;
  }
  now = start + 6 * DAY;
  expect(await answerMs()).toBe(6 * MINUTE);
  expect(await answerMs(`${PAGE.url}/autre`)).toBeUndefined();
  now += 3 * 60 * MINUTE;
  expect(await answerMs()).toBeUndefined();
  now += DAY * 9 - 3 * 60 * MINUTE;
  expect(await answerMs()).toBeUndefined();
});

test('[EXCH51] a site may keep it to itself', async () => {
  await transaction(server.ctx.db, (tx) =>
    tx.updateTable('site').set({ community: '{"showAnswerTime":false}' }).execute(),
  );
  now = Date.UTC(2026, 2, 7, 18);
  expect(await answerMs()).toBeUndefined();
});

test('[EXCH52] what nobody answered counts against it: where it is the half, nothing is usual', () => {
  const asked = (wait: number | null) => ({ askedAt: 0, answeredAt: wait });
  const five = [1, 2, 3, 4, 5].map(asked);
  expect(usualWaitOf(five, DAY)).toBe(3);
  expect(usualWaitOf([...five, asked(null), asked(null)], DAY)).toBe(4);
  expect(usualWaitOf([...five, ...five.map(() => asked(null))], DAY)).toBe(null);
  // Asked a moment ago, it may still be answered.
  expect(usualWaitOf([...five, ...five.map(() => asked(null))], MINUTE)).toBe(3);
});

test('[EXCH53] the first answer is the first that others can read: hidden it counts no more, released it counts from then', async () => {
  const first = async (id: string) => {
    const row = server.ctx.db.selectFrom('conversation').select('first_answer_at').where('id', '=', id);
    return (await row.executeTakeFirstOrThrow()).first_answer_at;
  };
  const { a, b, conversationId, answer } = await answered(server);
  const at = now;
  await a.write('Je précise', conversationId);
  expect(await first(conversationId)).toBe(at);
  now += MINUTE;
  const { message: held } = await b.write('Espèce de connard', conversationId, null);
  const moderator = await server.person('moderator');
  await acts(moderator).moderate(answer.id, 'hide');
  expect(await first(conversationId)).toBe(null);
  now += MINUTE;
  await acts(moderator).moderate(held.id, 'release');
  expect(await first(conversationId)).toBe(at + 2 * MINUTE);
  await acts(moderator).moderate(answer.id, 'restore');
  expect(await first(conversationId)).toBe(at);
});
