/** Everything that somebody who is not entitled to a text can be shown, asked for anew. */
import { PAGE, type Person, type TestSocket } from '../../server/harness.ts';
import type { Child } from '../child.ts';
import type { RawStream } from '../raw-stream.ts';

/** One outsider: who they are, and the connections that have been listening all along. */
export type Outsider = {
  name: string;
  person: Person;
  socket: TestSocket;
  stream: RawStream;
  epoch: string;
};

/** What one outsider can read now, by surface, without what changes by itself. */
export async function readEverything(
  child: Child,
  { person, epoch }: Outsider,
  publicIds: string[],
): Promise<Map<string, string>> {
  const surfaces = new Map<string, string>();
  const get = async (path: string) => {
    const answer = await person.request('GET', path, undefined, { 'x-forwarded-for': anyAddress() });
    surfaces.set(
      path,
      withoutRequestId(`${answer.status} ${answer.headers.get('etag')} ${await answer.text()}`),
    );
  };
  const url = encodeURIComponent(PAGE.url);
  for (const scope of ['page', 'site', 'mine'])
    await get(`/api/widget/conversations?site=demo&scope=${scope}&url=${url}`);
  for (const path of [
    'queue',
    'conversations?q=canari',
    'audit-log',
    'people?q=Ariane',
    'library/export?format=csv',
  ])
    await get(`/api/back-office/demo/${path}`);
  for (const path of ['/metrics', '/ready', '/health', '/api/widget/embed?site=demo&url=x']) await get(path);
  const waiting = {
    site: 'demo',
    conversations: publicIds.slice(0, 20).map((id) => ({ id, seq: 1, epoch })),
  };
  const counted = await person.request('POST', '/api/widget/waiting', waiting, {
    'x-forwarded-for': anyAddress(),
  });
  surfaces.set('waiting', withoutRequestId(`${counted.status} ${await counted.text()}`));
  for (const [at, frame] of (await readHistories(child, person, publicIds)).entries())
    surfaces.set(`history ${publicIds[at]}`, frame);
  return surfaces;
}

/** Every conversation there is for everybody, from the start, on a connection of its own. */
async function readHistories(child: Child, person: Person, ids: string[]): Promise<string[]> {
  const found: string[] = [];
  for (let from = 0; from < ids.length; from += 15) {
    const socket = await person.connect();
    for (const id of ids.slice(from, from + 15)) {
      socket.send({ op: 'subscribe', conversationId: id, lastSeq: 0, epoch: null });
    }
    socket.send({ op: 'ping' });
    await socket.next('pong');
    found.push(
      ...socket.frames.filter((frame) => frame.op === 'subscribed').map((frame) => JSON.stringify(frame)),
    );
    socket.socket.close();
    await socket.closed;
  }
  await child.settled();
  return found;
}

/** Answers to asking for one thing by its id, by every road; what is the asker's own or chance is taken out. */
export async function answersAbout(
  outsider: Outsider,
  ids: { messageId: string; conversationId: string },
): Promise<string[]> {
  const { person } = outsider;
  const { messageId, conversationId } = ids;
  const office = '/api/back-office/demo';
  const reads = [`${office}/conversations/${conversationId}`, `${office}/messages/${messageId}`];
  const posts: [string, unknown][] = [
    [`/api/widget/messages/${messageId}/report`, { site: 'demo', reason: 'spam' }],
    [`/api/moderation/messages/${messageId}`, { site: 'demo', act: 'release', reason: null }],
    [
      '/api/widget/waiting',
      { site: 'demo', conversations: [{ id: conversationId, seq: 0, epoch: outsider.epoch }] },
    ],
    [
      '/api/moderation/alerts',
      { site: 'demo', about: { kind: 'message', id: messageId }, note: 'voir', degree: 'look' },
    ],
    [`/api/moderation/messages/${messageId}/block`, { site: 'demo', reason: 'x' }],
    ['/api/moderation/reports/dismiss', { site: 'demo', messageId }],
    [`/api/widget/messages/${messageId}/edit-reported`, { site: 'demo', text: 'x' }],
    [`${office}/messages/${messageId}`, { act: 'release', reason: null }],
    [`${office}/conversations/${conversationId}/close`, {}],
    [`${office}/reports/dismiss`, { messageId }],
    [`${office}/messages/${messageId}/library-fix`, { kind: 'allow-phrase', text: 'x' }],
  ];
  const answers: string[] = [];
  for (const path of reads) answers.push(await said(person, 'GET', path));
  for (const [path, body] of posts) answers.push(await said(person, 'POST', path, body));
  answers.push(await said(person, 'DELETE', `${office}/conversations/${conversationId}`, { reason: null }));
  return answers.map((answer) =>
    answer.replaceAll(messageId, 'MESSAGE').replaceAll(conversationId, 'CONVERSATION'),
  );
}

async function said(person: Person, method: string, path: string, body?: unknown): Promise<string> {
  const answer = await person.request(method, path, body, { 'x-forwarded-for': anyAddress() });
  const headers = [...answer.headers].filter(([name]) => !['date', 'x-request-id'].includes(name));
  return withoutRequestId(
    `${method} ${path} ${answer.status} ${JSON.stringify(headers)} ${await answer.text()}`,
  );
}

/** What is said on the socket about a conversation: subscribing, typing and writing in it. */
export async function framesAbout(person: Person, conversationId: string): Promise<string> {
  const socket = await person.connect();
  const before = socket.frames.length;
  socket.send({ op: 'subscribe', conversationId, lastSeq: 0, epoch: null });
  socket.send({ op: 'typing', conversationId });
  const clientMessageId = socket.post('Bonjour', conversationId, 'Zoé');
  socket.send({ op: 'ping' });
  await socket.next('pong');
  const frames = JSON.stringify(
    socket.frames.slice(before).filter((frame) => frame.op !== 'presence' && frame.op !== 'pong'),
  );
  socket.socket.close();
  await socket.closed;
  return frames.replaceAll(conversationId, 'CONVERSATION').replaceAll(clientMessageId, 'CLIENT');
}

const withoutRequestId = (text: string) =>
  text
    .replace(/"requestId":"[^"]*"/g, '')
    .replace(/"here":\d+/g, '')
    .replace(/"serverTime":\d+/g, '');

const anyAddress = () => `198.18.${Math.floor(Math.random() * 250)}.${1 + Math.floor(Math.random() * 250)}`;
