import type { Config } from '../config.ts';
import { type MailTrial, refusalOf } from './mail-refusal.ts';

export type Mail = {
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** Beside `Auto-Submitted: auto-generated`, which every mail carries (RFC 3834). */
  headers?: Record<string, string>;
  /** `<unique@host>`: the same again for a mail that may have left before, so that it can be known as the same. */
  messageId?: string;
};

/** Sends mails where a mail server is configured; elsewhere links are shown to who made them. */
export type Mailer = {
  configured: boolean;
  /** Returns once the mail server has taken the mail. @throws what `refusalOf` reads */
  send(mail: Mail): Promise<void>;
  /** Sends one mail and says what became of it. @throws nothing */
  test(mail: Mail): Promise<MailTrial>;
};

const TIMEOUT_MS = 10_000;

export function createMailer({ mail }: Config): Mailer {
  if (!mail) {
    return {
      configured: false,
      send: () => Promise.reject(new Error('no mail server is configured')),
      test: () => Promise.resolve({ result: 'not-configured', answer: null, permanent: true }),
    };
  }
  let opening: ReturnType<typeof openTransport> | null = null;
  const send = async ({ headers, ...rest }: Mail) => {
    opening ??= openTransport(mail.url);
    const transport = await opening;
    await transport.sendMail({
      from: mail.from,
      ...rest,
      headers: { ...headers, 'Auto-Submitted': 'auto-generated' },
    });
  };
  return {
    configured: true,
    send,
    async test(trial) {
      try {
        await send(trial);
        return { result: 'sent', answer: null, permanent: false };
      } catch (error) {
        return refusalOf(error);
      }
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
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}
