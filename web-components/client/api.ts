import type {
  ConversationScope,
  ConversationsAnswer,
  ErrorBody,
  TokenAnswer,
  WaitingAnswer,
  WaitingBody,
} from '../../server/protocol/widget.ts';

/** What could not be done: a sentence for people, a code for the program; status 0 when nobody answered. */
export class ChatError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status: number) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** The widget's HTTP routes of one site. Every method throws ChatError. */
export class Api {
  readonly #server: string;
  readonly #site: string;
  readonly #fetch: Fetch;

  constructor(server: string, site: string, fetch: Fetch) {
    this.#server = server.replace(/\/$/, '');
    this.#site = site;
    this.#fetch = fetch;
  }

  newToken(): Promise<TokenAnswer> {
    return this.#post('/api/widget/token', {}, null);
  }

  exchange(code: string): Promise<TokenAnswer> {
    return this.#post('/api/widget/exchange', { code }, null);
  }

  conversations(
    token: string,
    query: { scope: ConversationScope; url: string; before: string | null },
  ): Promise<ConversationsAnswer> {
    const { scope, url, before } = query;
    const search = new URLSearchParams({ site: this.#site, scope, url, ...(before ? { before } : {}) });
    return this.#ask(`/api/widget/conversations?${search}`, { headers: bearer(token) });
  }

  waiting(token: string, conversations: WaitingBody['conversations']): Promise<WaitingAnswer> {
    return this.#post('/api/widget/waiting', { conversations }, token);
  }

  /** Any other route, by its path after /api/: read without a body, done with one. */
  ask<Answer>(token: string, path: string, body?: object, method?: string): Promise<Answer> {
    if (body) return this.#post(`/api/${path}`, body, token, method);
    const site = `${path.includes('?') ? '&' : '?'}site=${this.#site}`;
    return this.#ask(`/api/${path}${site}`, { method, headers: bearer(token) });
  }

  #post<Answer>(path: string, body: object, token: string | null, method = 'POST'): Promise<Answer> {
    const headers = { 'Content-Type': 'application/json', ...(token ? bearer(token) : {}) };
    return this.#ask(path, { method, headers, body: JSON.stringify({ site: this.#site, ...body }) });
  }

  async #ask<Answer>(path: string, init: RequestInit): Promise<Answer> {
    const response = await this.#fetch(this.#server + path, { ...init, credentials: 'omit' }).catch(() => {
      throw new ChatError('offline', 'The chat cannot be reached just now.', 0);
    });
    if (!response.ok) throw await refusalIn(response);
    return response.status === 204 ? (undefined as Answer) : ((await response.json()) as Answer);
  }
}

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

async function refusalIn(response: Response): Promise<ChatError> {
  const body = (await response.json().catch(() => null)) as ErrorBody | null;
  const { code, message } = body?.error ?? { code: 'busy', message: 'The chat could not answer just now.' };
  return new ChatError(code, message, response.status);
}
