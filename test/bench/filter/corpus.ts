import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One text and what should become of it. Which fields are there depends on the file. */
export type Row = {
  id: string;
  lang: string;
  text: string;
  kind: string;
  expect: 'match' | 'clean';
  evasion?: string;
  tier?: 'core' | 'hard' | 'stretch';
  policy?: string;
  terms?: string[];
  allow?: string[];
  terms_lang?: string;
  /** Of `terms`, in words. */
  syntax?: string;
};

export type Corpus = {
  name: string;
  /** Words and phrases, all languages at once. */
  terms: string[];
  allowed: string[];
  links: string[];
  evasions: Row[];
  innocents: Row[];
  linkRows: Row[];
  /** Is there any link at all. */
  anyLinkRows: Row[];
  contacts: Row[];
  comments: Row[];
  semantics: Row[];
  /** Texts in languages that have lists of their own. */
  laterRows: Row[];
  laterTerms: { text: string; language: string }[];
};

const LATER = ['es', 'it', 'pt', 'nl'];

/** Reads a folder of JSON Lines files and lists; a file that is not there is a part without rows. */
export function readCorpus(folder: string): Corpus {
  if (!existsSync(join(folder, 'evasion.jsonl'))) throw new Error(`No evasion.jsonl in ${folder}`);
  const rows = (name: string) => linesOf(join(folder, name)).map((line) => JSON.parse(line) as Row);
  const list = (name: string) => linesOf(join(folder, 'lists', `${name}.txt`));
  return {
    name: 'the folder given',
    terms: ['words_en', 'words_fr', 'brands'].flatMap(list),
    allowed: list('allow'),
    links: list('links'),
    evasions: rows('evasion.jsonl'),
    innocents: rows('innocent.jsonl'),
    linkRows: rows('links.jsonl'),
    anyLinkRows: rows('links_any.jsonl'),
    contacts: rows('contacts.jsonl'),
    comments: rows('realistic.jsonl'),
    semantics: rows('semantics.jsonl'),
    laterRows: rows('later_languages.jsonl'),
    laterTerms: LATER.flatMap((language) => list(`later_${language}`).map((text) => ({ text, language }))),
  };
}

function linesOf(file: string): string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
}
