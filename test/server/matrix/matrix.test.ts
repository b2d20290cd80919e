import type { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../../server/app.ts';
import type { ClientFrame } from '../../../server/protocol/frames.ts';
import { askRoute, leaksIn, thingFor } from './ask.ts';
import { OPS, sendFrame } from './frames.ts';
import { REQUESTS } from './requests.ts';
import { type Line, readMatrix } from './table.ts';
import { buildWorld, WHO, type Who, type World } from './world.ts';

const lines = readMatrix();
const isFrame = (line: Line) => line.subject.startsWith('FRAME ');

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.server.stop());

test('[MATRIX1] every route the server has is in the matrix, and nothing else is', () => {
  const app: Pick<Hono, 'routes'> = createApp(world.server.ctx, world.server.hub);
  const routes = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`);
  const listed = lines.filter((line) => !isFrame(line)).map((line) => line.subject);
  expect([...new Set(listed)].toSorted()).toEqual([...new Set(routes)].toSorted());
  expect(Object.keys(REQUESTS).toSorted()).toEqual([...new Set(listed)].toSorted());
});

test('[MATRIX2] every frame of the contract is in the matrix, and nothing else is', () => {
  const listed = lines.filter(isFrame).map((line) => line.subject.slice('FRAME '.length));
  // `OPS` has every op of the contract, or its table does not compile.
  expect([...new Set(listed)].toSorted()).toEqual((OPS satisfies ClientFrame['op'][]).toSorted());
});

test.each(lines.map((line) => [`${line.subject} ${line.what}`, line] as const))(
  '[MATRIX3] %s answers everybody as the matrix says, and with nothing they may not see',
  async (_, line) => {
    const outcomes = {} as Record<Who, string>;
    for (const who of WHO) {
      const thing = await thingFor(world, line.what, who);
      const { outcome, received } = isFrame(line)
        ? await sendFrame(world, line.subject.slice('FRAME '.length) as ClientFrame['op'], thing, who)
        : await askRoute(world, line.subject, thing, who);
      outcomes[who] = outcome;
      expect([who, leaksIn(received, who)]).toEqual([who, []]);
    }
    expect(outcomes).toEqual(line.outcomes);
  },
);
