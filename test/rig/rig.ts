import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check, type Violation } from './checker.ts';
import type { ClientRecord, Stored } from './history.ts';
import { RigClient, type RigClientOptions } from './rig-client.ts';
import type { Sabotage } from './sabotage.ts';
import { type ServerOptions, ServerProcess } from './server-process.ts';
import { prepareSites } from './site.ts';
import { alter, readStored } from './stored.ts';
import { waitUntil } from './wait-until.ts';

export type RigOptions = {
  sites?: number;
  sabotage?: Sabotage[];
  /** Done to the database before the server starts. */
  sql?: string;
} & Pick<ServerOptions, 'under' | 'settings'>;

/** Runs `work` with a rig that is gone afterwards, whatever happened. */
export async function withRig<T>(options: RigOptions, work: (rig: Rig) => Promise<T>): Promise<T> {
  const rig = await Rig.start(options);
  try {
    return await work(rig);
  } finally {
    await rig.destroy();
  }
}

/** A server process on a database of its own, and everybody who talks to it. */
export class Rig {
  readonly server: ServerProcess;
  readonly folder: string;
  readonly sites: string[];
  readonly clients: RigClient[] = [];
  isOver = false;
  /** Questions asked so far. */
  conversations = 0;
  #joined = 0;
  readonly #codes: Map<string, string>;

  private constructor(server: ServerProcess, folder: string, codes: Map<string, string>) {
    this.server = server;
    this.folder = folder;
    this.sites = [...codes.keys()];
    this.#codes = codes;
  }

  static async start({ sites = 1, sql = '', ...options }: RigOptions = {}): Promise<Rig> {
    const folder = mkdtempSync(join(tmpdir(), 'entraide-rig-'));
    const codes = await prepareSites(
      folder,
      Array.from({ length: sites }, (_, index) => `shop-${index + 1}`),
    );
    alter(folder, sql);
    return new Rig(await ServerProcess.start({ folder, ...options }), folder, codes);
  }

  /** Somebody more, connected; the sites take turns. */
  async join(options: Partial<RigClientOptions> = {}): Promise<RigClient> {
    const index = this.#joined++;
    const site = this.sites[index % this.sites.length]!;
    const client = new RigClient({ index, server: this.server.url, site, ...options });
    this.clients.push(client);
    void client.chat.connect();
    return client;
  }

  /** Whoever left has no say in what follows. */
  forget(client: RigClient): void {
    this.clients.splice(this.clients.indexOf(client), 1);
  }

  async joinAll(count: number, options: Partial<RigClientOptions> = {}): Promise<RigClient[]> {
    const joined: RigClient[] = [];
    for (let i = 0; i < count; i += 50) {
      for (let j = i; j < Math.min(i + 50, count); j++) joined.push(await this.join(options));
      await this.everybodyBack();
    }
    return joined;
  }

  async moderator(site = this.sites[0]!): Promise<RigClient> {
    const moderator = await this.join({ site, code: this.#codes.get(site)! });
    await this.everybodyBack();
    return moderator;
  }

  /** A question that is public, asked by somebody. @returns the conversation */
  async question(by: RigClient, text = 'Quelle taille choisir pour la Crête ?'): Promise<string> {
    const before = by.watch.open.size;
    this.conversations += 1;
    by.write(null, text);
    await waitUntil(() => by.watch.open.size <= before, 'a question is answered');
    const ok = by.watch.record.entries.findLast((entry) => entry.kind === 'ok');
    if (ok?.kind !== 'ok') throw new Error('the question was refused');
    return ok.conversationId;
  }

  /** @returns the milliseconds it took */
  everybodyBack(withinMs?: number): Promise<number> {
    const away = () => this.clients.filter(({ watch }) => !watch.isWelcome);
    return waitUntil(
      () => away().length === 0,
      () => `connected: ${away().map(whereabouts)}`,
      withinMs,
    );
  }

  /** Every intent answered and every event received; what never settles is the checker's to say. */
  async settle(withinMs = 20_000): Promise<void> {
    const watches = this.clients.map(({ watch }) => watch);
    const isSettled = () => watches.every((watch) => watch.isWelcome && watch.open.size === 0);
    await waitUntil(isSettled, '', withinMs).catch(() => null);
    const heads = headsOf(this.stored().events);
    const isRead = () =>
      watches.every(({ positions }) => [...positions].every(([id, seq]) => seq >= (heads.get(id) ?? 0)));
    await waitUntil(isRead, '', withinMs).catch(() => null);
  }

  stored(): Stored {
    return readStored(this.folder);
  }

  /** Ends everything. @returns what was wrong, also in the records of `others`, and how the server stopped */
  async finish(others: ClientRecord[] = []): Promise<{ violations: Violation[]; exitCode: number | null }> {
    const records = [...this.clients.map((client) => client.finished()), ...others];
    for (const client of this.clients) client.leave();
    const { exitCode } = await this.server.stop();
    this.server.assertSabotaged();
    const violations = check(records, this.stored());
    return { violations, exitCode };
  }

  async destroy(): Promise<void> {
    this.isOver = true;
    for (const client of this.clients) client.leave();
    await this.server.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function whereabouts({ chat, watch }: RigClient): string {
  return `${watch.record.name} is ${chat.state.connection} after ${JSON.stringify(watch.record.entries.slice(-3))}`;
}

function headsOf(events: { conversationId: string; seq: number }[]): Map<string, number> {
  const heads = new Map<string, number>();
  for (const { conversationId, seq } of events) {
    heads.set(conversationId, Math.max(heads.get(conversationId) ?? 0, seq));
  }
  return heads;
}
