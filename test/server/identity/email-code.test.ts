import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TokenAnswer } from '../../../server/protocol/widget.ts';
import { type Person, startTestServer, type TestServer } from '../harness.ts';

let server: TestServer;
let manager: Person;
let smtp: SMTPServer;
const mails: { to: string; subject: string; text: string }[] = [];
beforeAll(async () => {
  smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, session, done) => {
      void simpleParser(stream).then(({ subject = '', text = '' }) => {
        mails.push({ to: session.envelope.rcptTo[0]?.address ?? '', subject, text });
        done();
      });
    },
  });
  const listening = smtp.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  const settings = {
    ENTRAIDE_MAIL_URL: `smtp://127.0.0.1:${port}`,
    ENTRAIDE_MAIL_FROM: 'chat@sentier.example',
  };
  server = await startTestServer({}, settings);
  manager = await server.person('manager');
});
afterAll(async () => {
  await server.stop();
  smtp.close();
});

async function asked(): Promise<{ person: Person; id: string }> {
  const person = await server.person();
  await (await person.connect()).ask('Une question', 'Malik');
  const answer = await manager.post('/api/back-office/demo/promotions', {
    personId: person.id,
    role: 'expert',
  });
  return { person, id: ((await answer.json()) as { id: string }).id };
}

const accept = (person: Person, id: string, email: string, code: string | null) =>
  person.post(`/api/widget/promotions/${id}/accept`, {
    site: 'demo',
    name: 'Malik',
    email,
    code,
    rules: null,
  });
const codeIn = (mail: (typeof mails)[number] | undefined) => /^\d{6}$/m.exec(mail?.text ?? '')?.[0] ?? '';

describe('where mail can be sent', () => {
  test('[IDENT27] an address is proven by a code: five tries, its own offer, the address it went to', async () => {
    const { person, id } = await asked();
    expect(await (await accept(person, id, 'malik@example.com', null)).json()).toEqual({
      state: 'code-sent',
    });
    expect(mails.at(-1)).toMatchObject({ to: 'malik@example.com' });
    const first = codeIn(mails.at(-1));
    const wrong = first === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 5; tries++) {
      expect((await accept(person, id, 'malik@example.com', wrong)).status).toBe(422);
    }
    expect((await accept(person, id, 'malik@example.com', first)).status).toBe(422);
    await accept(person, id, 'malik@example.com', null);
    const second = codeIn(mails.at(-1));
    const other = await asked();
    expect((await accept(other.person, other.id, 'malik@example.com', second)).status).toBe(422);
    // What is typed beside the code counts for nothing.
    const answer = await accept(person, id, 'boss@example.com', second);
    const { code } = (await answer.json()) as { code: string };
    const exchanged = await person.post('/api/widget/exchange', { site: 'demo', code });
    expect(((await exchanged.json()) as TokenAnswer).me).toMatchObject({ id: person.id, role: 'expert' });
    const account = await server.ctx.db
      .selectFrom('user')
      .select(['email', 'emailVerified'])
      .where('name', '=', 'Malik')
      .execute();
    expect(account).toEqual([{ email: 'malik@example.com', emailVerified: 1 }]);
  });

  test('[IDENT30] a proven address of a member brings the visitor’s conversations to that member', async () => {
    const { person: member, id } = await asked();
    await accept(member, id, 'zoe@example.com', null);
    await accept(member, id, 'zoe@example.com', codeIn(mails.at(-1)));
    const again = await asked();
    const before = await server.ctx.db
      .selectFrom('person')
      .select('published')
      .where('id', '=', member.id)
      .executeTakeFirst();
    await accept(again.person, again.id, 'zoe@example.com', null);
    const answer = await accept(again.person, again.id, 'zoe@example.com', codeIn(mails.at(-1)));
    const { code } = (await answer.json()) as { code: string };
    const exchanged = await again.person.post('/api/widget/exchange', { site: 'demo', code });
    expect(((await exchanged.json()) as TokenAnswer).me).toMatchObject({ id: member.id });
    const after = await server.ctx.db
      .selectFrom('person')
      .select('published')
      .where('id', '=', member.id)
      .executeTakeFirst();
    expect(after?.published).toBe((before?.published ?? 0) + 1);
  });
});
