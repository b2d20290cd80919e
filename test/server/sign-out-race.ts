/** Sends over HTTP and socket that race the sign-out of who sends them. */
import { signOutEverywhere } from '../../server/actions/sign-out.ts';
import type { Person, TestServer, TestSocket } from './harness.ts';

/** @returns how many messages were stored after the sign-out was answered, and how many sends were refused with 401 */
export async function raceSignOut(
  server: TestServer,
  runs: number,
): Promise<{ late: number; refused: number }> {
  const { ctx } = server;
  const free = async () => undefined;
  ctx.pace = { ...ctx.pace, takeMessage: free, takeRequest: free, takeUpgrade: free };
  const [asker, expert] = [await server.person(), await server.person('expert')];
  const asking = await asker.connect();
  const { conversation } = await asking.ask('Question');
  let inTime = 0;
  let refused = 0;
  for (let run = 0; run < runs; run += 1) {
    const accountId = await accountOf(server, expert);
    expert.token = (await ctx.signIn.exchange(
      await ctx.signIn.issueLink(accountId, 'shop', 'demo'),
      'demo',
    ))!;
    const socket = await expert.connect();
    const prefix = `Course ${run}`;
    const sends = [0, 1, 2, 3].map((at) => sendOver(expert, socket, conversation.id, prefix, at));
    await turns((run % 12) * 3);
    // Every other time the one session, else all there are.
    if (run % 2 === 1) await signOutEverywhere(ctx, accountId);
    else await ctx.signIn.signOut(new Headers({ authorization: `Bearer ${expert.token}` }));
    inTime += await count(server, `${prefix} %`);
    refused += (await Promise.all(sends)).filter((status) => status === 401).length;
    if (run % 2 === 0) socket.socket.close();
    await socket.closed;
  }
  // What is committed after it has come behind whatever a socket had under way.
  await asking.write('Et ensuite', conversation.id);
  return { late: (await count(server, 'Course %')) - inTime, refused };
}

/** Two in four over the socket, whose answers nobody waits for. @returns the status over HTTP */
async function sendOver(
  expert: Person,
  socket: TestSocket,
  conversationId: string,
  prefix: string,
  at: number,
): Promise<number | null> {
  await turns(at * 2);
  if (at % 2 === 1) {
    socket.post(`${prefix} ${at}`, conversationId, null);
    return null;
  }
  const body = { site: 'demo', clientMessageId: crypto.randomUUID(), conversationId, name: null, page: null };
  const answer = await expert.post('/api/widget/messages', { ...body, text: `${prefix} ${at}` });
  await answer.arrayBuffer();
  return answer.status;
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
}

async function count({ ctx }: TestServer, like: string): Promise<number> {
  return (await ctx.db.selectFrom('message').select('id').where('body', 'like', like).execute()).length;
}

export async function accountOf({ ctx }: TestServer, { id }: Person): Promise<string> {
  const row = await ctx.db
    .selectFrom('person')
    .select('account_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.account_id!;
}
