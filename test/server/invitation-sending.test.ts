import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transaction } from '../../db/database.ts';
import { holdMailing } from '../../db/invitation-batches.ts';
import { beginSending } from '../../db/invitation-sending.ts';
import { endStopped, makeInvitations } from '../../server/jobs/make-invitations.ts';
import { resumeSending, sendDue } from '../../server/jobs/send-invitations.ts';
import { LIMITS } from '../../server/limits.ts';
import type { Page } from '../../server/protocol/back-office.ts';
import type { FunnelAnswer, InvitationBatch, InvitationRow } from '../../server/protocol/invitations.ts';
import { type Person, startTestServer, type TestServer } from './harness.ts';
import { type Bulk, bulk } from './inviting.ts';
import { refusal, type SmtpSink, startSmtpSink } from './smtp-sink.ts';

const MINUTE = 60_000;
let now = Date.now();
let sink: SmtpSink;
let answer: (address: string) => Error | null = () => null;
let server: TestServer;
let manager: Person;
let office: Bulk;
beforeAll(async () => {
  sink = await startSmtpSink({ onRcptTo: ({ address }, _session, callback) => callback(answer(address)) });
  // So slow that the job itself mails nobody: each test says when a round is.
  const mail = { ENTRAIDE_MAIL_URL: sink.url, ENTRAIDE_MAIL_FROM: 'chat@sentier.example' };
  server = await startTestServer({ clock: { now: () => now } }, { ...mail, ENTRAIDE_MAILS_PER_MINUTE: '60' });
  manager = await server.person('manager');
  office = bulk(manager);
});
afterAll(async () => {
  await server.stop();
  await sink.stop();
});

/** Confirms a list and makes its invitations. @returns the batch's id */
async function invite(list: string, messages?: { fr: string | null; en: string | null }): Promise<string> {
  const { id } = await office.read(list);
  const { batch } = (await (await office.confirm(id, 'expert', messages)).json()) as { batch: string };
  await makeInvitations(server.ctx);
  return batch;
}
const mailsTo = (email: string) =>
  sink.mails.filter(({ to }) => to && !Array.isArray(to) && to.text.includes(email));
const row = async (email: string) => (await office.list(`?q=${email}`))[0]!;
const later = (ms: number) => {
  now += ms;
};
/** Everything that is due by then, in rounds of the server's own or ours. */
async function sendUntil(wanted: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < 200 && !(await wanted()); round++) await sendDue(server.ctx, 50);
}
const isSettled = (email: string) => async () => !['queued', 'sending'].includes((await row(email)).mail);

