import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export type SmtpSink = { url: string; port: number; mails: ParsedMail[]; stop(): Promise<void> };

type SinkOptions = SMTPServerOptions & {
  /** Local parts answered with 550. */
  refuse?: string[];
  /** Once a mail is kept, before the server says so. */
  kept?: (count: number) => Promise<void> | void;
};

/** A mail server on the loopback that parses and keeps what it takes. */
export async function startSmtpSink(options: SinkOptions = {}): Promise<SmtpSink> {
  const { refuse = [], kept, ...rest } = options;
  const mails: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, callback) {
      callback(refuse.some((name) => address.startsWith(`${name}@`)) ? refusal(550) : null);
    },
    onData(stream, _session, callback) {
      const keep = async () => {
        mails.push(await simpleParser(stream));
        await kept?.(mails.length);
      };
      keep().then(() => callback(), callback);
    },
    ...rest,
  });
  server.on('error', () => {}); // A client killed in the middle of a mail is what some tests are about.
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    mails,
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  };
}

/** An error that the server answers with this code. */
export const refusal = (responseCode: number): Error =>
  Object.assign(new Error('refused by the test'), { responseCode });
