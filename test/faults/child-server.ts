/**
 * The real server in a process of its own, which its parent may look into and disturb over IPC: see `Ask` for
 * what may be asked. Started by `startChild` of `child.ts` only.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { RoleValue } from '../../db/schema.ts';
import { shiftDate } from './shifted-date.ts';

export type Ask =
  | { ask: 'person'; role: RoleValue }
  | { ask: 'state' }
  | { ask: 'shift-clock'; byMs: number }
  /** `scheduled`: as the hourly job does it; otherwise whatever became of the clock. */
  | { ask: 'retain'; scheduled: boolean }
  /** What the broker carried since the start. */
  | { ask: 'broker' }
  /** Everything published so far has been told. */
  | { ask: 'settled' };

export type PersonAnswer = { id: string; token: string; cookie: string; office: string; address: string };
export type StateAnswer = {
  /** Open handles and requests by kind, as `process.getActiveResourcesInfo` names them. */
  resources: Record<string, number>;
  /** The longest the event loop was held since the state was last asked for, in milliseconds. */
  longestHeldMs: number;
  rssMiB: number;
  connections: number;
};

// Before anything of the server is loaded, so that nothing keeps the unshifted class.
const clock = shiftDate();
const held = monitorEventLoopDelay({ resolution: 5 });
held.enable();

const { startTestServer } = await import('../server/harness.ts');
const { retain, retainSteadily } = await import('../../server/jobs/retention.ts');
const server = await startTestServer({}, JSON.parse(process.env.FAULTS_SETTINGS ?? '{}'));
const scheduled = retainSteadily(server.ctx);
const carried: string[] = [];
server.ctx.broker.subscribe((message) => carried.push(JSON.stringify(message)));

process.on('message', (message: Ask & { id: number }) => {
  answer(message).then(
    (value) => process.send?.({ id: message.id, value }),
    (error) => process.send?.({ id: message.id, error: String(error) }),
  );
});
process.on('disconnect', () => void server.stop().then(() => process.exit(0)));
process.send?.({ ready: { url: server.url, folder: server.folder } });

async function answer(message: Ask): Promise<unknown> {
  switch (message.ask) {
    case 'person': {
      const { id, token, cookie, office, address } = await server.person(message.role);
      return { id, token, cookie, office, address } satisfies PersonAnswer;
    }
    case 'state':
      return state();
    case 'shift-clock':
      return clock.shift(message.byMs);
    case 'retain':
      return message.scheduled ? await scheduled() : await retain(server.ctx);
    case 'broker':
      return carried;
    case 'settled':
      return await server.hub.settled();
  }
}

function state(): StateAnswer {
  const resources: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) resources[kind] = (resources[kind] ?? 0) + 1;
  const longestHeldMs = held.max / 1e6;
  held.reset();
  const connections = server.hub.directory.all().size;
  return { resources, longestHeldMs, rssMiB: process.memoryUsage.rss() / 2 ** 20, connections };
}
