import { describe, expect, test } from 'vitest';
import { idleSockets } from './experiments/idle-sockets.ts';
import { slowReaders } from './experiments/slow-readers.ts';
import { upgradeFlood } from './experiments/upgrade-flood.ts';
import { percentiles } from './percentiles.ts';

const SLOW = { readers: 5, mebibytes: 16, pushed: 'history' as const, elsewhere: 50 };

describe('no client hurts the others', () => {
  test('[I9a] sockets that never read are closed, what waits for them is bounded, the others read on', async () => {
    const { faults, grewMiB, delivered, elsewhereMs } = await slowReaders({ ...SLOW, sockets: 14 });
    const streams = await slowReaders({ ...SLOW, sockets: 6, via: 'stream' });
    console.log(`I9 never reading: memory grew by ${grewMiB} MiB for 224 MiB pushed`);
    console.log(`I9 never reading: elsewhere ms ${percentiles(elsewhereMs)}`);
    expect([...faults, ...streams.faults]).toEqual([]);
    expect(delivered).toBeGreaterThan(0);
    expect(elsewhereMs.length).toBeGreaterThan(0);
  });

  test('[I9b] an address that asks for sockets without end is refused, people elsewhere are served', async () => {
    const { faults, statuses, elsewhereMs, longestHeldMs } = await upgradeFlood({ attempts: 5000 });
    console.log(
      `I9 flood: elsewhere ms ${percentiles(elsewhereMs)}, loop held at most ${longestHeldMs.toFixed(0)} ms`,
    );
    expect({ faults, opened: statuses[101] }).toEqual({ faults: [], opened: 120 });
  });

  test('[I9c] a thousand sockets that say nothing stay open and answer', async () => {
    const { faults, rssMiB, kibibytesEach } = await idleSockets({ sockets: 1000 });
    console.log(`I9 idle: ${rssMiB.toFixed(0)} MiB, ${kibibytesEach.toFixed(0)} KiB each`);
    expect(faults).toEqual([]);
    expect(rssMiB).toBeLessThan(600);
  });
});

describe('a server without the limit is seen', () => {
  test('[I9d] one that keeps whatever a slow reader does not take', async () => {
    const { faults } = await slowReaders({
      ...SLOW,
      closedWithinMs: 6000,
      sockets: 3,
      sabotage: [
        {
          file: 'server/realtime/flush.ts',
          find: 'sizeOf(connection) > bytes;',
          replace: 'sizeOf(connection) > bytes * 1e6;',
        },
      ],
    });
    expect(faults.join()).toContain('connections that never read are still open');
  });

  test('[I9e] one that upgrades as often as it is asked', async () => {
    const { faults } = await upgradeFlood({
      attempts: 400,
      sabotage: [
        {
          file: 'server/realtime/upgrade.ts',
          find: 'ctx.pace.takeUpgrade(address);',
          replace: '',
        },
      ],
    });
    expect(faults.join()).toContain('sockets opened');
  });

  test('[I9f] one that closes who says nothing', async () => {
    const { faults } = await idleSockets({
      sockets: 50,
      sabotage: [
        {
          file: 'server/limits.ts',
          find: 'connections: { person: 10, address: 50',
          replace: 'connections: { person: 3, address: 50',
        },
      ],
    });
    expect(faults).not.toEqual([]);
  });
});
