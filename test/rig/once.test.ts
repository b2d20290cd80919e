import { expect, test } from 'vitest';
import { refuseAnotherText } from './experiments/another-text.ts';
import { onceOverHttp, onceOverSocket } from './experiments/once.ts';

test('[I2A] delivered three times over the socket, half the answers lost, a message is stored once', async () => {
  const run = await onceOverSocket({ clients: 250, sends: 500 });
  expect(run).toMatchObject({ violations: [], rows: 500 });
  expect(run.lostAcks).toBeGreaterThan(500);
});

test('[I2B] delivered three times over HTTP, half the answers lost, a message is stored once', async () => {
  const run = await onceOverHttp({ clients: 250, sends: 500 });
  expect(run).toMatchObject({ violations: [], rows: 500 });
  expect(run.lostAcks).toBeGreaterThan(500);
});

test('[I2C] the same id with another text is refused, and the first text kept', async () => {
  const { socket, http, violations } = await refuseAnotherText();
  expect({ socket, http }).toEqual({ socket: 'conflict', http: 'conflict' });
  expect(violations).toEqual([]);
});
