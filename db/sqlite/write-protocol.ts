/** What the write thread is told, and what it answers. */
import type { MessageCommitted } from '../commit-message.ts';

/** `writes` is the table a statement changes; null when it only reads. */
export type Statement = { sql: string; parameters: readonly unknown[]; writes: string | null };
export type Result = { rows: unknown[]; changes: number; lastId: number | bigint };

/** Work that runs from beginning to end in the thread, several in one transaction. */
export type Units = {
  statement: { input: Statement; output: Result };
  /** `encodeCommit` of what is to be stored: a text crosses to the thread for a third of what an object costs. */
  message: { input: string; output: MessageCommitted };
  /** So many messages at most go into the search index; how many there were. */
  index: { input: number; output: number };
};
export type UnitName = keyof Units;
export type UnitCall = { id: number; unit: UnitName; input: Units[UnitName]['input'] };

/** A session is a transaction led from outside, statement by statement; it has the database to itself. */
export type ToWriter =
  | { say: 'units'; calls: UnitCall[] }
  | { say: 'begin'; id: number; session: number }
  | { say: 'query'; id: number; session: number; statement: Statement }
  | { say: 'end'; id: number; session: number; commit: boolean }
  | { say: 'rewrite'; id: number }
  | { say: 'close'; id: number };

export type Answer =
  | { id: number; output: unknown }
  | { id: number; error: { message: string; code: string } };

/** What one commit answers, together: nobody is answered before it is on the disk. */
export type FromWriter = {
  answers: Answer[];
  /** Tables that sessions and statements changed with it. */
  changed: string[];
  /** Counts the changes of what people may do. */
  rights: number;
  /** Milliseconds the commit took; null where nothing was committed. */
  took: number | null;
  units: number;
};

export type WriterOptions = {
  file: string;
  groupCommit: boolean;
  /** A transaction whose leader says nothing for so long is given up. */
  silenceMs: number;
  rights: number;
};

/** What a statement changes that does not say so. */
export const EVERY_TABLE = '*';

/** A change of these may change what somebody may do. */
export const RIGHTS_TABLES = new Set([
  'site',
  'page_rule',
  'address_block',
  'ban',
  'person',
  'session',
  'identity_secret',
]);
