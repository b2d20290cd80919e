import { describe, expect, test } from 'vitest';
import { malformedFrames } from './experiments/malformed-frames.ts';
import { mutatedJson } from './experiments/mutated-json.ts';
import { mutatedRequests } from './experiments/mutated-requests.ts';
import { seedOf } from './seeded.ts';

const seed = seedOf();

describe(`no bytes crash it (FAULTS_SEED=${seed})`, () => {
  test('[I10a] malformed WebSocket frames end nothing but their own connection', async () => {
    const { faults, sent } = await malformedFrames({ count: 800, seed });
    expect({ seed, faults, sent }).toEqual({ seed, faults: [], sent: 800 });
  });

  test('[I10b] JSON that is wrong in every way chance finds is answered or refused, never a failure', async () => {
    const { faults, answers } = await mutatedJson({ count: 500, seed });
    expect({ seed, faults }).toEqual({ seed, faults: [] });
    for (const op of ['ack', 'refused', 'subscribed', 'not-found', 'rights'])
      expect(answers[op]).toBeGreaterThan(0);
  });

  test('[I10c] requests that are wrong in every way chance finds get no 5xx, no stack and no log of an error', async () => {
    const { faults, statuses } = await mutatedRequests({ count: 800, seed });
    expect({ seed, faults }).toEqual({ seed, faults: [] });
    for (const status of ['200', '400', '404', '413', '415']) expect(statuses[status]).toBeGreaterThan(0);
  });
});

describe('the same attacks on a server that is broken are seen', () => {
  test('[I10d] a socket error nobody listens to ends the process', async () => {
    const { faults } = await malformedFrames({
      count: 150,
      seed: 1,
      sabotage: [
        {
          file: 'server/realtime/browser-socket.ts',
          find: "if (event === 'error') happenings?.failed(args[0] as Error);",
          replace: "if (event === 'error') throw args[0];",
        },
      ],
    });
    expect(faults.join()).toContain('the server ended with');
  });

  test('[I10e] a frame taken without looking at it', async () => {
    const { faults } = await mutatedJson({
      count: 200,
      seed: 1,
      sabotage: [
        {
          file: 'server/realtime/doors.ts',
          find: '() => parseFrame(data)',
          replace: '() => JSON.parse(data) as never',
        },
      ],
    });
    expect(faults).not.toEqual([]);
  });

  test('[I10f] a body that is not JSON taken for a failure of ours', async () => {
    const { faults } = await mutatedRequests({
      count: 300,
      seed: 1,
      sabotage: [
        {
          file: 'server/http/request.ts',
          find: "await c.req.json().catch(() => Promise.reject(badRequest('The body is not JSON.')))",
          replace: 'await c.req.json()',
        },
      ],
    });
    expect(faults.join()).toMatch(/503 to .*logged/);
  });
});
