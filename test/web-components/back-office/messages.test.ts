import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Message, Messages } from '../../../web-components/back-office/locales/index.ts';

const folder = join(import.meta.dirname, '../../../web-components/back-office/locales');
const files = readdirSync(folder).filter((file) => file !== 'index.ts');
const loaded = await Promise.all(
  files.map(
    async (file) =>
      [file, ((await import(join(folder, file))) as { default: Messages<string> }).default] as const,
  ),
);
const texts = (locale: 'fr' | 'en') =>
  loaded.flatMap(([file, words]) =>
    Object.entries(words[locale]).map(([key, message]) => ({ at: `${file} ${key}`, message })),
  );
const lines = (message: Message) => (typeof message === 'string' ? [message] : [...message]);
const parameters = (message: Message) =>
  new Set(lines(message).flatMap((line) => line.match(/\{\w+\}/g) ?? []));

/** A plain space before a colon, or no no-break space before ; ? » and after «. */
const MISSING = / :|[^\u00a0\u202f][;?»]|«[^\u00a0\u202f]/;

test('[OFFICE29] French words keep their no-break spaces, and nothing on screen shouts', () => {
  const wrong = texts('fr').filter(({ message }) => lines(message).some((line) => MISSING.test(line)));
  expect(wrong).toEqual([]);
  const loud = [...texts('fr'), ...texts('en')].filter(({ message }) =>
    lines(message).some((line) => line.includes('!')),
  );
  expect(loud).toEqual([]);
});

test('[OFFICE29] both languages fill the same parameters', () => {
  expect(texts('fr').length).toBeGreaterThan(200);
  const english = new Map(texts('en').map(({ at, message }) => [at, parameters(message)]));
  for (const { at, message } of texts('fr'))
    expect([at, [...parameters(message)].sort()]).toEqual([at, [...(english.get(at) ?? [])].sort()]);
});
