import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JudgeInput } from '../../moderation/index.ts';
import { startTestServer, type TestServer } from './harness.ts';

const asked: JudgeInput[] = [];
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({
    filterOf: async () => ({
      version: 1,
      async judge(input) {
        asked.push(input);
        const effect = input.text.includes('attends') ? 'hold' : 'allow';
        return { effect, reasons: [], libraryVersion: 1 };
      },
    }),
  });
});
afterAll(() => server.stop());

test('[BEHAV13] the filter is told how many of a visitor’s messages others have read, and what they wrote lately', async () => {
  const visitor = await (await server.person()).connect();
  const { conversation } = await visitor.ask('Une question ?');
  for (const text of ['un', 'attends', 'deux', 'trois']) await visitor.write(text, conversation.id, null);
  const last = asked.findLast(({ text }) => text === 'trois')!;
  expect(last.author).toEqual({ role: 'visitor', published: 3 });
  expect(last.history.map(({ text }) => text).toSorted()).toEqual([
    'Une question ?',
    'attends',
    'deux',
    'un',
  ]);
});

test('[BEHAV13] nobody with a role is counted as a newcomer', async () => {
  const expert = await (await server.person('expert')).connect();
  await expert.ask('Une autre question ?');
  expect(asked.find(({ text }) => text === 'Une autre question ?')!.author).toEqual({ role: 'expert' });
});
