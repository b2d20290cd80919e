import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memoryOf } from '../../db/memory.ts';
import { makeInvitations } from '../../server/jobs/make-invitations.ts';
import { retain } from '../../server/jobs/retention.ts';
import { LIMITS } from '../../server/limits.ts';
import type { AuditLogEntry, Page } from '../../server/protocol/back-office.ts';
import type { FunnelAnswer, NewInvitationAnswer } from '../../server/protocol/invitations.ts';
import { askedQueries } from './asked-queries.ts';
import { addSite, type Person, startTestServer, type TestServer } from './harness.ts';
import { type Bulk, bulk } from './inviting.ts';

let now = Date.now();
let server: TestServer;
let manager: Person;
let office: Bulk;
let own: string;
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } });
  own = server.ctx.config.publicUrl;
  manager = await server.person('manager');
  office = bulk(manager);
});
afterAll(() => server.stop());

let address = 0;
const visit = (path: string, form?: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(server.url + path, {
    redirect: 'manual',
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    headers: { origin: own, 'x-forwarded-for': `198.51.100.${++address % 250}`, ...headers },
  });

async function invite(email: string | null = null): Promise<{ id: string; path: string }> {
  const answer = await manager.post(`${office.at}/invitations`, { role: 'expert', email, name: null });
  const { invitation, link } = (await answer.json()) as NewInvitationAnswer;
  return { id: invitation.id, path: new URL(link).pathname };
}
const joining = (name: string) => ({ name, email: `${name.toLowerCase()}@example.com` });

describe('the doors of invitations', () => {
  test('[BULK14] whatever is wrong with a link, the answer is the same bytes, after the same statements', async () => {
    const [used, revoked, declined, expired] = [
      await invite(),
      await invite(),
      await invite(),
      await invite(),
    ];
    expect((await visit(used.path, joining('Usée'.replace('é', 'e')))).status).toBe(200);
    await manager.request('DELETE', `${office.at}/invitations/${revoked.id}`);
    await visit(`${declined.path}/decline`, {});
    await server.ctx.db
      .updateTable('invitation')
      .set({ expires_at: now })
      .where('id', '=', expired.id)
      .execute();
    const paths = [
      '/join/unknown',
      `/join/${'x'.repeat(43)}`,
      ...[used, revoked, declined, expired].map(({ path }) => path),
    ];
    for (const form of [undefined, joining('Intrus')]) {
      const seen = new Set<string>();
      for (const path of paths) {
        const statements = countStatements();
        const answer = await visit(path, form);
        const headers = [...answer.headers].filter(([name]) => !['date', 'x-request-id'].includes(name));
        seen.add(JSON.stringify([answer.status, headers, await answer.text(), statements()]));
      }
      expect([...seen]).toHaveLength(1);
      expect(JSON.parse([...seen][0]!).at(-1)).toBe(1);
    }
  });

  /** How often the database is asked for what a link leads to. */
  function countStatements(): () => number {
    memoryOf(server.ctx.db).changed(['site']);
    const queries = askedQueries(server.ctx.db);
    return () => {
      const asked = queries.all().filter(({ sql }) => /"(invitation|site|person|user)"/.test(sql));
      queries.stop();
      return asked.filter(({ sql }) => !sql.includes('batch')).length;
    };
  }

  test('[BULK15] what another site has does not exist, and below a manager nobody sees any', async () => {
    await addSite(server.ctx, 'other');
    const stranger = await server.person('manager', 'other');
    const theirs = bulk(stranger);
    const { id } = await invite('secret@example.com');
    const preview = await office.read('ours@example.com');
    const { batch } = (await (await office.confirm(preview.id)).json()) as { batch: string };
    const doors: [string, string, unknown?][] = [
      ['POST', `invitations/${id}/send`, {}],
      ['POST', `invitations/${id}/link`, {}],
      ['DELETE', `invitations/${id}`],
      ['GET', `invitation-previews/${preview.id}`],
      ['GET', `invitation-previews/${preview.id}/people`],
      ['GET', `invitation-previews/${preview.id}/wrong.csv`],
      ['PUT', `invitation-previews/${preview.id}/people/0`, { email: 'x@example.com' }],
      [
        'POST',
        `invitation-previews/${preview.id}/confirm`,
        { role: 'manager', messages: { fr: null, en: null } },
      ],
      ['DELETE', `invitation-previews/${preview.id}`],
      ['POST', `invitation-batches/${batch}/stop`, {}],
      ['POST', `invitation-batches/${batch}/send`, {}],
      ['GET', `invitation-batches/${batch}/links.csv`],
    ];
    for (const [method, path, body] of doors) {
      const other = await stranger.request(method, `${theirs.at}/${path}`, body);
      const nothing = path.replace(/[0-9a-f-]{36}/, crypto.randomUUID());
      const absent = await stranger.request(method, `${theirs.at}/${nothing}`, body);
      expect([path, other.status]).toEqual([path, absent.status]);
      expect(other.status).toBeGreaterThanOrEqual(404);
      const said = async (answer: Response) =>
        ((await answer.json()) as { error: { message: string } }).error.message;
      expect(await said(other)).toBe(await said(absent));
    }
    expect(await theirs.list('?q=secret')).toEqual([]);
    expect(await theirs.list(`?batch=${batch}`)).toEqual([]);
    const funnel = (await (
      await stranger.get(`${theirs.at}/invitations/funnel?batch=${batch}`)
    ).json()) as FunnelAnswer;
    expect(funnel.funnel.invited).toBe(0);
    for (const role of ['moderator', 'expert', 'visitor'] as const) {
      const person = await server.person(role);
      const lists: typeof doors = [
        ['GET', 'invitations'],
        ['GET', 'invitations/funnel'],
        ['GET', 'invitation-batches'],
        ['POST', 'mail-trial', { to: 'x@example.com' }],
      ];
      for (const [method, path, body] of [...doors, ...lists]) {
        const { status } = await person.request(method, `${office.at}/${path}`, body);
        expect([role, path, [401, 403, 404].includes(status)]).toEqual([role, path, true]);
      }
      expect([401, 403, 404]).toContain((await bulk(person).upload('x@example.com')).status);
    }
  });

  test('[BULK17] one click declines for good, whether or not the link is known', async () => {
    const { path } = await invite('tired@example.com');
    expect((await visit(`${path}/decline`)).status).toBe(200);
    expect((await visit(path)).status).toBe(200);
    // As a mail program does it: from nowhere.
    const clicked = await visit(`${path}/decline`, { 'List-Unsubscribe': 'One-Click' }, { origin: '' });
    const unknown = await visit('/join/unknown/decline', { 'List-Unsubscribe': 'One-Click' }, { origin: '' });
    expect([clicked.status, await clicked.text()]).toEqual([unknown.status, await unknown.text()]);
    expect((await visit(path)).status).toBe(410);
    const preview = await office.read('tired@example.com');
    expect(preview).toMatchObject({ good: 0, wrong: { declined: 1 } });
    expect((await office.list('?q=tired'))[0]?.state).toBe('declined');
  });

  test('[BULK13] without a mail server nothing is sent: links to copy and to download', async () => {
    const preview = await office.read('e-mail;nom\nquiet@example.com;=HYPERLINK()\n');
    const { batch } = (await (await office.confirm(preview.id)).json()) as { batch: string };
    await makeInvitations(server.ctx);
    const [row] = await office.list('?q=quiet');
    expect(row).toMatchObject({ mail: 'no-mail', sentAt: null, state: 'waiting' });
    expect((await manager.post(`${office.at}/invitations/${row?.id}/send`, {})).status).toBe(409);
    expect((await manager.post(`${office.at}/invitation-batches/${batch}/send`, {})).status).toBe(409);
    const file = await (await manager.get(`${office.at}/invitation-batches/${batch}/links.csv`)).text();
    expect(file).toContain("quiet@example.com,'=HYPERLINK()");
    const link = /https?:\S+\/join\/[\w-]+/.exec(file)?.[0] ?? '';
    expect((await visit(new URL(link).pathname)).status).toBe(200);
    const shared = await (await manager.post(`${office.at}/invitations/${row?.id}/link`, {})).json();
    expect(shared).toEqual({ link });
    const trial = await manager.post(`${office.at}/mail-trial`, { to: 'me@example.com' });
    expect(await trial.json()).toEqual({ result: 'not-configured', answer: null });
  });

  test('[BULK11] an invitation shows how far it came, and so does the funnel', async () => {
    const preview = await office.read('path@example.com\nidle@example.com');
    const { batch } = (await (await office.confirm(preview.id)).json()) as { batch: string };
    await makeInvitations(server.ctx);
    const row = async () => (await office.list(`?q=path@&batch=${batch}`))[0]!;
    const { link } = (await (
      await manager.post(`${office.at}/invitations/${(await row()).id}/link`, {})
    ).json()) as {
      link: string;
    };
    const { pathname } = new URL(link);
    await visit(pathname, undefined, { 'sec-purpose': 'prefetch' });
    await fetch(server.url + pathname, { method: 'HEAD' });
    expect((await row()).openedAt).toBeNull();
    now += 1000;
    await visit(pathname);
    const opened = (await row()).openedAt;
    expect(opened).toBe(now);
    now += 1000;
    await visit(pathname);
    expect((await row()).openedAt).toBe(opened);
    const joined = await visit(pathname, { name: 'Pathé'.replace('é', 'e'), email: 'path@example.com' });
    expect(joined.status).toBe(200);
    expect(await row()).toMatchObject({ usedAt: now, state: 'used', firstAnswerAt: null });
    const { used_by } = await server.ctx.db
      .selectFrom('invitation')
      .select('used_by')
      .where('email', '=', 'path@example.com')
      .executeTakeFirstOrThrow();
    const asker = await (await server.person('visitor')).connect();
    const { conversation } = await asker.ask('Taille ?');
    const answerer = await (await server.person('expert')).connect();
    await answerer.write('Une taille au-dessus', conversation.id, null);
    await server.ctx.db
      .updateTable('message')
      .set({ author_id: used_by ?? '' })
      .where('body', '=', 'Une taille au-dessus')
      .execute();
    expect((await row()).firstAnswerAt).toBe(now);
    const answer = await manager.get(`${office.at}/invitations/funnel?batch=${batch}`);
    expect(((await answer.json()) as FunnelAnswer).funnel).toEqual({
      invited: 2,
      sent: 0,
      opened: 1,
      joined: 1,
      answered: 1,
      queued: 0,
      failed: 0,
      unsent: 1,
      revoked: 0,
    });
    const states = async (state: string) =>
      (await office.list(`?batch=${batch}&state=${state}`)).map(({ email }) => email);
    expect(await states('joined')).toEqual(['path@example.com']);
    expect(await states('unsent')).toEqual(['idle@example.com']);
    expect([await states('opened'), await states('over')]).toEqual([[], []]);
  });

  test('[BULK23] the topics and the language of a list are there when the person joins', async () => {
    const preview = await office.read('e-mail;langue;sujets\nknows@example.com;en;tents,bags');
    await office.confirm(preview.id);
    await makeInvitations(server.ctx);
    const [row] = await office.list('?q=knows@');
    const shared = await manager.post(`${office.at}/invitations/${row?.id}/link`, {});
    const { link } = (await shared.json()) as { link: string };
    await visit(new URL(link).pathname, { name: 'Knows', email: 'knows@example.com' });
    const profile = await server.ctx.db
      .selectFrom('expert_profile')
      .innerJoin('invitation', 'invitation.used_by', 'expert_profile.person_id')
      .select(['expert_profile.topics', 'languages'])
      .where('email', '=', 'knows@example.com')
      .executeTakeFirst();
    expect(profile).toEqual({ topics: '["tents","bags"]', languages: '["en"]' });
  });

  test('[BULK18] the address of somebody who never came is forgotten in time, a member’s is not', async () => {
    const { id } = await invite('forget@example.com');
    now += LIMITS.invitation.validMs + LIMITS.invitation.forgottenMs - 1;
    await retain(server.ctx);
    const stored = () =>
      server.ctx.db
        .selectFrom('invitation')
        .select(['email', 'name'])
        .where('id', '=', id)
        .executeTakeFirst();
    expect((await stored())?.email).toBe('forget@example.com');
    now += 1;
    await retain(server.ctx);
    expect(await stored()).toEqual({ email: null, name: null });
    const kept = await server.ctx.db
      .selectFrom('invitation')
      .select('email')
      .where('email', 'is not', null)
      .execute();
    expect(kept.map(({ email }) => email).sort()).toEqual([
      'knows@example.com',
      'path@example.com',
      'tired@example.com',
    ]);
  });

  test('[AUDIT2] the log names an invitation; its address is read where it is kept, and forgotten with it', async () => {
    manager = await server.person('manager');
    const { id } = await invite('logged@example.com');
    await manager.post(`${office.at}/invitations/${id}/link`, {});
    await manager.request('DELETE', `${office.at}/invitations/${id}`);
    const targets = async () => {
      const answer = await manager.get(`${office.at}/audit-log?act=invitation.`);
      const { items } = (await answer.json()) as Page<AuditLogEntry>;
      return items.filter(({ targetId }) => targetId === id).map(({ act, target }) => [act, target]);
    };
    expect(await targets()).toEqual([
      ['invitation.revoked', 'logged@example.com'],
      ['invitation.link-shown', 'logged@example.com'],
      ['invitation.created', 'logged@example.com'],
    ]);
    const stored = await server.ctx.db.selectFrom('audit_log').select('details').execute();
    expect(JSON.stringify(stored)).not.toContain('@');
    now += LIMITS.invitation.forgottenMs + 1;
    await retain(server.ctx);
    manager = await server.person('manager');
    expect((await targets()).map(([, target]) => target)).toEqual(['', '', '']);
  });
});
