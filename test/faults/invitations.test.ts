import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../server/limits.ts';
import { killMailing } from './experiments/kill-mailing.ts';

const KILLS = [
  { after: 0.1, at: 'begun' },
  { after: 0.3, at: 'taken' },
  { after: 0.6, at: 'begun' },
  { after: 0.9, at: 'taken' },
] as const;

test('[BULK9] killed five times while it makes and mails, the server forgets nobody and invites nobody twice', async () => {
  const { faults, copies } = await killMailing({ people: 150, kills: [...KILLS] });
  expect(faults).toEqual([]);
  // The worst moment was hit twice, and no kill cost more than the mails under way.
  expect(copies).toBeGreaterThanOrEqual(2);
  expect(copies).toBeLessThanOrEqual(KILLS.length * LIMITS.invitation.together);
});

describe('a server that does it wrong is seen', () => {
  test('[BULK9] one that leaves what was under way where it is', async () => {
    const sabotage = [
      {
        file: 'db/invitation-sending.ts',
        find: ".set({ send_state: 'queued', send_at: now })\n    .where('send_state', '=', 'sending')",
        replace: ".set({ send_state: 'sent', send_at: null })\n    .where('send_state', '=', 'sending')",
      },
    ];
    expect(
      (await killMailing({ people: 60, kills: [{ after: 0, at: 'begun' }], sabotage })).faults.join(),
    ).toContain('forgotten');
  });

  test('[BULK9] one that makes up a Message-ID each time', async () => {
    const sabotage = [
      {
        file: 'server/invitations/mail-invitation.ts',
        find: 'messageId: `<invitation.',
        replace: 'messageId: `<invitation.$' + '{Math.random()}.',
      },
    ];
    expect(
      (await killMailing({ people: 60, kills: [{ after: 0.3, at: 'taken' }], sabotage })).faults.join(),
    ).toContain('two different mails');
  });
});
