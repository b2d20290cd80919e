import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eraseConversation } from '../../db/conversations.ts';
import { transaction } from '../../db/database.ts';
import { moderateMessage } from '../../server/actions/moderate-message.ts';
import { authenticate } from '../../server/authenticate.ts';
import { LIMITS } from '../../server/limits.ts';
import { sealAddress } from '../../server/notifications/sealed-address.ts';
import type { FollowAnswer } from '../../server/protocol/notifications.ts';
import type { Person, TestSocket } from './harness.ts';
import { answeredQuestion, HOUR, here, MINUTE, openStage, type Stage } from './notice-stage.ts';

const DAY = 24 * HOUR;
const ADDRESS = 'ines@example.com';
const SOON = LIMITS.notices.answerAfterMs;

let stage: Stage;
let asker: Person;
let asking: TestSocket;
let answering: TestSocket;
beforeEach(async () => {
  stage = await openStage();
  asker = await stage.person();
  asking = await asker.connect();
  answering = await (await stage.person()).connect();
});
afterEach(() => stage.close());

const follow = async (conversationId: string, body: object = {}, person = asker) =>
  await person.post('/api/widget/notifications/follow', {
    site: 'demo',
    conversationId,
    way: 'mail',
    email: ADDRESS,
    locale: 'fr',
    ...body,
  });

/** The link of the newest mail to an address, on this server. */
async function linkIn(address = ADDRESS, path = 'confirm'): Promise<string> {
  await expect.poll(() => stage.mailsTo(address).length, { timeout: 15_000 }).toBeGreaterThan(0);
  const text = stage.mailsTo(address).at(-1)?.text ?? '';
  return here(asker, new RegExp(`https?://\\S+/notify/${path}/\\S+`).exec(text)![0]);
}

const click = (link: string, body?: string) =>
  fetch(link, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'fr' },
    body,
  });

/** A question followed by mail, the address confirmed. */
async function followed() {
  const { conversation } = await asking.ask('Taillent-elles grand ?');
  await follow(conversation.id);
  expect((await click(await linkIn())).status).toBe(200);
  stage.sink.mails.length = 0;
  return conversation.id;
}

describe('following by mail', () => {
  test('[NOTE20] an address is used once its owner has confirmed it; opening the link confirms nothing', async () => {
    const { conversation } = await answeredQuestion(asking, answering);
    const { answer } = { answer: (await (await follow(conversation.id)).json()) as FollowAnswer };
    expect(answer).toMatchObject({ way: 'mail', confirmed: false });
    const link = await linkIn();
    await answering.write('Et aérez-les bien.', conversation.id, null);
    expect((await fetch(link)).status).toBe(200);
    await stage.pass(SOON);
    expect(stage.sink.mails).toHaveLength(1);
    expect((await click(link)).status).toBe(200);
    await stage.pass(SOON);
    expect(stage.sink.mails.at(-1)?.subject).toBe('Karim a répondu à votre question');
    expect(
      (await (await follow(conversation.id, { way: null, email: undefined })).json()) as object,
    ).toMatchObject({
      way: null,
    });
    expect((await click(link)).status).toBe(410);
  });

  test('[NOTE21] an answer is told some minutes later, with a link to it, in text and HTML', async () => {
    const id = await followed();
    const { message } = await answering.write('Prenez une taille de moins.', id, 'Karim');
    await stage.pass(SOON - 1000);
    expect(stage.sink.mails).toEqual([]);
    await stage.pass(1000);
    const [mail] = stage.mailsTo(ADDRESS);
    const link = `https://shop.test/shoes/crete#entraide=c/${id}/m/${message.id}`;
    expect(mail?.subject).toBe('Karim a répondu à votre question');
    expect(mail?.text).toContain(`Lire la réponse\u00a0:\n${link}\n`);
    expect(mail?.html).toContain(`href="${link}"`);
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
  });

  test.each([
    ['their screen says so', async (id: string, seq: number) => await read(id, seq)],
    ['they have written since', async (id: string) => await asking.write('Merci', id, null)],
  ])('[NOTE22] what they have read is not told: %s', async (_, act) => {
    const id = await followed();
    const { message } = await answering.write('Prenez une taille de moins.', id, 'Karim');
    await act(id, message.seq ?? 0);
    await stage.pass(SOON);
    expect(stage.sink.mails).toEqual([]);
  });

  const read = (conversationId: string, seq: number) =>
    asker.post('/api/widget/notifications/read', { site: 'demo', conversationId, seq });

  test('[NOTE62] an address that no longer opens is told nothing, and keeps nobody else from being told', async () => {
    const lost = await followed();
    const { id } = await stage.ctx.db
      .selectFrom('follow')
      .select('id')
      .where('conversation_id', '=', lost)
      .executeTakeFirstOrThrow();
    const sealed_email = sealAddress({ tokenSecret: 'a secret of before' }, ADDRESS, id);
    await stage.ctx.db.updateTable('follow').set({ sealed_email }).where('id', '=', id).execute();
    await answering.write('Prenez une taille de moins.', lost, 'Karim');
    await stage.pass(SOON);
    expect(stage.sink.mails).toEqual([]);
    expect(await stage.outcomes(asker)).toEqual(['no-way']);
  });

  test('[NOTE23] having read what is not there yet reads nothing to come', async () => {
    const id = await followed();
    await read(id, 1_000_000);
    await answering.write('Prenez une taille de moins.', id, 'Karim');
    await stage.pass(SOON);
    expect(stage.sink.mails).toHaveLength(1);
  });

  test('[NOTE24] a held answer is told to nobody; released, it is told', async () => {
    const id = await followed();
    const { message } = await answering.write('Quel connard, ce vendeur.', id, 'Karim');
    expect(message.state).toBe('held');
    await stage.pass(SOON);
    expect(stage.sink.mails).toEqual([]);
    await moderateMessage(stage.ctx, await moderator(), message.id, 'release', null);
    await stage.pass(SOON);
    await stage.pass(SOON);
    expect(stage.sink.mails).toHaveLength(1);
  });

  test('[NOTE25] what is hidden before it leaves is not told', async () => {
    const id = await followed();
    const { message } = await answering.write('Prenez une taille de moins.', id, 'Karim');
    await stage.pass(SOON - 1000);
    await moderateMessage(stage.ctx, await moderator(), message.id, 'hide', null);
    await stage.pass(1000);
    expect(stage.sink.mails).toEqual([]);
    expect(await stage.outcomes(asker)).toEqual(['gone']);
  });

  async function moderator() {
    const { token, address } = await stage.person('moderator');
    return await authenticate(stage.ctx, 'demo', { token }, address);
  }

  test('[NOTE26] answers that come together are one mail; who does not come back is told a few times, no more', async () => {
    const id = await followed();
    for (const text of ['Une taille de moins.', 'Pareil pour moi.']) await answering.write(text, id, 'Karim');
    await stage.pass(SOON);
    expect(stage.sink.mails.map(({ subject }) => subject)).toEqual(['2 réponses vous attendent']);
    for (let day = 0; day < 8; day += 1) {
      await answering.write(`Encore une chose, la ${day}e.`, id, null);
      await stage.pass(DAY);
    }
    expect(stage.sink.mails).toHaveLength(LIMITS.notices.unread);
  });
});

