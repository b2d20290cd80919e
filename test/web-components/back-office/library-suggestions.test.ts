import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Api, ApiError } from '../../../web-components/back-office/api.ts';
import { emptyForm } from '../../../web-components/back-office/screens/library/entry-form.ts';
import { refusalWords } from '../../../web-components/back-office/screens/library/entry-refusal.ts';
import {
  EntrySuggestions,
  suggestible,
} from '../../../web-components/back-office/screens/library/suggested-forms.ts';

const form = (text: string, kind: 'term' | 'link' = 'term') => ({ ...emptyForm(kind, 'forbidden'), text });
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('[OFFICE54] forms are looked for of one word standing alone', () => {
  expect(suggestible(form(' connard \n'))).toBe('connard');
  expect(suggestible(form('connard\nnul'))).toBeNull();
  expect(suggestible(form('conn*'))).toBeNull();
  expect(suggestible(form('exemple.com', 'link'))).toBeNull();
  expect(suggestible(form(''))).toBeNull();
});

function suggesting(get: (text: string) => Promise<{ forms: string[] }>) {
  const asked: string[] = [];
  const failures: unknown[] = [];
  const host = {
    addController() {},
    removeController() {},
    requestUpdate() {},
    updateComplete: Promise.resolve(true),
  };
  const api = {
    get: (_path: string, query: { text: string }) => {
      asked.push(query.text);
      return get(query.text);
    },
  };
  const suggestions = new EntrySuggestions(host, {
    api: () => api as unknown as Api,
    failed: (error) => failures.push(error),
  });
  return { asked, failures, suggestions };
}

test('[OFFICE54] another word takes the suggestions of the former away', async () => {
  const { asked, suggestions } = suggesting(async (text) => ({ forms: [`${text}s`] }));
  expect(suggestions.changed(form('nul'))).toBe(true);
  await vi.runAllTimersAsync();
  expect(suggestions.forms).toEqual(['nuls']);
  expect(suggestions.changed(form('nul '))).toBe(false);
  expect(suggestions.forms).toEqual(['nuls']);
  expect(suggestions.changed(form('nul\nzut'))).toBe(true);
  expect(suggestions.forms).toEqual([]);
  await vi.runAllTimersAsync();
  expect(asked).toEqual(['nul']);
});

test('[OFFICE54] a server that knows no forms offers none; a session that ended is told', async () => {
  const unknown = suggesting(() => Promise.reject(new ApiError(404, 'not-found', '')));
  unknown.suggestions.changed(form('nul'));
  await vi.runAllTimersAsync();
  expect(unknown.suggestions.forms).toEqual([]);
  expect(unknown.failures).toEqual([]);
  const ended = suggesting(() => Promise.reject(new ApiError(401, 'unauthorized', '')));
  ended.suggestions.changed(form('nul'));
  await vi.runAllTimersAsync();
  expect(ended.failures).toHaveLength(1);
});

test('[OFFICE55] a refused entry is told in the words of the person, anything else in those of the server', () => {
  expect(refusalWords(new ApiError(422, 'too-short', 'A term needs…'))).toBe(
    'Not possible: two letters or digits at least.',
  );
  expect(refusalWords(new ApiError(409, 'conflict', 'The library…'))).toBe(
    'Not possible: in the library already.',
  );
  expect(refusalWords(new ApiError(422, 'else', 'What the server says'))).toBe('What the server says');
});
