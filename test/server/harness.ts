/** A real server on a real SQLite file, and clients that speak to it over real HTTP and sockets. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { insertAccount } from '../../db/accounts.ts';
import { transaction } from '../../db/database.ts';
import { writeEntries } from '../../db/library-changes.ts';
import { insertPerson } from '../../db/people.ts';
import { PLAIN_PERSON } from '../../db/plain-rows.ts';
import type { RoleValue, SiteRow } from '../../db/schema.ts';
import type { LibraryEntryRow } from '../../db/schema-library.ts';
import { insertSite } from '../../db/sites.ts';
import { readConfig } from '../../server/config.ts';
import type { AppContext } from '../../server/context.ts';
import { createLog } from '../../server/log.ts';
import type { ClientFrame, PageView, ServerFrame } from '../../server/protocol/frames.ts';
import type { TokenAnswer } from '../../server/protocol/widget.ts';
import { type RunningServer, startServer } from '../../server/start.ts';

export const SHOP = 'https://shop.test';
export const PAGE: PageView = { url: `${SHOP}/shoes/crete`, title: 'Crête GTX' };

export type TestServer = Awaited<ReturnType<typeof startTestServer>>;

export async function startTestServer(
  overrides: Partial<AppContext> = {},
  settings: Record<string, string> = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'entraide-test-'));
  const config = readConfig({
    ENTRAIDE_PORT: '0',
    ENTRAIDE_DATA: folder,
    ENTRAIDE_LOG_LEVEL: 'silent',
    ENTRAIDE_TRUSTED_PROXIES: '127.0.0.0/8,::1/128',
    ...settings,
  });
  const server: RunningServer = await startServer({ config, log: createLog(config.logLevel), overrides });
  await addSite(server.ctx, 'demo');
  let people = 0;
  return {
    ...server,
    folder,
    /** Somebody of the site, with a bearer token and an address of their own. */
    person: async (role: RoleValue = 'visitor', siteId = 'demo') =>
      await addPerson(server, siteId, role, addressOf(people++)),
    async stop() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function addSite(ctx: AppContext, id: string, changes: Partial<SiteRow> = {}): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    await insertSite(tx, {
      id,
      name: 'Sentier',
      locale: 'fr',
      mode: 'open',
      chat_default: 'everywhere',
      moderators_may_release: 1,
      report_threshold: 2,
      allowed_origins: JSON.stringify([SHOP]),
      accent: null,
      library_version: 1,
      library_saving_until: null,
      library_rules: null,
      community: null,
      created_at: 0,
      ...changes,
    });
    const entries = [
      entry(id, { text: 'connard', category: 'insult' }),
      entry(id, { text: 'arnaque', category: 'scam', effect: 'reject' }),
      entry(id, { text: 'rival', category: 'competitor', effect: 'flag' }),
    ];
    await writeEntries(
      tx,
      id,
      1,
      entries.map((after) => ({ before: null, after })),
    );
  });
}

function entry(siteId: string, changes: Partial<LibraryEntryRow>): LibraryEntryRow {
  return {
    id: `${siteId}-${changes.text}`,
    site_id: siteId,
    since_version: 1,
    until_version: null,
    kind: 'term',
    listing: 'forbidden',
    text: '',
    category: 'insult',
    effect: 'hold',
    note: null,
    strictness: 'normal',
    exact_case: 0,
    exact_accents: 0,
    language: null,
    subdomains: 1,
    vocabulary: null,
    added_by: null,
    added_at: 0,
    changed_by: null,
    changed_at: null,
    touched_at: 0,
    hits: 0,
    last_hit_at: null,
    overturned: 0,
    ...changes,
  };
}

export class Person {
  readonly base: string;
  readonly site: string;
  readonly address: string;
  id = '';
  token = '';
  /** The server's own origin and the session cookie there, for the back office. */
  office = '';
  cookie = '';
  private readonly open: TestSocket[] = [];

  constructor(base: string, site: string, address: string) {
    this.base = base;
    this.site = site;
    this.address = address;
  }

