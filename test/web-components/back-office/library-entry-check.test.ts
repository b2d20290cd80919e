import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EntryWarning, NewLibraryEntry } from '../../../server/protocol/library.ts';
import { EntryCheck } from '../../../web-components/back-office/screens/library/entry-check.ts';
import { emptyForm, entriesOf } from '../../../web-components/back-office/screens/library/entry-form.ts';
import {
  type SortedWarnings,
  sortWarnings,
} from '../../../web-components/back-office/screens/library/sorted-warnings.ts';

const warning = (index: number, code: EntryWarning['code'], weight: EntryWarning['weight']) => ({
  index,
  code,
  weight,
});
const entries = (text: string) => entriesOf({ ...emptyForm('term', 'forbidden'), category: 'insult', text });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('[OFFICE44] warnings part into what cannot be saved, what asks for a second look, what does no harm', () => {
  const texts = ['x', 'bonjour', 'nul', 'nul'];
  const sorted = sortWarnings(
    [
      warning(1, 'common-word', 'doubtful'),
      warning(0, 'too-short', 'refused'),
      warning(2, 'already-there', 'doubtful'),
      warning(3, 'twice-in-list', 'refused'),
    ],
    texts,
  );
  expect(sorted.refused.map(({ text }) => text)).toEqual(['x']);
  expect(sorted.doubtful.map(({ text }) => text)).toEqual(['bonjour']);
  expect(sorted.harmless.map(({ code }) => code)).toEqual(['already-there', 'twice-in-list']);
});

function checking() {
  const asked: { entries: NewLibraryEntry[]; answer: (sorted: SortedWarnings) => void }[] = [];
  const host = {
    addController() {},
    removeController() {},
    requestUpdate() {},
    updateComplete: Promise.resolve(true),
  };
  const check = new EntryCheck(host, {
    check: (about) => new Promise((answer) => asked.push({ entries: about, answer })),
    failed: () => {},
  });
  return { asked, check };
}
const doubtful = (text: string): SortedWarnings =>
  sortWarnings([warning(0, 'common-word', 'doubtful')], [text]);

test('[OFFICE44] entries are asked about once typing has paused, the last ones only', async () => {
  const { asked, check } = checking();
  check.changed(entries('bon'));
  check.changed(entries('bonjour'));
  expect(asked).toEqual([]);
  await vi.runAllTimersAsync();
  expect(asked.map((one) => one.entries[0]?.text)).toEqual(['bonjour']);
});

test('[OFFICE44] an answer about earlier entries is dropped', async () => {
  const { asked, check } = checking();
  const first = check.now(entries('bonjour'));
  const second = check.now(entries('zigoto'));
  asked[1]?.answer(doubtful('zigoto'));
  await second;
  asked[0]?.answer(doubtful('bonjour'));
  await first;
  expect(check.sorted.doubtful.map(({ text }) => text)).toEqual(['zigoto']);
  expect(check.isAbout(entries('zigoto'))).toBe(true);
  expect(check.isAbout(entries('bonjour'))).toBe(false);
});

test('[OFFICE44] an emptied box has nothing to warn of', async () => {
  const { asked, check } = checking();
  const now = check.now(entries('bonjour'));
  check.changed([]);
  asked[0]?.answer(doubtful('bonjour'));
  await now;
  expect(check.sorted.doubtful).toEqual([]);
});
