import { expect, test } from 'vitest';
import {
  importPath,
  sourceOfFile,
  sourceOfText,
  toSave,
} from '../../../web-components/back-office/screens/library/import-file.ts';

test('[OFFICE52] a file is read as its name says, else as it begins', async () => {
  expect((await sourceOfFile(new File(['text\nnul'], 'liste.CSV'))).format).toBe('csv');
  expect((await sourceOfFile(new File(['nul'], 'liste.json'))).format).toBe('json');
  expect((await sourceOfFile(new File([' [{"text":"nul"}]'], 'liste'))).format).toBe('json');
  expect((await sourceOfFile(new File(['nul'], 'liste'))).format).toBe('csv');
});

test('[OFFICE52] a file goes as it is, under its type', async () => {
  const { body } = await sourceOfFile(new File(['text\nnul'], 'liste.csv'));
  expect(body.type).toBe('text/csv');
  expect(await body.text()).toBe('text\nnul');
  expect(sourceOfText('{"entries": []}').body.type).toBe('application/json');
});

test('[OFFICE52] what lines do not say themselves goes along', () => {
  expect(importPath('csv', ' insult ', null)).toBe('library/imports?format=csv&category=insult');
  expect(importPath('csv', ' ', null)).toBe('library/imports?format=csv');
  expect(importPath('json', 'à nous', 'flag')).toBe(
    'library/imports?format=json&category=%C3%A0+nous&effect=flag',
  );
});

test('[OFFICE52] doubtful lines are saved only when asked for, refused ones never', () => {
  const counts = { new: 5, changed: 2, same: 40, doubtful: 3, refused: 7 };
  expect(toSave(counts, false)).toBe(7);
  expect(toSave(counts, true)).toBe(10);
});