  async request(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const inOffice = path.startsWith('/api/back-office/');
    return await fetch(`${this.base}${path}`, {
      method,
      headers: {
        'x-forwarded-for': this.address,
        ...(inOffice ? { origin: this.office, cookie: this.cookie } : { origin: SHOP }),
        ...(this.token && !inOffice ? { authorization: `Bearer ${this.token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  take({ token, me }: TokenAnswer): void {
    this.token = token;
    this.id = me.id;
  }

  async get(path: string): Promise<Response> {
    return await this.request('GET', path);
  }

  async post(path: string, body: unknown): Promise<Response> {
    return await this.request('POST', path, body);
  }

  /** Connects, says hello and waits for the welcome. */
  async connect(): Promise<TestSocket> {
    const socket = new TestSocket(this.base, { origin: SHOP, 'x-forwarded-for': this.address });
    this.open.push(socket);
    await socket.opened;
    socket.send({ op: 'hello', version: 1, site: this.site, token: this.token, page: PAGE });
    await socket.next('welcome');
    return socket;
  }
}

/** Another one for each person, from 203.0.113.1 on. */
function addressOf(index: number): string {
  return `203.${Math.floor(index / 62_500)}.${(113 + Math.floor(index / 250)) % 250}.${1 + (index % 250)}`;
}

async function addPerson(
  server: RunningServer,
  siteId: string,
  role: RoleValue,
  address: string,
): Promise<Person> {
  const person = new Person(server.url, siteId, address);
  person.office = server.ctx.config.publicUrl;
  const answer = await person.post('/api/widget/token', { site: siteId });
  person.take((await answer.json()) as TokenAnswer);
  return role === 'visitor' ? person : await makeMember(server, person, role);
}

/** An account, a session for the back office and a token for the widget, as joining gives them. */
async function makeMember({ ctx }: RunningServer, person: Person, role: RoleValue): Promise<Person> {
  const accountId = ctx.random.id();
  const name = `${role} ${person.address.split('.')[3]}`;
  const account = { id: accountId, name, email: `${accountId}@example.com`, verified: true, at: 0 };
  await transaction(ctx.db, async (tx) => {
    await insertAccount(tx, account);
    await insertPerson(tx, {
      id: person.id,
      site_id: person.site,
      role,
      name,
      account_id: accountId,
      address: person.address,
      created_at: 0,
      ...PLAIN_PERSON,
      last_seen_at: null,
    });
  });
  const { setCookie } = await ctx.signIn.openSession(accountId);
  person.cookie = setCookie.split(';')[0] ?? '';
  const code = await ctx.signIn.issueLink(accountId, 'shop', person.site);
  const exchanged = await person.post('/api/widget/exchange', { site: person.site, code });
  person.take((await exchanged.json()) as TokenAnswer);
  return person;
}

/** Every frame that arrives is kept, for who must see one and for who must not. */
export class TestSocket {
  readonly frames: ServerFrame[] = [];
  readonly opened: Promise<void>;
  readonly closed: Promise<number>;
  readonly socket: WebSocket;
  private waiting: { wants: (frame: ServerFrame) => boolean; resolve: (frame: ServerFrame) => void }[] = [];
  private taken = new Set<ServerFrame>();

  constructor(base: string, headers: Record<string, string>) {
    this.socket = new WebSocket(`${base.replace('http', 'ws')}/api/socket`, { headers });
    this.opened = new Promise((resolve, reject) => {
      this.socket.once('open', resolve);
      this.socket.once('error', reject);
    });
    this.closed = new Promise((resolve) => this.socket.once('close', resolve));
    this.socket.on('message', (data) => this.arrive(JSON.parse(String(data)) as ServerFrame));
  }

  send(frame: ClientFrame): void {
    this.socket.send(JSON.stringify(frame));
  }

  /** The next frame of this kind not yet taken, which may have arrived already. */
  async next<Op extends ServerFrame['op']>(
    op: Op,
    where: (frame: Extract<ServerFrame, { op: Op }>) => boolean = () => true,
  ): Promise<Extract<ServerFrame, { op: Op }>> {
    const wants = (frame: ServerFrame) => frame.op === op && where(frame as Extract<ServerFrame, { op: Op }>);
    const known = this.frames.find((frame) => !this.taken.has(frame) && wants(frame));
    const frame =
      known ?? (await new Promise<ServerFrame>((resolve) => this.waiting.push({ wants, resolve })));
    this.taken.add(frame);
    return frame as Extract<ServerFrame, { op: Op }>;
  }

  /** Asks a question. @returns its acknowledgement, with the conversation it opened */
  async ask(text: string, name = 'Inès') {
    const { conversation, ...ack } = await this.write(text, null, name);
    if (!conversation) throw new Error('a question opened no conversation');
    return { ...ack, conversation };
  }

  async write(text: string, conversationId: string | null, name: string | null = 'Inès') {
    const clientMessageId = this.post(text, conversationId, name);
    return await this.next('ack', (frame) => frame.clientMessageId === clientMessageId);
  }

  /** Sends without waiting. @returns the clientMessageId */
  post(text: string, conversationId: string | null, name: string | null = 'Inès'): string {
    const clientMessageId = crypto.randomUUID();
    const page = conversationId === null ? PAGE : null;
    this.send({ op: 'send', clientMessageId, conversationId, text, name, page });
    return clientMessageId;
  }

  async subscribe(conversationId: string, lastSeq = 0, epoch: string | null = null) {
    this.send({ op: 'subscribe', conversationId, lastSeq, epoch });
    return await this.next('subscribed', (frame) => frame.conversation.id === conversationId);
  }

  /** Everything the server had to say before now has arrived when this resolves. */
  async quiet(hub: { settled(): Promise<void> }): Promise<void> {
    await hub.settled();
    this.send({ op: 'ping' });
    await this.next('pong');
  }

  private arrive(frame: ServerFrame): void {
    this.frames.push(frame);
    const index = this.waiting.findIndex((entry) => entry.wants(frame));
    if (index === -1) return;
    const [entry] = this.waiting.splice(index, 1);
    this.taken.add(frame);
    entry?.resolve(frame);
  }
}
