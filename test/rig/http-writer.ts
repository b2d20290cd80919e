import { setTimeout as pause } from 'node:timers/promises';
import type { ErrorBody, SendAnswer, SendBody, TokenAnswer } from '../../server/protocol/widget.ts';
import type { Fetch } from '../../web-components/client/api.ts';
import { addressOf, fetchFrom } from './fetch-from.ts';
import { SHOP } from './site.ts';
import { Watch } from './watch.ts';

const PAGE = { url: `${SHOP}/p`, title: 'P' };

export type HttpLine = { times: number; losesAnswer(): boolean };

/** Somebody who writes by POST /api/widget/messages alone, on a line that may be bad. */
export class HttpWriter {
  readonly watch: Watch;
  readonly #fetch: Fetch;
  readonly #server: string;
  readonly #site: string;
  readonly #line: HttpLine;
  #token = '';

  constructor({
    index,
    server,
    site,
    line,
  }: { index: number; server: string; site: string; line: HttpLine }) {
    this.watch = new Watch(`writer ${index}`);
    this.#fetch = fetchFrom(addressOf(index));
    this.#server = server;
    this.#site = site;
    this.#line = line;
  }

  async join(): Promise<void> {
    const answer = await this.#post('/api/widget/token', { site: this.#site });
    const { token, me } = (await answer.json()) as TokenAnswer;
    this.#token = token;
    this.watch.record.personId = me.id;
    this.watch.isWelcome = true;
  }

  /** Sends the same until one answer arrives. @returns the intent's id */
  async write(
    conversationId: string | null,
    text: string,
    clientMessageId: string = crypto.randomUUID(),
  ): Promise<string> {
    const intent = { clientMessageId, conversationId, text };
    this.watch.wrote(intent);
    const body = {
      site: this.#site,
      ...intent,
      name: 'Écrivain',
      page: conversationId === null ? PAGE : null,
    } satisfies SendBody;
    while (this.watch.open.has(clientMessageId)) {
      const posted = Array.from({ length: this.#line.times }, () => this.#sendOnce(body));
      await Promise.all(posted);
    }
    return clientMessageId;
  }

  async #sendOnce(body: SendBody): Promise<void> {
    const answer = await this.#post('/api/widget/messages', body);
    if (this.#line.losesAnswer()) return;
    if (answer.ok) {
      const { message } = (await answer.json()) as SendAnswer;
      return this.watch.acknowledged(body.clientMessageId, message);
    }
    if (answer.status === 503) return await pause(Number(answer.headers.get('retry-after') ?? 1) * 1000);
    const { error } = (await answer.json()) as ErrorBody;
    this.watch.refused(body.clientMessageId, error.code);
  }

  #post(path: string, body: object): Promise<Response> {
    const headers = {
      'Content-Type': 'application/json',
      ...(this.#token ? { Authorization: `Bearer ${this.#token}` } : {}),
    };
    return this.#fetch(this.#server + path, { method: 'POST', headers, body: JSON.stringify(body) });
  }
}
