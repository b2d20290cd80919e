/** I10: HTTP requests with everything wrong that can be wrong, to every kind of route. */
import type { Sabotage } from '../../rig/sabotage.ts';
import { type Child, startChild } from '../child.ts';
import { inParallel } from '../in-parallel.ts';
import { oddJson } from '../mutate.ts';
import { localAddress, openRaw } from '../raw-socket.ts';
import { type Chance, chanceOf } from '../seeded.ts';
import { standsAsBefore } from '../stands-as-before.ts';
import { type Template, templatesOf } from './request-templates.ts';

type Size = { count: number; seed: number; sabotage?: Sabotage[] };
type Outcome = { faults: string[]; statuses: Record<string, number> };

const GIVES_UP_MS = 400;

export async function mutatedRequests({ count, seed, sabotage }: Size): Promise<Outcome> {
  const child = await startChild({ sabotage, settings: { ENTRAIDE_LOG_LEVEL: 'info' } });
  try {
    const templates = await templatesFor(child);
    const before = await child.state();
    const outcome: Outcome = { faults: [], statuses: {} };
    await inParallel(count, 48, (index) => attempt(child, templates, index, chanceOf(seed + index), outcome));
    outcome.faults.push(...(await standsAsBefore(child, before)));
    return outcome;
  } finally {
    await child.stop();
  }
}

async function templatesFor(child: Child): Promise<Template[]> {
  const [visitor, manager] = [await child.person(), await child.person('manager')];
  const socket = await visitor.connect();
  const { conversation, message } = await socket.ask('Quelle pointure ?');
  socket.socket.close();
  await socket.closed;
  const ids = { conversationId: conversation.id, messageId: message.id, personId: visitor.id };
  return templatesOf(visitor, manager, ids);
}

async function attempt(child: Child, templates: Template[], index: number, chance: Chance, outcome: Outcome) {
  const bytes = requestOf(chance.one(templates), chance);
  const raw = await openRaw(child.url, localAddress(index)).catch(() => null);
  if (!raw) return void outcome.faults.push(`request ${index}: no connection`);
  raw.socket.write(bytes);
  // A request that never ends is waited for by the server: the client gives up at some point.
  const givesUp = setTimeout(() => raw.socket.end(), GIVES_UP_MS);
  await raw.closed;
  clearTimeout(givesUp);
  const answer = raw.received().toString('latin1');
  const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 'none';
  outcome.statuses[status] = (outcome.statuses[status] ?? 0) + 1;
  const line = JSON.stringify(bytes.toString('latin1').slice(0, 300));
  if (status.startsWith('5')) outcome.faults.push(`request ${index}: ${status} to ${line}`);
  if (/\bat .*\.ts:\d+|node_modules/.test(answer))
    outcome.faults.push(`request ${index}: a stack went out to ${line}`);
}

function requestOf(template: Template, chance: Chance): Buffer {
  const method = chance.below(10) === 0 ? chance.one(METHODS) : template.method;
  const path = chance.below(2) === 0 ? oddPath(template.path, chance) : template.path;
  const headers: Record<string, string> = { Host: 'chat.test', Connection: 'close', ...template.headers };
  if (chance.below(3) === 0) Object.assign(headers, chance.one(ODD_HEADERS)(chance));
  if (template.body === undefined && chance.below(8) > 0) return requestBytes(method, path, headers, '');
  const body =
    chance.below(4) > 0 ? oddJson(template.body ?? {}, chance) : JSON.stringify(template.body ?? {});
  headers['Content-Type'] = chance.one(CONTENT_TYPES);
  return chance.below(5) === 0
    ? requestBytes(method, path, { ...headers, 'Transfer-Encoding': 'chunked' }, oddChunks(body, chance))
    : requestBytes(method, path, { ...headers, 'Content-Length': oddLength(body, chance) }, body);
}

function requestBytes(method: string, path: string, headers: Record<string, string>, body: string): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([
    Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1'),
    Buffer.from(body),
  ]);
}

const METHODS = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'PROPFIND',
  'FOO',
  'get',
  '',
];

const JSON_TYPE = 'application/json';
const CONTENT_TYPES = [
  JSON_TYPE,
  JSON_TYPE,
  JSON_TYPE,
  JSON_TYPE,
  'application/json; charset=utf-16',
  'text/plain',
  'multipart/form-data',
  'application/x-www-form-urlencoded',
  'application/json\x00',
  '',
];

