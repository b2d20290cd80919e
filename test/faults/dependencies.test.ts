import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { mailHangs } from './experiments/mail-hangs.ts';
import { writeFailures } from './experiments/write-failures.ts';

/** Of util-linux; elsewhere the full disk is not tried, and says so. */
const mayLimitFiles = spawnSync('prlimit', ['--version']).status === 0;
if (!mayLimitFiles) console.warn('SKIPPED: no prlimit here, the full disk is not tried');

describe('when something it depends on fails, the server never lies and recovers by itself', () => {
  test('[I11a] locked by another process, the database takes nothing, reading goes on, nothing false is said', async () => {
    const outcome = await writeFailures({ failure: 'locked', forMs: 2500 });
    print('locked', outcome);
    expect(outcome.faults).toEqual([]);
    expect(outcome.refused['503']).toBeGreaterThan(0);
    expect(outcome.reads).toBeGreaterThan(10);
  });

  test.runIf(mayLimitFiles)('[I11b] on a full disk likewise, and it goes on when there is room', async () => {
    const outcome = await writeFailures({ failure: 'full', forMs: 1500 });
    print('full', outcome);
    expect({ faults: outcome.faults, acknowledged: outcome.acknowledged }).toEqual({
      faults: [],
      acknowledged: 0,
    });
    expect(outcome.refused.busy).toBeGreaterThan(5);
  });

  test('[I11c] a mail server that says nothing holds up nobody else, and no mail is said to have gone', async () => {
    expect((await mailHangs({ mails: 10 })).faults).toEqual([]);
  });
});

describe('a server that lies is seen', () => {
  test.runIf(mayLimitFiles)('[I11d] one that acknowledges what could not be stored', async () => {
    const { faults } = await writeFailures({
      failure: 'full',
      forMs: 400,
      sabotage: [
        {
          file: 'server/realtime/frame-handlers.ts',
          find: 'hub.send(connection, refused(ctx, clientMessageId, error));',
          replace:
            "hub.send(connection, { op: 'ack', clientMessageId, message: null as never, conversation: null });",
        },
      ],
    });
    expect(faults.join()).toContain('acknowledged, not stored');
  });

  test.runIf(mayLimitFiles)(
    '[I11e] one that says no time to come back, and one that says a mail has gone',
    async () => {
      const broken = {
        file: 'server/app.ts',
        find: 'if (refusal.retryAfterMs !== null)',
        replace: 'if (!refusal)',
      };
      const { faults } = await writeFailures({ failure: 'full', forMs: 400, sabotage: [broken] });
      expect(faults).toContain('503 without Retry-After');
      const mail = {
        file: 'server/mail/mailer.ts',
        find: 'await transport.sendMail(',
        replace: 'void transport.sendMail(',
      };
      expect((await mailHangs({ mails: 1, sabotage: [mail] })).faults).not.toEqual([]);
    },
  );
});

function print(
  what: string,
  { refused, backAfterMs, longestHeldMs }: Awaited<ReturnType<typeof writeFailures>>,
) {
  console.log(
    `I11 ${what}: refused ${JSON.stringify(refused)}, back after ${backAfterMs} ms, loop held at most ${longestHeldMs.toFixed(0)} ms`,
  );
}
