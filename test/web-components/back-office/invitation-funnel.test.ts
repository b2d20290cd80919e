import { expect, test } from 'vitest';
import type { Funnel } from '../../../server/protocol/invitations.ts';
import { stepsOf } from '../../../web-components/back-office/screens/invitations/funnel.ts';

const funnel = (over: Partial<Funnel> = {}): Funnel => ({
  invited: 3,
  sent: 0,
  opened: 1,
  joined: 1,
  answered: 0,
  queued: 0,
  failed: 0,
  unsent: 3,
  revoked: 0,
  ...over,
});

test('[BULK24] without a mail server and a mail sent before, no step of mails is shown', () => {
  expect(stepsOf(funnel(), false)).toEqual(['invited', 'opened', 'joined', 'answered']);
  expect(stepsOf(funnel(), true)).toContain('sent');
  expect(stepsOf(funnel({ sent: 2 }), false)).toContain('sent');
});
