import { type IncomingMessage, request } from 'node:http';
import type { Fetch } from '../../web-components/client/api.ts';
import { SHOP } from './site.ts';

/** A `fetch` from one address of this machine, as a page of the shop: the limits of one address stay on. */
export function fetchFrom(localAddress: string): Fetch {
  return (url, init = {}) =>
    new Promise((resolve, reject) => {
      const headers = { ...(init.headers as Record<string, string>), origin: SHOP };
      const sent = request(url, { method: init.method ?? 'GET', headers, localAddress, agent: false });
      sent.on('error', reject);
      sent.on('response', (answer) => void wholeAnswer(answer).then(resolve, reject));
      sent.end(init.body);
    });
}

async function wholeAnswer(answer: IncomingMessage): Promise<Response> {
  let text = '';
  for await (const part of answer.setEncoding('utf8')) text += part;
  const status = answer.statusCode ?? 500;
  return new Response(status === 204 ? null : text, { status });
}

/** An address of its own for each client, in 127.0.0.0/8. */
export function addressOf(index: number): string {
  return `127.${1 + Math.floor(index / 62_500)}.${Math.floor(index / 250) % 250}.${1 + (index % 250)}`;
}
