import type { Db } from '../db/connect.ts';
import type { Lock } from '../db/lock.ts';
import type { Config } from './config.ts';
import type { FilterOf } from './filter.ts';
import type { FilterHealth } from './filter-health.ts';
import type { InvitationWork } from './invitations/invitation-work.ts';
import type { LibraryWork } from './library/library-work.ts';
import type { Log } from './log.ts';
import type { Mailer } from './mail/mailer.ts';
import type { Metrics } from './metrics.ts';
import type { PushSender } from './notifications/push-sender.ts';
import type { Pace } from './pace.ts';
import type { Broker } from './realtime/broker.ts';
import type { SignIn } from './sign-in.ts';

/** Everything the server works with, built once at start and overridable piece by piece in tests. */
export type AppContext = {
  config: Config;
  db: Db;
  /** Keeps other processes off the database. */
  lock: Lock;
  log: Log;
  clock: Clock;
  random: Random;
  pace: Pace;
  broker: Broker;
  filterOf: FilterOf;
  filterHealth: FilterHealth;
  libraryWork: LibraryWork;
  invitationWork: InvitationWork;
  mailer: Mailer;
  push: PushSender;
  metrics: Metrics;
  signIn: SignIn;
  /** Signs visitors' tokens; made at the first start and kept in the database. */
  tokenSecret: string;
  /** Aborted when the server stops: what works in the background ends between two pieces. */
  stopping: AbortController;
  /** Changes when the database is restored from a back-up, so that positions of another life are noticed. */
  epoch: string;
};

export type Clock = { now(): number };
export type Random = { id(): string; secret(): string; fraction(): number };
