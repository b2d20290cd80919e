import { describe, expect, test } from 'vitest';
import type { Sabotage } from '../rig/sabotage.ts';
import { races } from './experiments/races.ts';
import { percentiles } from './percentiles.ts';
import { seedOf } from './seeded.ts';

const seed = seedOf();

test(`[I7a] two hundred races against what is taken away are all won by it (FAULTS_SEED=${seed})`, async () => {
  const { faults, races: run, accepted, closedAfterMs } = await races({ count: 196, seed });
  console.log(`I7 connections closed after the answer, ms: ${percentiles(closedAfterMs)}`);
  expect({ seed, faults, run }).toEqual({ seed, faults: [], run: 196 });
  // Senders who never got through would race against nothing.
  expect(accepted).toBeGreaterThan(run);
});

describe('a revocation that comes too late is seen', () => {
  const cases: [what: string, only: string, sabotage: Sabotage][] = [
    [
      'a ban answered before it is stored',
      'ban',
      {
        file: 'server/http/back-office/people.ts',
        find: "await banPerson(ctx, await staffOf(ctx, c), c.req.param('id'), ban);",
        replace:
          "const [by, id] = [await staffOf(ctx, c), c.req.param('id')]; setTimeout(() => void banPerson(ctx, by, id, ban), 150);",
      },
    ],
    [
      'a block of which open connections are not told',
      'block',
      {
        file: 'server/realtime/tell.ts',
        find: 'return await closeBlocked(ctx, hub, siteId);',
        replace: 'return;',
      },
    ],
    [
      'a role remembered from the hello',
      'role',
      {
        file: 'server/authenticate.ts',
        find: "role: person?.role ?? 'visitor',",
        replace:
          "role: ((globalThis as { roles?: Map<string, never> }).roles ??= new Map()).get(personId) ?? ((globalThis as { roles?: Map<string, unknown> }).roles!.set(personId, person?.role ?? 'visitor'), person?.role ?? 'visitor'),",
      },
    ],
  ];
  test.each(cases)('[I7b] %s', async (_, only, sabotage) => {
    const { faults } = await races({ count: 5, seed: 1, only, sabotage: [sabotage] });
    expect(faults).not.toEqual([]);
  });
});
