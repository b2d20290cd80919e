import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { createMailer } from '../../server/mail/mailer.ts';
import { invitationMail, signInMail } from '../../server/mail/mails.ts';

/** A mail server that accepts one recipient and keeps what it was given. */
const received: string[] = [];
let smtp: Server;
let url: string;
beforeAll(async () => {
  smtp = createServer(converse).listen(0, '127.0.0.1');
  await once(smtp, 'listening');
  const at = smtp.address();
  url = `smtp://127.0.0.1:${at && typeof at === 'object' ? at.port : 0}`;
});
afterAll(() => smtp.close());

function converse(socket: Socket): void {
  let mail: string | null = null;
  const answer = (line: string) => {
    if (mail !== null) {
      mail += `${line}\n`;
      if (line !== '.') return;
      received.push(mail);
      mail = null;
      return socket.write('250 kept\r\n');
    }
    if (line === 'DATA') mail = '';
    if (line.startsWith('RCPT') && line.includes('unknown@')) return socket.write('550 nobody here\r\n');
    socket.write(line === 'DATA' ? '354 go on\r\n' : line === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n');
  };
  socket.on('data', (chunk) => {
    for (const line of chunk.toString().split('\r\n').slice(0, -1)) answer(line);
  });
  socket.write('220 ready\r\n');
}

const mailer = () =>
  createMailer(readConfig({ ENTRAIDE_MAIL_URL: url, ENTRAIDE_MAIL_FROM: 'chat@sentier.example' }));

describe('mail', () => {
  test('[MAIL1] a mail leaves with its address, subject and words', async () => {
    await mailer().send({
      to: 'lea@example.com',
      subject: 'Votre lien',
      text: 'https://chat.example/sign-in/x',
    });
    expect(received.at(-1)).toMatch(/^From: chat@sentier\.example$/m);
    expect(received.at(-1)).toMatch(/^To: lea@example\.com$/m);
    expect(received.at(-1)).toMatch(/^Subject: Votre lien$/m);
    expect(received.at(-1)).toContain('https://chat.example/sign-in/x');
  });

  test('[MAIL2] a subject with a line break adds no recipient and no header', async () => {
    await mailer().send({ to: 'lea@example.com', subject: 'Bonjour\r\nBcc: spy@example.com', text: 'x' });
    expect(received.at(-1)).not.toMatch(/^Bcc:/m);
  });

  test('[MAIL3] a mail the server refuses is an error, not a silence', async () => {
    const sent = mailer().send({ to: 'unknown@example.com', subject: 'x', text: 'x' });
    await expect(sent).rejects.toThrow(/550/);
  });

  test('[MAIL4] without a mail server nothing pretends to be sent', async () => {
    const none = createMailer(readConfig({}));
    expect(none.configured).toBe(false);
    await expect(none.send({ to: 'lea@example.com', subject: 'x', text: 'x' })).rejects.toThrow();
  });

  test.each(['fr', 'en'] as const)(
    '[MAIL5] the mails in %s carry their link, whole and alone on its line',
    (locale) => {
      const link = 'https://chat.example/join/abc';
      const lines = (text: string) => text.split('\n');
      expect(lines(invitationMail(locale, { siteName: 'Sentier', role: 'expert', link }).text)).toContain(
        link,
      );
      expect(lines(signInMail(locale, link).text)).toContain(link);
      expect(invitationMail(locale, { siteName: 'Sentier', role: 'expert', link }).subject).toContain(
        'Sentier',
      );
    },
  );

  test('[MAIL6] French mails keep their punctuation on the line', () => {
    const { text } = invitationMail('fr', {
      siteName: 'Sentier',
      role: 'expert',
      link: 'https://chat.example',
    });
    expect(text.replaceAll('https:', '')).not.toMatch(/[^\u00a0\u202f][:;?!»]/);
  });
});
