import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { transaction } from '../../db/database.ts';
import { saveExpertProfile } from '../../db/expert-profiles.ts';
import { updatePerson } from '../../db/people.ts';
import { putClaim } from '../../db/question-claims.ts';
import { moderateMessage } from '../../server/actions/moderate-message.ts';
import { authenticate } from '../../server/authenticate.ts';
import { LIMITS } from '../../server/limits.ts';
import { addSite, type Person } from './harness.ts';
import { HOUR, MINUTE, openStage, type Stage } from './notice-stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

/** An expert who is not connected, and a question of somebody else that waits. */
async function waitingQuestion(text = 'Taillent-elles grand ?') {
  const asker = await stage.person();
  const socket = await asker.connect();
  const { conversation, message } = await socket.ask(text);
  const expert = await stage.person('expert');
  return { asker, socket, expert, conversation, message };
}

async function profile(person: Person, changes: Parameters<typeof saveExpertProfile>[3]) {
  await transaction(stage.ctx.db, (tx) => saveExpertProfile(tx, 'demo', person.id, changes));
}

async function emailOf(person: Person): Promise<string> {
  const { address } = (await (await person.get('/api/widget/notifications?site=demo')).json()) as {
    address: string;
  };
  return address;
}

describe('telling a member', () => {
  test('[NOTE1] a device is told by a message signed for its push service and encrypted for it alone', async () => {
    const { expert, conversation } = await waitingQuestion();
    await stage.device(expert, '/push/expert');
    await stage.notice(expert, { conversation_id: conversation.id });
    await stage.tell();
    expect(stage.service.pushed).toHaveLength(1);
    const { content, claims, publicKey, headers } = stage.service.pushed[0]!;
    expect(publicKey).toBe(stage.ctx.push.publicKey);
    expect(claims.aud).toBe(stage.service.origin);
    expect(claims.sub).toBe('mailto:chat@sentier.test');
    expect(headers.ttl).toBe('86400');
    expect(content).toEqual({
      title: 'Une question attend une réponse\u00a0: Crête GTX',
      body: 'Inès l’a posée il y a 1 min. Personne n’y a encore répondu.',
      url: `https://shop.test/shoes/crete#entraide=c/${conversation.id}`,
      tag: 'demo waiting-question',
    });
    expect(await stage.outcomes(expert)).toEqual(['pushed']);
    expect(stage.sink.mails).toEqual([]);
  });

  test.each([
    ['fr', 'Une question attend une réponse\u00a0: Crête GTX', 'Répondre', 'Ne plus recevoir ces messages'],
    ['en', 'A question is waiting for an answer: Crête GTX', 'Answer', 'No longer receive these messages'],
  ] as const)(
    '[NOTE2] without a device it is a mail, text and HTML, in the site’s language (%s)',
    async (locale, subject, button, stop) => {
      await transaction(stage.ctx.db, (tx) => tx.updateTable('site').set({ locale }).execute());
      const { expert, conversation } = await waitingQuestion();
      await stage.notice(expert, { conversation_id: conversation.id });
      await stage.tell();
      const [mail] = stage.mailsTo(await emailOf(expert));
      const link = `https://shop.test/shoes/crete#entraide=c/${conversation.id}`;
      expect(mail?.subject).toBe(subject);
      expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
      expect(mail?.text).toContain(`${button}${locale === 'fr' ? '\u00a0:' : ':'}\n${link}\n`);
      expect(mail?.html).toContain(`href="${link}"`);
      expect(mail?.html).toContain(stop);
      const headers = new Map(mail?.headerLines.map(({ key, line }) => [key, line.replace(/\r\n\s+/g, ' ')]));
      const unsubscribe = /<(http.+)>$/.exec(headers.get('list-unsubscribe') ?? '')?.[1];
      expect(mail?.text).toContain(unsubscribe);
      expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    },
  );

  test('[NOTE3] what many questions bring is told together, and not again for a while', async () => {
    const { expert, socket, conversation } = await waitingQuestion();
    const { conversation: second } = await socket.ask('Et la semelle ?');
    for (const { id } of [conversation, second]) await stage.notice(expert, { conversation_id: id });
    await stage.tell();
    expect(stage.sink.mails.map(({ subject }) => subject)).toEqual(['2 questions attendent une réponse']);
    const { conversation: third } = await socket.ask('Et les lacets ?');
    await stage.notice(expert, { conversation_id: third.id });
    await stage.tell();
    expect(stage.sink.mails).toHaveLength(1);
    await stage.pass(LIMITS.notices.betweenMailsMs);
    expect(stage.sink.mails).toHaveLength(2);
  });
});

