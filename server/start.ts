import { randomUUIDv7 } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { dirname } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { openSqlite } from '../db/connect.ts';
import { takeLock } from '../db/lock.ts';
import { epochOf, tokenSecretOf, vapidKeysOf } from '../db/meta.ts';
import { migrateToLatest } from '../db/migrator.ts';
import { createApp } from './app.ts';
import { forgetRestoring } from './backup/restore.ts';
import type { Config } from './config.ts';
import type { AppContext } from './context.ts';
import { atEndOfTurn } from './end-of-turn.ts';
import { createFilterOf } from './filter.ts';
import { createFilterHealth } from './filter-health.ts';
import { metricsPortApp, registryOf } from './http/metrics.ts';
import { stoppable } from './http/stopping.ts';
import { createInvitationWork } from './invitations/invitation-work.ts';
import { scheduleFirstAnswers } from './jobs/credit-first-answers.ts';
import { type Deliveries, scheduleNotices } from './jobs/deliver-notices.ts';
import { scheduleFreeing } from './jobs/free-questions.ts';
import { scheduleIndexing } from './jobs/index-search.ts';
import { scheduleAnswers } from './jobs/notice-answers.ts';
import { scheduleRetention } from './jobs/retention.ts';
import { scheduleInvitations } from './jobs/send-invitations.ts';
import { scheduleTelling } from './jobs/tell-experts.ts';
import { createLibraryWork, stopImports } from './library/library-work.ts';
import { LIMITS } from './limits.ts';
import type { Log } from './log.ts';
import { createMailer } from './mail/mailer.ts';
import { countedHealth, timedFilter } from './metrics/watch-filter.ts';
import { createMetrics } from './metrics.ts';
import { createPushSender } from './notifications/push-sender.ts';
import { newVapidKeys, readVapidKeys } from './notifications/vapid-keys.ts';
import { createPace } from './pace.ts';
import { createMemoryBroker } from './realtime/broker.ts';
import { createHub, type Hub, presentIn } from './realtime/hub.ts';
import { serveSockets } from './realtime/socket-server.ts';
import { createSignIn } from './sign-in.ts';

export type RunningServer = {
  url: string;
  /** null where `/metrics` has no port of its own. */
  metricsUrl: string | null;
  ctx: AppContext;
  hub: Hub;
  notices: Deliveries;
  /** Takes nothing new, finishes what is under way within `LIMITS.drain`, then closes the database. */
  close(): Promise<void>;
};

export type StartOptions = {
  config: Config;
  log: Log;
  /** What whoever finds the database taken is told. */
  command?: string;
  /** Parts of the context replaced: a clock that stands still, a filter that fails. */
  overrides?: Partial<AppContext>;
};

/** Opens and migrates the database, then listens. @throws what keeps it from starting. */
export async function startServer({ config, log, command, overrides }: StartOptions): Promise<RunningServer> {
  const ctx = { ...(await createContext(config, log, command)), ...overrides };
  if (config.metrics) await registryOf(ctx);
  const hub = createHub(ctx);
  const { listener, stop } = stoppable(getRequestListener(createApp(ctx, hub).fetch));
  const http = createServer(listener);
  http.headersTimeout = 10_000;
  http.requestTimeout = 30_000;
  const sockets = serveSockets(ctx, hub, http);
  const metrics = createServer(getRequestListener(metricsPortApp(ctx).fetch));
  await listen(http, config.port, config.host);
  if (config.metrics?.port != null) await listen(metrics, config.metrics.port, '127.0.0.1');
  const stopRetention = scheduleRetention(ctx);
  const stopIndexing = scheduleIndexing(ctx);
  const stopFirstAnswers = scheduleFirstAnswers(ctx);
  const stopInviting = scheduleInvitations(ctx);
  const stopTelling = scheduleTelling(ctx);
  const stopFreeing = scheduleFreeing(ctx, hub);
  const stopAnswers = scheduleAnswers(ctx);
  const notices = scheduleNotices(ctx, presentIn(hub));
  const warmUp = setTimeout(() => warmUpSignIn(ctx), LIMITS.ready.warmUpMs).unref();
  return {
    url: `http://${urlHost(config.host)}:${portOf(http)}`,
    metricsUrl: metrics.listening ? `http://127.0.0.1:${portOf(metrics)}/metrics` : null,
    ctx,
    hub,
    notices,
    async close() {
      stop();
      ctx.stopping.abort();
      clearTimeout(warmUp);
      stopRetention();
      stopIndexing();
      stopAnswers();
      stopFirstAnswers();
      stopTelling();
      stopFreeing();
      stopImports(ctx.libraryWork);
      const invited = stopInviting();
      await inTime(LIMITS.drain.withinMs, async () => {
        await invited;
        await sockets.close();
        await hub.settled();
        await notices.stop();
        await closed(http);
      });
      http.closeAllConnections();
      metrics.closeAllConnections();
      await closed(metrics);
      await closeContext(ctx);
    },
  };
}