describe('an address', () => {
  const kept = () => stage.ctx.db.selectFrom('follow').selectAll().execute();
  const set = (id: string, changes: object) =>
    transaction(stage.ctx.db, (tx) =>
      tx.updateTable('conversation').set(changes).where('id', '=', id).execute(),
    );

  test.each([
    ['closed', (id: string) => set(id, { state: 'closed' })],
    ['deleted', (id: string) => set(id, { state: 'deleted' })],
    ['erased', (id: string) => transaction(stage.ctx.db, (tx) => eraseConversation(tx, id))],
    ['silent for long', () => stage.pass(LIMITS.notices.followMs + 1)],
  ])('[NOTE27] is forgotten when the conversation is %s', async (_, end) => {
    const id = await followed();
    expect(await kept()).toHaveLength(1);
    await end(id);
    await stage.pass(1000);
    expect(await kept()).toEqual([]);
  });

  test('[NOTE28] that nobody confirms is forgotten after two days', async () => {
    const { conversation } = await asking.ask('Taillent-elles grand ?');
    await follow(conversation.id);
    const link = await linkIn();
    await stage.pass(LIMITS.notices.confirmMs + 1);
    expect(await kept()).toEqual([]);
    expect((await click(link)).status).toBe(410);
  });

  test('[NOTE29] is not to be read in the database', async () => {
    await followed();
    expect(JSON.stringify(await kept())).not.toContain('ines');
    const tables = await stage.ctx.db.selectFrom('notice').selectAll().execute();
    expect(JSON.stringify(tables)).not.toContain('ines');
  });

  test('[NOTE30] is answered alike whether it is a member’s, unknown, or has had enough mails', async () => {
    const { conversation } = await asking.ask('Taillent-elles grand ?');
    const member = await stage.person('expert');
    const account = await stage.ctx.db.selectFrom('user').select('email').executeTakeFirstOrThrow();
    const others = await Promise.all([1, 2, 3, 4].map(() => stage.person()));
    const answers: string[] = [];
    for (const person of others) {
      await (await person.connect()).write('Moi aussi, je voudrais savoir.', conversation.id, 'Léo');
      answers.push(await shapeOf(await follow(conversation.id, { email: account.email }, person)));
    }
    answers.push(await shapeOf(await follow(conversation.id, { email: 'nobody@example.com' })));
    expect(new Set(answers).size).toBe(1);
    expect(member.id).not.toBe('');
    await expect.poll(() => stage.mailsTo('nobody@example.com').length, { timeout: 15_000 }).toBe(1);
    // The mailbox of the member has had its share.
    expect(stage.mailsTo(account.email)).toHaveLength(LIMITS.notices.confirmations.mailbox);
  });

  async function shapeOf(answer: Response): Promise<string> {
    const { devicePage: _, ...rest } = (await answer.json()) as FollowAnswer;
    return JSON.stringify([answer.status, rest]);
  }

  test('[NOTE31] can be given only so often by one person', async () => {
    const { conversation } = await asking.ask('Taillent-elles grand ?');
    const statuses: number[] = [];
    for (let n = 0; n <= LIMITS.notices.confirmations.person; n += 1) {
      statuses.push((await follow(conversation.id, { email: `n${n}@example.com` })).status);
    }
    expect(statuses.at(-2)).toBe(200);
    expect(statuses.at(-1)).toBe(429);
  });

  test('[NOTE32] is asked to confirm in words of ours alone: it may be anybody’s', async () => {
    await asker.connect();
    const socket = await asker.connect();
    const { conversation } = await socket.ask('MARKER question', 'MARKER');
    await follow(conversation.id);
    await linkIn();
    const [mail] = stage.mailsTo(ADDRESS);
    expect(`${mail?.subject} ${mail?.text} ${mail?.html}`).not.toContain('MARKER');
    expect(`${mail?.text} ${mail?.html}`).not.toContain('Crête');
  });

  test('[NOTE33] is taken only from who wrote here, for what they may see', async () => {
    const { conversation } = await asking.ask('Quel connard, ce vendeur.');
    const reader = await stage.person();
    const { conversation: open } = await asking.ask('Taillent-elles grand ?');
    expect((await follow(open.id, {}, reader)).status).toBe(404);
    const writer = await stage.person();
    await (await writer.connect()).ask('Et la semelle ?', 'Léo');
    expect((await follow(conversation.id, {}, writer)).status).toBe(404);
    expect((await follow('no-such-thing', {}, writer)).status).toBe(404);
    expect((await follow(open.id, { email: undefined })).status).toBe(400);
    expect((await follow(open.id, { email: 'no address' })).status).toBe(400);
    expect(stage.sink.mails).toEqual([]);
  });

  test('[NOTE34] of a member is the one they proved: none is typed, none is to be confirmed', async () => {
    const expert = await stage.person('expert');
    const { conversation } = await (await expert.connect()).ask('Taillent-elles grand ?');
    const answer = (await (
      await follow(conversation.id, { email: 'somebody-else@example.com' }, expert)
    ).json()) as FollowAnswer;
    expect(answer).toMatchObject({ way: 'mail', confirmed: true, member: true });
    await answering.write('Une taille de moins.', conversation.id, 'Karim');
    await stage.pass(SOON);
    const account = await stage.ctx.db.selectFrom('user').select('email').executeTakeFirstOrThrow();
    expect(stage.mailsTo(account.email)).toHaveLength(1);
    expect(stage.mailsTo('somebody-else@example.com')).toEqual([]);
  });
});

