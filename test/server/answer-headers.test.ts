import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer } from './harness.ts';

let server: Awaited<ReturnType<typeof startTestServer>>;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => await server.stop());

const LIST = '/api/widget/conversations?site=demo&scope=site';
const said = ({ headers }: Response) =>
  ['cache-control', 'vary', 'access-control-allow-origin', 'x-request-id'].map((name) => headers.get(name));

test('[BAD7] every answer to a shop’s page, refusals too, says who may read it, that nobody may keep it, and its id', async () => {
  const person = await server.person();
  const ask = (method: string, path: string, headers = {}) =>
    person.request(method, path, undefined, { 'x-request-id': 'mine-1', ...headers });
  const expected = ['no-store', 'Origin', 'https://shop.test', 'mine-1'];
  const list = await ask('GET', LIST);
  expect([list.status, list.headers.get('content-type')]).toEqual([200, 'application/json']);
  const refused = await ask('GET', LIST, { authorization: 'Bearer forged' });
  const before = await ask('OPTIONS', LIST);
  expect([refused.status, before.status]).toEqual([401, 204]);
  for (const answer of [list, refused, before]) expect(said(answer)).toEqual(expected);
  expect(await refused.json()).toMatchObject({ error: { requestId: 'mine-1' } });
  const foreign = await ask('GET', LIST, { origin: 'https://evil.test' });
  expect(said(foreign)).toEqual(['no-store', 'Origin', null, 'mine-1']);
});

test('[BAD8] an id that a log could not take, or longer than 255, is replaced by one of ours', async () => {
  const person = await server.person();
  for (const wanted of ['a b', '<x>', 'x'.repeat(256), '']) {
    const answer = await person.request('GET', '/health', undefined, { 'x-request-id': wanted });
    expect(answer.headers.get('x-request-id')).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  }
});
