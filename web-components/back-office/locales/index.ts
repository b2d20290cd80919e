/**
 * Words of the back office, French and English. Each screen keeps its own messages in a file of its own:
 * `export default messages({ fr: {…}, en: {…} })`, then `const t = translator(words)` and `t('title')`.
 */
import type { Locale } from '../../../server/protocol/frames.ts';

/** A message, or its singular and its plural chosen by `params.count`. `{name}` is replaced by params. */
export type Message = string | readonly [one: string, other: string];
export type Messages<K extends string> = Record<Locale, Record<K, Message>>;
export type Params = Record<string, string | number>;
export type Translate<K extends string> = (key: K, params?: Params) => string;

const STORED = 'entraide-locale';
const listeners = new Set<() => void>();
let current: Locale = 'en';

/** Checks that both languages say the same things, and gives the type its keys. */
export function messages<K extends string>(words: Messages<K>): Messages<K> {
  return words;
}

/** A function from a key to words in the language of the moment. */
export function translator<K extends string>(words: Messages<K>): Translate<K> {
  return (key, params = {}) => format(words[current][key], params, current);
}

/** Fills a message: plural first, then its parameters. */
export function format(message: Message, params: Params, locale: Locale): string {
  const text = typeof message === 'string' ? message : message[isOne(params.count, locale) ? 0 : 1];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : value;
  });
}

function isOne(count: string | number | undefined, locale: Locale): boolean {
  return new Intl.PluralRules(locale).select(Number(count ?? 0)) === 'one';
}

/** The language of the moment. */
export const locale = (): Locale => current;

/** What the person chose before, else what the browser asks for. */
export function startLocale(stored: string | null, wanted: readonly string[]): Locale {
  if (stored === 'fr' || stored === 'en') return stored;
  const known = wanted.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'fr' || tag === 'en');
  return known === 'fr' ? 'fr' : 'en';
}

/** Reads the language to begin with. */
export function beginLocale(): void {
  apply(startLocale(localStorage.getItem(STORED), navigator.languages));
}

/** Changes the language of every screen at once, and keeps the choice. */
export function setLocale(next: Locale): void {
  localStorage.setItem(STORED, next);
  apply(next);
}

function apply(next: Locale): void {
  current = next;
  document.documentElement.lang = next;
  for (const listener of listeners) listener();
}

/** Calls `listener` when the language changes. @returns what stops it. */
export function onLocale(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