const ODD_HEADERS: ((chance: Chance) => Record<string, string>)[] = [
  () => ({ Authorization: 'Bearer ' }),
  () => ({ Authorization: `Bearer ${'a'.repeat(5000)}` }),
  () => ({ Authorization: 'Bearer a.b.c' }),
  () => ({ Authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.' }),
  (c) => ({
    Authorization: `Bearer ${c
      .bytes(40)
      .toString('latin1')
      .replace(/[\r\n]/g, '')}`,
  }),
  () => ({ Cookie: 'better-auth.session_token=%zz.%00; =; ;;' }),
  () => ({ Cookie: `a=${'b'.repeat(7000)}` }),
  () => ({ Origin: 'null' }),
  () => ({ Origin: '' }),
  () => ({ Host: '' }),
  () => ({ Host: 'a b<>"' }),
  () => ({ Host: '[::1' }),
  () => ({ Host: 'chat.test:99999' }),
  () => ({ 'X-Forwarded-For': Array.from({ length: 500 }, () => '127.0.0.1').join(',') }),
  () => ({ 'X-Forwarded-For': '"><script>, 999.1.1.1, ::ffff:1.2.3.4%eth0' }),
  () => ({ 'X-Forwarded-Host': 'evil.test', 'X-Forwarded-Proto': 'javascript' }),
  () => ({ 'X-Request-Id': 'a\tb<>' }),
  () => ({ 'X-Request-Id': 'x'.repeat(3000) }),
  () => ({ 'Accept-Language': `${'fr;q=0.'.repeat(500)}` }),
  () => ({ 'Accept-Encoding': 'gzip;q=nan, br, *;q=0' }),
  () => ({ 'If-None-Match': '"\x80"' }),
  () => ({ Range: 'bytes=-1-0' }),
  () => ({ Expect: '100-continue' }),
  () => ({ Expect: 'nothing' }),
  () => ({ Upgrade: 'websocket', Connection: 'Upgrade' }),
  () => ({ Upgrade: 'h2c', Connection: 'Upgrade, HTTP2-Settings', 'HTTP2-Settings': 'x' }),
  () => Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`X-${i}`, 'a'])),
  () => ({ 'X-Big': 'a'.repeat(20_000) }),
  () => ({ 'Bad Name': 'x' }),
  () => ({ 'X-Folded': 'a\r\n b' }),
];

function oddPath(path: string, chance: Chance): string {
  const bits = path.split('/');
  const at = chance.below(bits.length);
  switch (chance.below(14)) {
    case 0:
      return `/${path}`;
    case 1:
      return path.replace(/\/([a-z])/g, '/%2e%2e/$1');
    case 2:
      return `${path}${path.includes('?') ? '&' : '?'}${chance.one(['limit=1e9', 'site=', 'site=demo&site=x', '__proto__[a]=1', 'q=%', 'q=%ff', 'before=%00', 'after=-1', 'after=1e9', 'before=W10', 'q=%22NEAR(%20%2A', '='])}`;
    case 3:
      return path.replace(/[^/]+$/, (last) => `${last}%00`);
    case 4:
      return path.replace(
        /[^/]+$/,
        chance.one([
          '%',
          '%zz',
          '%c0%af',
          '%ff',
          '..',
          '.',
          '%2f',
          '%5c',
          '1e0',
          "'",
          '%22',
          'null',
          '__proto__',
          'constructor',
        ]),
      );
    case 5:
      bits[at] = 'x'.repeat(chance.one([100, 5000, 20_000]));
      return bits.join('/');
    case 6:
      return path.toUpperCase();
    case 7:
      return `http://evil.test${path}`;
    case 8:
      return chance.one(['*', '', '?', '#', 'api', '\\', '/api\\widget', '///', '/.', '/%', '/api/%2F%2F']);
    case 9:
      return `${path}#fragment?x`;
    case 10:
      return path.replace(
        /=([^&]*)/,
        `=${chance.one(['', '%F0%9F', 'x'.repeat(3000), '[]', '%00', '-1', '9'.repeat(400), 'NaN', "'%20or%201"])}`,
      );
    case 11:
      return path
        .split('')
        .map((letter) => (/[a-z]/.test(letter) ? `%${letter.charCodeAt(0).toString(16)}` : letter))
        .join('');
    case 12:
      return `${path}/`;
    default:
      bits[at] = chance
        .bytes(6)
        .toString('latin1')
        .replace(/[\r\n ]/g, '');
      return bits.join('/');
  }
}

function oddLength(body: string, chance: Chance): string {
  const right = String(Buffer.byteLength(body));
  return chance.below(4) > 0
    ? right
    : chance.one([
        '0',
        '-1',
        '1e3',
        `${right}, ${right}`,
        String(Number(right) + 5),
        '1073741824',
        '',
        'x',
        '+2',
        '1',
      ]);
}

function oddChunks(body: string, chance: Chance): string {
  const size = Buffer.byteLength(body).toString(16);
  return chance.one([
    `${size}\r\n${body}\r\n0\r\n\r\n`,
    `${size}\r\n${body}`,
    `zz\r\n${body}\r\n0\r\n\r\n`,
    `-1\r\n${body}\r\n0\r\n\r\n`,
    `40000000\r\n${body}`,
    `ffffffffffffffffff\r\n${body}`,
    `${size};ext="${'x'.repeat(20_000)}"\r\n${body}\r\n0\r\n\r\n`,
    `${'1\r\na\r\n'.repeat(3000)}0\r\n\r\n`,
    `0\r\nX-Trailer: a\r\nContent-Length: 3\r\n\r\n`,
  ]);
}
