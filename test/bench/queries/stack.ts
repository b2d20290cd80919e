/** A JSON GET through the whole stack against bare `node:http`: requests per second of the server's processor time. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import type { Table } from '../filter/table.ts';
import { grouped } from '../filter/table.ts';
import type { FromServer, ToServer } from './stack-server.ts';

const PATHS = ['/health', '/api/widget/conversations?site=grand&scope=site'];
const ROUNDS = 15;
const BAR = 0.6;
const AT_ONCE = 16;

type Server = { child: ChildProcess; port: number; token: string; agent: Agent };

/**
 * Interleaved rounds of `requests`; the middle ratio counts. Both servers are warm: for some ten thousand
 * requests the engine compiles what they run.
 */
export async function measureStack(file: string, requests: number): Promise<Table> {
  const [bare, whole] = await Promise.all([start('bare'), start('whole', file)]);
  const rows: string[][] = [];
  for (const path of PATHS) {
    const body = await get(whole, path, 0);
    bare.child.send({ say: 'answer', path, body } satisfies ToServer);
    const rounds = [];
    for (const server of [whole, bare]) await perSecond(server, path, requests * 8);
    for (let round = 0; round < ROUNDS; round++)
      rounds.push({
        bare: await perSecond(bare, path, requests),
        whole: await perSecond(whole, path, requests),
      });
    rounds.sort((a, b) => a.whole / a.bare - b.whole / b.bare);
    const middle = rounds[ROUNDS >> 1]!;
    const ratio = middle.whole / middle.bare;
    const met = ratio >= BAR ? '' : 'MISSED';
    rows.push([path, grouped(middle.bare), grouped(middle.whole), ratio.toFixed(2), `≥ ${BAR}`, met]);
  }
  for (const { child, agent } of [bare, whole]) {
    agent.destroy();
    child.removeAllListeners('exit');
    child.kill();
  }
  const head = ['JSON GET', 'bare http', 'whole stack', 'ratio', 'bar', ''];
  return { title: 'Requests per second of processor time', head, rows };
}

async function start(kind: string, file = ''): Promise<Server> {
  const child = fork(new URL('./stack-server.ts', import.meta.url), [kind, file]);
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('the server did not start')));
  const [said] = (await Promise.race([once(child, 'message'), ended])) as [FromServer];
  if (said.say !== 'listening') throw new Error('the server said something else first');
  return {
    child,
    port: said.port,
    token: said.token,
    agent: new Agent({ keepAlive: true, maxSockets: AT_ONCE }),
  };
}

async function perSecond(server: Server, path: string, requests: number): Promise<number> {
  const before = await cpuOf(server);
  let left = requests;
  const work = async () => {
    while (left-- > 0) await get(server, path, left);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return (requests * 1e6) / ((await cpuOf(server)) - before);
}

async function cpuOf({ child }: Server): Promise<number> {
  child.send({ say: 'cpu' } satisfies ToServer);
  const [said] = (await once(child, 'message')) as [FromServer];
  return said.say === 'cpu' ? said.micros : Number.NaN;
}

/** As through a proxy: many clients, none of which asks more often than it may. */
function get({ port, token, agent }: Server, path: string, at: number): Promise<string> {
  const headers = {
    'X-Forwarded-For': `10.${at % 7}.${(at >> 8) % 250}.${at % 250}`,
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
  };
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${path} answered ${response.statusCode}`));
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks).toString()));
    });
    asked.on('error', reject);
    asked.end();
  });
}
