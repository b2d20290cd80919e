import type { Config } from './config.ts';

export type Mail = { to: string; subject: string; text: string };

/** Sends mails where a mail server is configured; elsewhere links are shown to who made them. */
export type Mailer = { configured: boolean; send(mail: Mail): Promise<void> };

const TIMEOUT_MS = 10_000;

export function createMailer({ mail }: Config): Mailer {
  if (!mail) {
    return { configured: false, send: () => Promise.reject(new Error('no mail server is configured')) };
  }
  let opening: ReturnType<typeof openTransport> | null = null;
  return {
    configured: true,
    async send({ to, subject, text }) {
      const headers = { 'Auto-Submitted': 'auto-generated' };
      opening ??= openTransport(mail.url);
      const transport = await opening;
      await transport.sendMail({ from: mail.from, to, subject, text, headers });
    },
  };
}

/** Loaded with the first mail: the start waits for nothing that most servers never use. */
async function openTransport(url: string) {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
}