/**
 * Everything the server works with, on the configured database, migrated. No other process may use it before
 * `closeContext`; `command` is what they are told.
 * @throws DatabaseInUse
 */
export async function createContext(config: Config, log: Log, command = 'start'): Promise<AppContext> {
  mkdirSync(dirname(config.databaseFile), { recursive: true });
  const lock = takeLock(config.databaseFile, command, Date.now());
  try {
    forgetRestoring(config.databaseFile);
    return { ...(await openContext(config, log)), lock };
  } catch (error) {
    lock.release();
    throw error;
  }
}

export async function closeContext(ctx: AppContext): Promise<void> {
  await ctx.db.destroy();
  ctx.lock.release();
}

async function openContext(config: Config, log: Log): Promise<Omit<AppContext, 'lock'>> {
  const db = openSqlite(config.databaseFile, { atEndOfTurn: (work) => atEndOfTurn('store', work) });
  await migrateToLatest(db);
  const mailer = createMailer(config);
  const tokenSecret = config.secret ?? (await tokenSecretOf(db));
  const clock = { now: () => Date.now() };
  const metrics = createMetrics();
  const health = countedHealth(createFilterHealth(clock), metrics);
  // Ids that grow with time (RFC 9562, 5.7): what is written together stands together in every index.
  const random = { id: randomUUIDv7, secret: randomSecret, fraction: () => Math.random() };
  return {
    config,
    db,
    log,
    clock,
    random,
    broker: createMemoryBroker(),
    pace: createPace(),
    filterOf: timedFilter(createFilterOf({ db, log, clock, health }), metrics),
    filterHealth: health,
    libraryWork: createLibraryWork(),
    invitationWork: createInvitationWork(),
    mailer,
    push: createPushSender(config, readVapidKeys(await vapidKeysOf(db, newVapidKeys))),
    metrics,
    signIn: createSignIn({ config, db, log, secret: tokenSecret, clock, random }),
    tokenSecret,
    stopping: new AbortController(),
    epoch: await epochOf(db),
  };
}

/** Off the way of the first people who come back after a restart. */
function warmUpSignIn({ signIn, log }: AppContext): void {
  signIn.warmUp().catch((error) => log.error({ err: error }, 'sign-in could not be prepared'));
}

function randomSecret(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
}

function listen(http: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      http.off('error', reject);
      resolve();
    });
  });
}

const SWEEP_MS = 20;

/** Once nothing is under way. A connection that is kept alive holds nothing, also where its answer came late. */
async function closed(http: Server): Promise<void> {
  if (!http.listening) return;
  const sweep = setInterval(() => http.closeIdleConnections(), SWEEP_MS);
  await new Promise<void>((resolve) => http.close(() => resolve()));
  clearInterval(sweep);
}

/** What is not over by then is left where it is. */
async function inTime(withinMs: number, work: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, withinMs);
  });
  await Promise.race([work(), late]).finally(() => clearTimeout(timer));
}

function portOf(http: Server): number {
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return address.port;
}

const urlHost = (host: string) => (host.includes(':') ? `[${host}]` : host);
