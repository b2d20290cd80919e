/** How far a mail came. `connection` covers the name, the port, the encryption and a server that stays silent. */
export type MailResult =
  | 'sent'
  | 'not-configured'
  | 'connection'
  | 'login'
  | 'sender'
  | 'recipient'
  | 'message';

/** `answer`: the server's own words, where it said any. `permanent`: trying the same again is of no use. */
export type MailTrial = { result: MailResult; answer: string | null; permanent: boolean };

type SmtpError = { code?: unknown; command?: unknown; response?: unknown; responseCode?: unknown };

const LONGEST_ANSWER = 300;

/**
 * What the error of a mail that was not taken means. A server that wants a login first says so only when it is
 * given a sender (530, RFC 4954); 5xx is for good, 4xx and a lost connection are for now (RFC 5321 §4.2.1).
 */
export function refusalOf(
  error: unknown,
): MailTrial & { result: Exclude<MailResult, 'sent' | 'not-configured'> } {
  const { code, command, response, responseCode } = (error ?? {}) as SmtpError;
  const status = typeof responseCode === 'number' ? responseCode : 0;
  const words = typeof response === 'string' ? response : error instanceof Error ? error.message : null;
  return {
    result: stepOf(String(code ?? ''), String(command ?? ''), status),
    answer: words?.slice(0, LONGEST_ANSWER) ?? null,
    permanent: status >= 500 || (status === 0 && code === 'EENVELOPE'),
  };
}

function stepOf(code: string, command: string, status: number) {
  if (/^E(NO)?AUTH/.test(code) || status === 530 || status === 535) return 'login';
  if (command === 'MAIL FROM') return 'sender';
  if (command === 'RCPT TO' || code === 'EENVELOPE') return 'recipient';
  if (command === 'DATA' || code === 'EMESSAGE') return 'message';
  return 'connection';
}