describe('not telling', () => {
  const moderator = async () => {
    const person = await stage.person('moderator');
    return await authenticate(stage.ctx, 'demo', { token: person.token }, person.address);
  };
  const cases: [string, (about: Awaited<ReturnType<typeof waitingQuestion>>) => Promise<unknown>, string][] =
    [
      ['answered', ({ socket, conversation }) => answer(socket, conversation.id), 'answered'],
      [
        'hidden',
        async ({ message }) => moderateMessage(stage.ctx, await moderator(), message.id, 'hide', null),
        'answered',
      ],
      [
        'deleted',
        ({ conversation }) => setConversation(conversation.id, { state: 'deleted', deleted_at: 1 }),
        'gone',
      ],
      ['closed', ({ conversation }) => setConversation(conversation.id, { state: 'closed' }), 'answered'],
      ['of a member who is one no longer', ({ expert }) => setRole(expert, 'visitor'), 'no-member'],
      ['of somebody banned', ({ expert }) => ban(expert), 'shut-out'],
      ['of somebody blocked', ({ expert }) => block(expert), 'shut-out'],
      ['of who is away', ({ expert }) => profile(expert, { available: 0 }), 'unavailable'],
      ['of who wants no mail', ({ expert }) => profile(expert, { mail: 'none' }), 'no-way'],
    ];

  test.each(cases)(
    '[NOTE4] a question is not told when it is %s by the time it would leave',
    async (_, change, outcome) => {
      const about = await waitingQuestion();
      await stage.notice(about.expert, { conversation_id: about.conversation.id });
      await change(about);
      await stage.tell();
      expect(stage.sink.mails).toEqual([]);
      expect(await stage.outcomes(about.expert)).toEqual([outcome]);
    },
  );

  test('[NOTE5] in quiet hours nothing is told; at their end what still waits is', async () => {
    const { expert, conversation } = await waitingQuestion();
    // It is noon in Paris, 20:00 in Tokyo.
    await profile(expert, { quiet_from: 19 * 60, quiet_to: 7 * 60, time_zone: 'Asia/Tokyo' });
    await stage.notice(expert, { conversation_id: conversation.id });
    await stage.tell();
    await stage.pass(11 * HOUR - MINUTE);
    expect(stage.sink.mails).toEqual([]);
    await stage.pass(MINUTE);
    expect(stage.sink.mails).toHaveLength(1);
  });

  test('[NOTE6] a digest is one mail a day, at nine where its reader lives', async () => {
    const { expert, conversation, socket } = await waitingQuestion();
    await profile(expert, { mail: 'digest', time_zone: 'Europe/Paris' });
    await stage.notice(expert, { conversation_id: conversation.id });
    await stage.pass(6 * HOUR);
    const { conversation: second } = await socket.ask('Et la semelle ?');
    await stage.notice(expert, { conversation_id: second.id });
    await stage.pass(15 * HOUR - MINUTE);
    expect(stage.sink.mails).toEqual([]);
    await stage.pass(MINUTE);
    expect(stage.sink.mails.map(({ subject }) => subject)).toEqual(['2 questions attendent une réponse']);
  });

  test('[NOTE7] a question somebody writes an answer to is told once they have given up', async () => {
    const { expert, conversation } = await waitingQuestion();
    const other = await stage.person('expert');
    const claim = { conversation_id: conversation.id, site_id: 'demo', person_id: other.id };
    await transaction(stage.ctx.db, (tx) =>
      putClaim(tx, { ...claim, taken_at: stage.now(), until: stage.now() + 5 * MINUTE }),
    );
    await stage.notice(expert, { conversation_id: conversation.id });
    await stage.pass(4 * MINUTE);
    expect(stage.sink.mails).toEqual([]);
    await stage.pass(MINUTE);
    expect(stage.sink.mails).toHaveLength(1);
  });

  test('[NOTE8] whoever is connected has half a minute to see it there first', async () => {
    const { expert, conversation } = await waitingQuestion();
    await expert.connect();
    await stage.notice(expert, { conversation_id: conversation.id });
    await stage.tell();
    expect(stage.sink.mails).toEqual([]);
    await stage.pass(LIMITS.notices.connectedMs);
    expect(stage.sink.mails).toHaveLength(1);
  });

  test('[NOTE9] an address that was only typed is not written to', async () => {
    const { expert, conversation } = await waitingQuestion();
    await transaction(stage.ctx.db, (tx) => tx.updateTable('user').set({ emailVerified: 0 }).execute());
    await stage.notice(expert, { conversation_id: conversation.id });
    await stage.tell();
    expect(stage.sink.mails).toEqual([]);
    expect(await stage.outcomes(expert)).toEqual(['no-way']);
  });

  test('[NOTE10] another site’s question is told to nobody here', async () => {
    const { conversation } = await waitingQuestion();
    await addSite(stage.ctx, 'other');
    const stranger = await stage.person('expert', 'other');
    await stage.notice(stranger, { conversation_id: conversation.id });
    await stage.tell();
    expect(stage.sink.mails).toEqual([]);
    expect(await stage.outcomes(stranger)).toEqual(['gone']);
  });

  async function answer(socket: Awaited<ReturnType<Person['connect']>>, id: string) {
    void socket;
    const other = await (await stage.person()).connect();
    return await other.write('Oui, prenez une taille de moins.', id, 'Karim');
  }
  const setConversation = (id: string, changes: object) =>
    transaction(stage.ctx.db, (tx) =>
      tx.updateTable('conversation').set(changes).where('id', '=', id).execute(),
    );
  const setRole = (person: Person, role: 'visitor') =>
    transaction(stage.ctx.db, (tx) => updatePerson(tx, person.id, { role }));
  const ban = (person: Person) =>
    transaction(stage.ctx.db, (tx) =>
      tx
        .insertInto('ban')
        .values({
          id: 'ban',
          site_id: 'demo',
          person_id: person.id,
          reason: 'x',
          created_by: null,
          created_at: 0,
          expires_at: null,
          lifted_at: null,
        })
        .execute(),
    );
  const block = (person: Person) =>
    transaction(stage.ctx.db, (tx) =>
      tx
        .insertInto('address_block')
        .values({
          id: 'block',
          site_id: 'demo',
          range: `${person.address}/32`,
          reason: 'x',
          created_by: null,
          created_at: 0,
          expires_at: null,
          lifted_at: null,
        })
        .execute(),
    );
});

