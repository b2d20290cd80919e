/**
 * The write thread: the only writer of the database. What arrives while a commit waits for the disk shares
 * the next one (group commit: DeWitt et al., "Implementation Techniques for Main Memory Database Systems",
 * SIGMOD 1984), so that a slow disk costs waiting, not throughput, and holds nobody else up.
 */
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { openWriter } from './open.ts';
import { prepareUnits } from './units.ts';
import {
  type Answer,
  EVERY_TABLE,
  type FromWriter,
  RIGHTS_TABLES,
  type Statement,
  type ToWriter,
  type UnitCall,
  type WriterOptions,
} from './write-protocol.ts';

type Job = Exclude<ToWriter, { say: 'units' }> | { say: 'unit'; call: UnitCall };

const port = parentPort!;
const options = workerData as WriterOptions;
/** As many as share one commit: the first of them waits for the last. */
const GROUP = options.groupCommit ? 512 : 1;

const connection = openWriter(options.file);
const { units, settleMessages, forgetMessages } = prepareUnits(connection);
const queue: Job[] = [];
let { rights } = options;
/** The session that has the database, and what it changed. */
let session: { id: number; changed: Set<string>; silence: NodeJS.Timeout } | null = null;

port.on('message', (message: ToWriter) => {
  take(message);
  work();
});

function take(message: ToWriter): void {
  if (message.say === 'units') for (const call of message.calls) queue.push({ say: 'unit', call });
  else if (message.say === 'query' || message.say === 'end') inSession(message);
  else queue.push(message);
}

/** What has arrived meanwhile goes with what is done next. */
function takeArrived(): void {
  for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port)) take(next.message);
}

function work() {
  for (takeArrived(); !session && queue.length > 0; takeArrived()) {
    const [job] = queue;
    if (job?.say === 'unit') runGroup(takeUnits());
    else if (job?.say === 'begin') begin(queue.shift() as typeof job);
    else if (job?.say === 'rewrite') rewrite((queue.shift() as typeof job).id);
    else if (job?.say === 'close') return close(job.id);
  }
}

function takeUnits(): UnitCall[] {
  let count = 0;
  while (count < GROUP && queue[count]?.say === 'unit') count += 1;
  return queue.splice(0, count).map((job) => (job as Extract<Job, { say: 'unit' }>).call);
}

/** All in one transaction; where one of them fails, each in its own, so that it fails alone. */
function runGroup(calls: UnitCall[]): void {
  const changed = new Set<string>();
  try {
    const started = performance.now();
    connection.exec('BEGIN IMMEDIATE');
    const answers = calls.map((call) => ({ id: call.id, output: runUnit(call, changed) }));
    settleMessages();
    connection.exec('COMMIT');
    count(changed);
    tell({ answers, changed, took: performance.now() - started, units: calls.length });
  } catch (error) {
    rollBack();
    if (calls.length > 1 && isOneOfThem(error)) for (const call of calls) runGroup([call]);
    else tell({ answers: calls.map(({ id }) => failed(id, error)) });
  }
}

function runUnit({ unit, input }: UnitCall, changed: Set<string>): unknown {
  if (unit !== 'message') settleMessages();
  if (unit === 'statement') {
    const { writes } = input as Statement;
    if (writes) changed.add(writes);
  }
  // Whoever called it gave the unit its own input; the type was lost between the threads.
  return units[unit](input as never, rights);
}

/** A full disk or a locked file fails everybody; anything else is the fault of one. */
function isOneOfThem(error: unknown): boolean {
  return !/^SQLITE_(BUSY|FULL|IOERR|READONLY|CORRUPT|NOTADB|NOMEM)/.test(codeOf(error));
}

function begin({ id, session: name }: Extract<Job, { say: 'begin' }>): void {
  try {
    connection.exec('BEGIN IMMEDIATE');
    session = { id: name, changed: new Set(), silence: setTimeout(giveUp, options.silenceMs) };
    tell({ answers: [{ id, output: null }] });
  } catch (error) {
    tell({ answers: [failed(id, error)] });
  }
}

function inSession(message: Extract<ToWriter, { say: 'query' | 'end' }>) {
  const { id } = message;
  if (session?.id !== message.session) {
    return tell({ answers: [failed(id, new Error('this transaction was given up'))] });
  }
  session.silence.refresh();
  if (message.say === 'end') return end(id, message.commit);
  try {
    // As a full disk may do it; what follows would be stored statement by statement.
    if (!connection.inTransaction) throw new Error('this transaction was taken back');
    const { statement } = message;
    const output = units.statement(statement);
    if (statement.writes) session.changed.add(statement.writes);
    tell({ answers: [{ id, output }] });
  } catch (error) {
    tell({ answers: [failed(id, error)] });
  }
}

function end(id: number, isCommit: boolean) {
  const { changed } = leaveSession();
  const started = performance.now();
  try {
    if (!isCommit) {
      rollBack();
      return tell({ answers: [{ id, output: null }] });
    }
    connection.exec('COMMIT');
    count(changed);
    tell({ answers: [{ id, output: null }], changed, took: performance.now() - started, units: 1 });
  } catch (error) {
    rollBack();
    tell({ answers: [failed(id, error)] });
  }
}

function giveUp() {
  leaveSession();
  rollBack();
  work();
}

function leaveSession() {
  const left = session!;
  clearTimeout(left.silence);
  session = null;
  return left;
}

function count(changed: Set<string>): void {
  for (const table of changed) if (RIGHTS_TABLES.has(table) || table === EVERY_TABLE) rights += 1;
}

function rollBack(): void {
  forgetMessages();
  if (connection.inTransaction) connection.exec('ROLLBACK');
}

/** Then the log is emptied into the file: it holds old pages too. */
function rewrite(id: number): void {
  try {
    // The copy is as large as the file.
    connection.pragma('temp_store = FILE');
    connection.exec('VACUUM');
    emptyLog();
    connection.pragma('user_version = 0');
    tell({ answers: [{ id, output: null }] });
  } catch (error) {
    tell({ answers: [failed(id, error)] });
  } finally {
    connection.pragma('temp_store = MEMORY');
  }
}

function emptyLog(): void {
  const [{ busy }] = connection.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }];
  if (busy) throw Object.assign(new Error('somebody reads an older state'), { code: 'SQLITE_BUSY' });
}

function close(id: number): void {
  tidy();
  connection.close();
  tell({ answers: [{ id, output: null }] });
  port.close();
}

/** What is stored is stored: where another process has the file, the next one that closes it tidies up. */
function tidy(): void {
  try {
    connection.pragma('optimize');
    connection.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (isOneOfThem(error)) throw error;
  }
}

function failed(id: number, error: unknown): Answer {
  const message = error instanceof Error ? error.message : String(error);
  return { id, error: { message, code: codeOf(error) } };
}

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');

function tell(said: { answers: Answer[]; changed?: Set<string>; took?: number; units?: number }): void {
  const { answers, changed = new Set(), took = null, units: count = 0 } = said;
  port.postMessage({ answers, changed: [...changed], rights, took, units: count } satisfies FromWriter);
}