describe('mailing invitations', () => {
  test('[BULK8] each leaves in its language, with the manager’s words, the link and one-click unsubscribing', async () => {
    await invite('e-mail;langue\nlea@example.com;fr\ntom@example.com;en\n', {
      fr: 'Bonjour Léa,\nvenez aider.',
      en: null,
    });
    later(MINUTE);
    await sendUntil(isSettled('tom@example.com'));
    await sendUntil(isSettled('lea@example.com'));
    const [lea, tom] = [mailsTo('lea@example.com')[0]!, mailsTo('tom@example.com')[0]!];
    expect(lea.subject).toBe('Sentier vous invite dans sa communauté');
    for (const body of [lea.text, lea.html]) expect(body).toContain('venez aider.');
    expect(tom.subject).toBe('Sentier invites you to its community');
    expect(tom.text).toContain('would like you to join');
    const link = /\/join\/[\w-]+$/m.exec(tom.text ?? '')?.[0];
    expect((await fetch(server.url + link)).status).toBe(200);
    expect(lea.headers.get('list')).toMatchObject({
      unsubscribe: { url: expect.stringMatching(/\/decline$/) },
    });
    expect(lea.headers.get('list-unsubscribe-post') ?? lea.headers.get('list')).toBeTruthy();
    expect((await row('lea@example.com')).mail).toBe('sent');
  });

  test('[BULK8] a small batch that comes later is not behind all of a large one', async () => {
    const large = await invite(Array.from({ length: 500 }, (_, i) => `large${i}@example.com`).join('\n'));
    later(1);
    await invite('small@example.com');
    later(2 * MINUTE);
    await sendDue(server.ctx, 30);
    expect(mailsTo('small@example.com').length + (await queuedBefore('small@example.com'))).toBeLessThan(30);
    await manager.post(`${office.at}/invitation-batches/${large}/stop`, {});
  });

  async function queuedBefore(email: string): Promise<number> {
    const { send_at } = await server.ctx.db
      .selectFrom('invitation')
      .select('send_at')
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    if (send_at === null) return 0;
    const { before } = await server.ctx.db
      .selectFrom('invitation')
      .select((eb) => eb.fn.countAll<number>().as('before'))
      .where('send_state', '=', 'queued')
      .where('send_at', '<', send_at)
      .executeTakeFirstOrThrow();
    return before;
  }

  test('[BULK10] refused for good is failed with the server’s words; refused for now is tried again', async () => {
    const tries: string[] = [];
    answer = (address) => {
      tries.push(address);
      if (address.startsWith('gone')) return refusal(550);
      return address.startsWith('full') && tries.filter((each) => each === address).length < 3
        ? refusal(452)
        : null;
    };
    await invite('gone@example.com\nfull@example.com');
    later(MINUTE);
    await sendUntil(isSettled('gone@example.com'));
    expect(await row('gone@example.com')).toMatchObject({
      mail: 'failed',
      mailError: expect.stringMatching(/550/),
    });
    await sendUntil(async () => tries.filter((each) => each.startsWith('full')).length === 1);
    for (let attempt = 2; attempt <= 3; attempt++) {
      later(LIMITS.invitation.againAfterMs * 2 ** attempt);
      await sendUntil(async () => tries.filter((each) => each.startsWith('full')).length === attempt);
    }
    await sendUntil(isSettled('full@example.com'));
    expect(await row('full@example.com')).toMatchObject({ mail: 'sent', mailError: null });
    answer = () => null;
  });

  test('[BULK10] a server that wants none of our mails makes nobody’s fail, and the screen knows why', async () => {
    const { ctx } = server;
    const { mailer } = ctx;
    const refused = Object.assign(new Error('Invalid login'), {
      code: 'EAUTH',
      response: '535 no',
      responseCode: 535,
    });
    ctx.mailer = { ...mailer, send: () => Promise.reject(refused) };
    await invite('patient@example.com');
    later(MINUTE);
    for (let round = 0; round < 12; round++) {
      await sendDue(ctx, 50);
      later(LIMITS.invitation.pauseMs);
    }
    expect(await row('patient@example.com')).toMatchObject({ mail: 'queued', mailError: '535 no' });
    const funnel = (await (await manager.get(`${office.at}/invitations/funnel`)).json()) as FunnelAnswer;
    expect(funnel.trouble).toMatchObject({ result: 'login', answer: '535 no' });
    ctx.mailer = mailer;
    // Beyond what the server's own round may have put off meanwhile.
    later(2 * LIMITS.invitation.pauseMs);
    await sendUntil(isSettled('patient@example.com'));
    expect((await row('patient@example.com')).mail).toBe('sent');
  });

  test('[BULK9] what was on its way when the process ended goes again, the same mail with the same link', async () => {
    await invite('cut@example.com');
    const { id } = await row('cut@example.com');
    await transaction(server.ctx.db, (tx) => beginSending(tx, [id], now + LIMITS.invitation.validMs));
    expect((await row('cut@example.com')).mail).toBe('sending');
    expect(await resumeSending(server.ctx)).toBe(1);
    await sendUntil(isSettled('cut@example.com'));
    const [first] = mailsTo('cut@example.com');
    await server.ctx.db
      .updateTable('invitation')
      .set({ send_state: 'sending' })
      .where('id', '=', id)
      .execute();
    await resumeSending(server.ctx);
    await sendUntil(isSettled('cut@example.com'));
    const [, second] = mailsTo('cut@example.com');
    expect(second?.messageId).toBe(first?.messageId);
    expect(second?.text).toBe(first?.text);
  });

  test('[BULK12] sent again it is another mail with the same link and a new time; copied it is another link of its own', async () => {
    await invite('again@example.com');
    later(MINUTE);
    await sendUntil(isSettled('again@example.com'));
    const { id } = await row('again@example.com');
    later(LIMITS.invitation.validMs + 1);
    expect((await row('again@example.com')).state).toBe('expired');
    expect((await manager.post(`${office.at}/invitations/${id}/send`, {})).status).toBe(202);
    await sendUntil(async () => mailsTo('again@example.com').length === 2);
    const [first, second] = mailsTo('again@example.com');
    expect(second?.messageId).not.toBe(first?.messageId);
    const link = /\S+\/join\/[\w-]+$/m.exec(first?.text ?? '')?.[0];
    expect(second?.text).toContain(link);
    await sendUntil(isSettled('again@example.com'));
    expect((await row('again@example.com')).state).toBe('waiting');
    const copy = async () =>
      ((await (await manager.post(`${office.at}/invitations/${id}/link`, {})).json()) as { link: string })
        .link;
    const shared = await copy();
    expect([await copy(), shared === link]).toEqual([shared, false]);
    for (const each of [shared, link ?? '']) {
      expect((await fetch(server.url + new URL(each).pathname)).status).toBe(200);
    }
  });

  test('[BULK5] the list of invitations shows people in the order they were given', async () => {
    const given = Array.from({ length: 250 }, (_, i) => `order${i}@example.com`);
    const batch = await invite(given.join('\n'));
    const shown: (string | null)[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const answer = await manager.get(
        `${office.at}/invitations?batch=${batch}${after && `&after=${after}`}`,
      );
      const page = (await answer.json()) as Page<InvitationRow>;
      shown.push(...page.items.map(({ email }) => email));
      after = page.next;
    }
    expect(shown).toEqual(given);
    await manager.post(`${office.at}/invitation-batches/${batch}/stop`, {});
  });

  test('[BULK12] revoked before its turn nothing leaves, and a stopped batch ends where it stands', async () => {
    const batch = await invite('revoked@example.com\nstopped@example.com');
    const revoked = await row('revoked@example.com');
    await manager.request('DELETE', `${office.at}/invitations/${revoked.id}`);
    await manager.post(`${office.at}/invitation-batches/${batch}/stop`, {});
    later(MINUTE);
    for (let round = 0; round < 3; round++) await sendDue(server.ctx, 50);
    expect([mailsTo('revoked@example.com'), mailsTo('stopped@example.com')]).toEqual([[], []]);
    await endStopped(server.ctx);
    for (const email of ['revoked@example.com', 'stopped@example.com']) {
      await sendUntil(async () => (await row(email)).state === 'revoked');
      expect((await row(email)).state).toBe('revoked');
    }
    const { items } = (await (await manager.get(`${office.at}/invitation-batches`)).json()) as {
      items: InvitationBatch[];
    };
    expect(items.find(({ id }) => id === batch)).toMatchObject({
      stoppedAt: expect.any(Number),
      funnel: { queued: 0, sent: 0, revoked: 2 },
    });
  });

  test('[BULK12] sent again by hand, an invitation of a stopped batch leaves', async () => {
    const batch = await invite('early@example.com');
    later(MINUTE);
    await sendUntil(isSettled('early@example.com'));
    await manager.post(`${office.at}/invitation-batches/${batch}/stop`, {});
    await manager.post(`${office.at}/invitations/${(await row('early@example.com')).id}/send`, {});
    await endStopped(server.ctx);
    await sendUntil(async () => mailsTo('early@example.com').length === 2);
    expect(mailsTo('early@example.com')).toHaveLength(2);
  });

  test('[BULK22] after a restore nothing leaves until a manager says so', async () => {
    const batch = await invite('before@example.com');
    const part = { batch_id: batch, position: 9, people: '[{"email":"unmade@example.com","topics":[]}]' };
    await server.ctx.db.insertInto('invitation_batch_part').values(part).execute();
    await holdMailing(server.ctx.db, now);
    later(MINUTE);
    await makeInvitations(server.ctx);
    await sendDue(server.ctx, 50);
    expect(await row('before@example.com')).toMatchObject({ mail: 'failed', state: 'waiting' });
    expect(await office.list('?q=unmade@')).toEqual([]);
    await manager.post(`${office.at}/invitation-batches/${batch}/send`, {});
    await sendUntil(isSettled('before@example.com'));
    expect(mailsTo('before@example.com')).toHaveLength(1);
  });

  test('[BULK7] confirmed twice, or in two lists at once, everybody has one invitation', async () => {
    const list = 'uno@example.com\nduo@example.com';
    const other = bulk(await server.person('manager'));
    const [mine, theirs] = [await office.read(list), await other.read(list)];
    const confirmed = await Promise.all([
      office.confirm(mine.id),
      office.confirm(mine.id),
      other.confirm(theirs.id),
    ]);
    expect(confirmed.map(({ status }) => status).sort()).toEqual([202, 202, 409]);
    await Promise.all([makeInvitations(server.ctx), makeInvitations(server.ctx)]);
    expect((await office.list('?q=uno@example.com')).length).toBe(1);
    const { items } = (await (await manager.get(`${office.at}/invitation-batches`)).json()) as {
      items: InvitationBatch[];
    };
    expect(
      items
        .slice(0, 2)
        .map(({ leftOut }) => leftOut)
        .sort(),
    ).toEqual([0, 2]);
  });
});
