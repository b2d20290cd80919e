import { expect, test } from 'vitest';
import {
  changeOf,
  draftOf,
  emptyForm,
  entriesOf,
  formOf,
  MOST_LINES,
  missingIn,
} from '../../../web-components/back-office/screens/library/entry-form.ts';
import { entryWith } from './library-entry.ts';

const form = (fields: object) => ({ ...emptyForm('term', 'forbidden'), category: 'insult', ...fields });

test('[OFFICE41] each line of the form is an entry, then each ticked form that is not among them', () => {
  const entries = entriesOf(form({ text: 'nul\n\nconnard', forms: ['connarde', 'Connard'], note: '  ' }));
  expect(entries.map(({ text }) => text)).toEqual(['nul', 'connard', 'connarde']);
  expect(entries[0]).toEqual({
    kind: 'term',
    listing: 'forbidden',
    text: 'nul',
    category: 'insult',
    effect: null,
    note: null,
    strictness: 'normal',
    exactCase: false,
    exactAccents: false,
    language: null,
  });
});

test('[OFFICE41] an exception has no effect, a link no strictness', () => {
  const [allowed] = entriesOf(form({ listing: 'allowed', effect: 'reject', text: 'concombre' }));
  expect(allowed).toMatchObject({ listing: 'allowed', effect: null });
  const [link] = entriesOf(
    form({ kind: 'link', text: 'exemple.com', strictness: 'strict', subdomains: false }),
  );
  expect(link).toMatchObject({ kind: 'link', subdomains: false });
  expect(link).not.toHaveProperty('strictness');
});

test('[OFFICE42] only what differs from the entry is changed', () => {
  const entry = entryWith({ note: 'vu souvent', language: 'fr' });
  expect(changeOf(formOf(entry), entry)).toEqual({});
  expect(changeOf({ ...formOf(entry), effect: 'flag', note: '' }, entry)).toEqual({
    effect: 'flag',
    note: null,
  });
});

test('[OFFICE42] a draft leaves out refused lines, and can be tried before it has a category', () => {
  const draft = draftOf(form({ text: 'nul\nx', category: ' ' }), null, [{ text: 'x' }]);
  expect(draft.add.map(({ text }) => text)).toEqual(['nul']);
  expect(draft.add[0]?.category).not.toBe('');
  const entry = entryWith({ id: 'e7' });
  expect(draftOf({ ...formOf(entry), strictness: 'strict' }, entry, [])).toEqual({
    add: [],
    change: [{ id: 'e7', entry: { strictness: 'strict' } }],
    remove: [],
  });
});

test('[OFFICE56] what stands in the way of saving is named: no line, too many of them, no category', () => {
  expect(missingIn(form({ text: ' \n' }))).toBe('lines');
  const long = Array.from({ length: MOST_LINES + 1 }, (_, index) => `mot${index}`).join('\n');
  expect(missingIn(form({ text: long }))).toBe('tooMany');
  expect(missingIn(form({ text: 'nul', category: ' ' }))).toBe('category');
  expect(missingIn(form({ text: 'nul' }))).toBeNull();
});
