import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { mailContent } from '../../server/mail/mail-content.ts';
import { createMailer, type Mailer } from '../../server/mail/mailer.ts';
import { invitationMail } from '../../server/mail/mails.ts';
import { refusal, type SmtpSink, startSmtpSink } from './smtp-sink.ts';

let sink: SmtpSink;
beforeAll(async () => {
  sink = await startSmtpSink({ refuse: ['nobody'] });
});
afterAll(() => sink.stop());

const mailerTo = (url: string): Mailer =>
  createMailer(readConfig({ ENTRAIDE_MAIL_URL: url, ENTRAIDE_MAIL_FROM: 'chat@sentier.example' }));
const trial = { to: 'lea@example.com', subject: 'x', text: 'x' };

describe('the layout of mails', () => {
  test('[BULK1] a mail travels as text and as HTML that say the same, and calls itself automatic', async () => {
    const link = 'https://chat.example/join/abc';
    const content = invitationMail('fr', { siteName: 'Sentier', role: 'expert', link });
    await mailerTo(sink.url).send({
      to: 'lea@example.com',
      ...content,
      headers: { 'Auto-Submitted': 'no', 'X-Kind': 'invitation' },
      messageId: '<abc@chat.example>',
    });
    const mail = sink.mails.at(-1)!;
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.headers.get('x-kind')).toBe('invitation');
    expect(mail.messageId).toBe('<abc@chat.example>');
    expect(mail.subject).toBe(content.subject);
    for (const words of ['ne sert qu’une fois', link, 'vous pouvez l’ignorer']) {
      expect(mail.text).toContain(words);
      expect(mail.html).toContain(words);
    }
  });

  test('[BULK2] what others wrote is text in a mail, never markup; nothing is fetched from anywhere', () => {
    const { html, text } = mailContent({
      locale: 'en',
      title: '<b>Sentier</b> & "co"',
      paragraphs: ['<img src=x onerror=alert(1)>\nsecond line'],
      button: { label: '<i>', link: 'https://chat.example/?a="><script>' },
      footer: '</td>',
      unsubscribe: { label: 'Unsubscribe', link: 'https://chat.example/unsubscribe/x' },
      accent: '"><script>',
    });
    expect(html).not.toMatch(/<img|<script|<b>|<i>|<link|url\(|@import|src=x onerror=alert\(1\)>/);
    expect(html).toContain('second line');
    expect(html.match(/<\/td>/g)).toHaveLength(html.match(/<td/g)!.length);
    expect(text).toContain('<img src=x onerror=alert(1)>');
    expect(text.split('\n')).toContain('https://chat.example/unsubscribe/x');
  });

  test('[BULK3] the trial mail says how far it came', async () => {
    const none = createMailer(readConfig({}));
    expect((await none.test(trial)).result).toBe('not-configured');
    expect((await mailerTo(sink.url).test(trial)).result).toBe('sent');
    const nobody = await mailerTo(sink.url).test({ ...trial, to: 'nobody@example.com' });
    expect(nobody).toMatchObject({ result: 'recipient', permanent: true });
    expect(nobody.answer).toContain('550');
    expect(await mailerTo(`smtp://127.0.0.1:${await closedPort()}`).test(trial)).toMatchObject({
      result: 'connection',
      permanent: false,
    });
  });

  test('[BULK3] a login or a sender that the mail server refuses is told apart', async () => {
    const strict = await startSmtpSink({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ password }, _session, callback) =>
        password === 'right' ? callback(null, { user: 'x' }) : callback(refusal(535)),
      onMailFrom: (_from, _session, callback) => callback(refusal(553)),
    });
    const { port } = strict;
    expect((await mailerTo(strict.url).test(trial)).result).toBe('login');
    expect((await mailerTo(`smtp://x:wrong@127.0.0.1:${port}`).test(trial)).result).toBe('login');
    expect((await mailerTo(`smtp://x:right@127.0.0.1:${port}`).test(trial)).result).toBe('sender');
    await strict.stop();
  });

  test('[BULK3] a mail server that is full for now is no reason to give up', async () => {
    const full = await startSmtpSink({ onRcptTo: (_to, _session, callback) => callback(refusal(452)) });
    expect(await mailerTo(full.url).test(trial)).toMatchObject({ result: 'recipient', permanent: false });
    await full.stop();
  });
});

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  server.close();
  return at && typeof at === 'object' ? at.port : 0;
}
