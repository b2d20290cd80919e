import { expect, test } from 'vitest';
import { actOfKey, closesAlerts, offersFor } from '../../../web-components/back-office/queue-acts.ts';
import { queueCard } from './queue-card.ts';

const manager = { manager: true, mayRelease: true, mayBlock: false };
const moderator = { manager: false, mayRelease: false, mayBlock: false };
const trusted = { manager: false, mayRelease: true, mayBlock: false };
const reports = [{ id: 'r1', reason: 'spam', by: '', at: 0 }];
const alerts = [{ id: 'a1', note: '', by: 'Tom', at: 0, degree: 'look' as const }];
const acts = (...given: Parameters<typeof offersFor>) =>
  offersFor(...given).map(({ act, key }) => `${key} ${act}`);

test('[OFFICE5] a held message is released or rejected by who may, and alerted by any moderator', () => {
  expect(acts(queueCard(), manager)).toEqual(['F release', 'D reject', 'E alert']);
  expect(acts(queueCard(), trusted)).toEqual(['F release', 'D reject', 'E alert']);
  expect(acts(queueCard(), moderator)).toEqual(['E alert']);
});

test('[OFFICE5] a reported message is kept, hidden or removed; one already hidden restored or left', () => {
  const published = queueCard({ state: 'published', kinds: ['reported'], reports });
  const hidden = queueCard({ state: 'hidden', kinds: ['reported'], reports });
  expect(acts(published, moderator)).toEqual(['F keep', 'D hide', 'X remove', 'E alert']);
  expect(acts(hidden, moderator)).toEqual(['F restore', 'D keep', 'X remove', 'E alert']);
});

test('[OFFICE5] only a manager answers an alert', () => {
  const alerted = queueCard({ state: 'published', kinds: ['alert'], alerts });
  expect(acts(alerted, moderator)).toEqual(['D hide', 'X remove', 'E alert']);
  expect(acts(alerted, manager)).toEqual(['F keep', 'D hide', 'X remove', 'E alert']);
  expect(closesAlerts('hide', manager)).toBe(true);
  expect(closesAlerts('hide', moderator)).toBe(false);
  expect(closesAlerts('block', manager)).toBe(false);
});

test('[OFFICE5] an address is blocked by a manager, when it is known', () => {
  const author = { ...queueCard().author, blockRange: '203.0.113.7' };
  expect(acts(queueCard({ author }), manager)).toContain('B block');
  expect(acts(queueCard({ author }), trusted)).not.toContain('B block');
});

test('[OFFICE5] a letter does what its button does, in either case, and nothing when it is not offered', () => {
  const offers = offersFor(queueCard(), manager);
  expect(actOfKey(offers, 'f')).toBe('release');
  expect(actOfKey(offers, 'D')).toBe('reject');
  expect(actOfKey(offers, 'x')).toBeNull();
});

test('[OFFICE5] a moderator blocks where the site lets them, and never a member', () => {
  const blocker = { ...moderator, mayBlock: true };
  expect(acts(queueCard(), blocker)).toContain('B block');
  expect(acts(queueCard(), moderator)).not.toContain('B block');
  const expert = { ...queueCard().author, role: 'expert' as const };
  expect(acts(queueCard({ author: expert }), blocker)).not.toContain('B block');
});