describe('a message that reports hid', () => {
  /** Written by an expert, and hidden by what two others say of it. */
  async function hiddenMessage(author: Person, text = 'Un avis discutable') {
    const { conversation } = await (await (await stage.person()).connect()).ask('Une question');
    const { message } = await (await author.connect()).write(text, conversation.id, null);
    await hide(message.id);
    return { conversation, message };
  }
  async function hide(id: string): Promise<void> {
    for (const role of ['expert', 'expert'] as const)
      await (await stage.person(role)).post(`/api/widget/messages/${id}/report`, {
        site: 'demo',
        reason: 'insult',
      });
    const { db } = stage.ctx;
    const row = await db.selectFrom('message').select('state').where('id', '=', id).executeTakeFirst();
    expect(row?.state).toBe('hidden');
  }

  test('[NOTE72] is told to its author by the way they chose, with no word of it', async () => {
    const [pushed, mailed] = [await stage.person('expert'), await stage.person('expert')];
    await stage.device(pushed, '/push/author');
    const { conversation, message } = await hiddenMessage(pushed);
    await hiddenMessage(mailed, 'Un autre avis discutable');
    await stage.pass(LIMITS.notices.answerAfterMs - 1);
    expect([stage.service.pushed, stage.sink.mails]).toEqual([[], []]);
    await stage.pass(1);
    expect(stage.service.pushed.map(({ content }) => content)).toEqual([
      expect.objectContaining({
        title: 'Votre message a été masqué',
        url: expect.stringContaining(`#entraide=c/${conversation.id}/m/${message.id}`),
      }),
    ]);
    const mails = stage.mailsTo(await emailOf(mailed));
    expect(mails.map(({ subject }) => subject)).toEqual(['Votre message a été masqué']);
    expect(JSON.stringify([stage.service.pushed, mails])).not.toContain('discutable');
  });

  test('[NOTE73] is not told to who wants none, nor once it is seen again', async () => {
    const [silent, lucky] = [await stage.person('expert'), await stage.person('expert')];
    await profile(silent, { mail: 'none' });
    await hiddenMessage(silent);
    const { message } = await hiddenMessage(lucky);
    const manager = await stage.person('manager');
    const actor = await authenticate(stage.ctx, 'demo', { token: manager.token }, manager.address);
    await moderateMessage(stage.ctx, actor, message.id, 'restore', null);
    await stage.pass(LIMITS.notices.answerAfterMs);
    expect(await stage.outcomes(silent)).toEqual(['no-way']);
    expect(await stage.outcomes(lucky)).toEqual(['closed']);
    expect(stage.sink.mails).toEqual([]);
  });
});