describe('what a message says', () => {
  test('[NOTE37] is in no mail, no push and no row of a notice, published or held', async () => {
    const expert = await stage.person('expert');
    await stage.device(expert, '/push/expert');
    const { conversation } = await asking.ask('CANARYQUESTION tient-elle ?');
    await stage.notice(expert, { conversation_id: conversation.id });
    await stage.tell();
    await follow(conversation.id);
    await click(await linkIn());
    await answering.write('CANARYANSWER oui.', conversation.id, 'Karim');
    await answering.write('CANARYHELD quel connard.', conversation.id, null);
    await stage.pass(SOON);
    const told = stage.sink.mails.map(({ text, html, subject }) => `${subject} ${text} ${html}`).join();
    expect(told).toContain('Karim a répondu à votre question');
    expect(stage.service.pushed).toHaveLength(1);
    const rows = JSON.stringify(await stage.ctx.db.selectFrom('notice').selectAll().execute());
    expect(rows).toContain('answer');
    expect(told + rows + JSON.stringify(stage.service.pushed)).not.toContain('CANARY');
  });
});

describe('on a device', () => {
  test('[NOTE35] an answer is told on the device that was subscribed from the conversation', async () => {
    const { conversation } = await asking.ask('Taillent-elles grand ?');
    await stage.device(asker, '/push/asker', conversation.id);
    const { message } = await answering.write('Une taille de moins.', conversation.id, 'Karim');
    await stage.pass(SOON + MINUTE);
    expect(stage.service.pushed.map(({ content }) => content)).toEqual([
      {
        title: 'Karim a répondu à votre question',
        body: 'C’était sur la page «\u00a0Crête GTX\u00a0».',
        url: `https://shop.test/shoes/crete#entraide=c/${conversation.id}/m/${message.id}`,
        tag: `demo ${conversation.id}`,
      },
    ]);
  });
});
