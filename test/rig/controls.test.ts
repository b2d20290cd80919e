import { expect, test } from 'vitest';
import { countByKind } from './checker.ts';
import {
  ACKNOWLEDGE_BEFORE_COMMIT,
  BROADCAST_BEFORE_FILTER,
  HIDDEN_WITH_ITS_TEXT,
  NO_UNIQUE_KEY,
  SEQ_OUTSIDE_TRANSACTION,
} from './controls.ts';
import { killUnderLoad } from './experiments/kill.ts';
import { moderatedConversation } from './experiments/moderated.ts';
import { onceOverHttp } from './experiments/once.ts';

test('[RIG4] acknowledged before the commit: the checker finds what a kill loses', async () => {
  const sabotage = ACKNOWLEDGE_BEFORE_COMMIT;
  const run = await killUnderLoad({
    sabotage,
    clients: 20,
    perSecond: 40,
    kills: 3,
    everyMs: 2000,
    hurry: true,
  });
  expect(countByKind(run.violations)).toHaveProperty('acknowledged-not-stored');
});

test('[RIG5] without the unique key, the checker finds what is stored twice', async () => {
  const { violations } = await onceOverHttp({ ...NO_UNIQUE_KEY, clients: 10, sends: 50, losing: 0 });
  expect(countByKind(violations)).toHaveProperty('stored-twice');
});

test('[RIG6] told before the filter has read it, the checker finds the leak', async () => {
  const violations = await moderatedConversation({ sabotage: BROADCAST_BEFORE_FILTER, readers: 3 });
  expect(countByKind(violations)).toHaveProperty('leak');
});

test('[RIG7] a number taken outside the transaction, the checker finds the hole', async () => {
  const violations = await moderatedConversation({ sabotage: SEQ_OUTSIDE_TRANSACTION, readers: 3 });
  expect(countByKind(violations)).toHaveProperty('hole');
});

test('[RIG8] hidden but with its text, the checker finds the leak', async () => {
  const violations = await moderatedConversation({ sabotage: HIDDEN_WITH_ITS_TEXT, readers: 3 });
  expect(countByKind(violations)).toHaveProperty('leak');
});

test('[RIG9] nothing is found where nothing is broken', async () => {
  expect(await moderatedConversation({ readers: 3 })).toEqual([]);
});
