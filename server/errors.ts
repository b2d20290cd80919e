/** What the server refuses, and how: a code for the program, a sentence for the person, a status. */
export class Refusal extends Error {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 503;
  readonly code: string;
  readonly retryAfterMs: number | null;

  constructor(status: Refusal['status'], code: string, message: string, retryAfterMs: number | null = null) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

/** The same answer for what does not exist and for what is not this viewer's to see. */
export const notFound = () => new Refusal(404, 'not-found', 'This does not exist, or is no longer here.');
export const forbidden = (message: string) => new Refusal(403, 'forbidden', message);
export const badRequest = (message: string) => new Refusal(400, 'bad-request', message);
export const conflict = (message: string) => new Refusal(409, 'conflict', message);
