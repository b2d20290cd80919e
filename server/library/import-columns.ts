/** What the columns of an imported file may be called, and what may stand in them, in French and English. */
import type { EntryChange, EntryKind } from '../protocol/library.ts';

export type Column = 'text' | 'kind' | keyof EntryChange;

const NAMES: Record<Column, string[]> = {
  text: [
    'text',
    'texte',
    'terme',
    'term',
    'mot',
    'word',
    'expression',
    'phrase',
    'entree',
    'entry',
    ...links(),
  ],
  kind: ['type', 'kind', 'genre', 'sorte'],
  listing: ['liste', 'listing', 'list', 'statut', 'status'],
  category: ['categorie', 'category'],
  effect: ['effet', 'effect', 'action'],
  note: ['note', 'notes', 'commentaire', 'comment', 'remarque'],
  language: ['langue', 'language', 'lang'],
  strictness: ['strictness', 'severite', 'severity', 'rigueur', 'exigence'],
  exactCase: ['exactcase', 'casse exacte', 'exact case', 'casse', 'case'],
  exactAccents: ['exactaccents', 'accents exacts', 'exact accents', 'accents'],
  subdomains: ['subdomains', 'sous-domaines', 'sous domaines', 'sub-domains', 'with subdomains'],
};

function links(): string[] {
  return ['lien', 'link', 'url', 'domaine', 'domain'];
}

const YES_NO: [string[], boolean][] = [
  [['oui', 'yes', 'true', 'vrai', '1', 'x', 'o', 'y'], true],
  [['non', 'no', 'false', 'faux', '0', 'n'], false],
];

type Value = string | boolean | null;

const VALUES: Partial<Record<Column, [string[], Value][]>> = {
  kind: [
    [['term', 'terme', 'mot', 'word', 'expression', 'phrase'], 'term'],
    [links(), 'link'],
  ],
  listing: [
    [['forbidden', 'interdit', 'interdite', 'bloque', 'blocked', 'deny', 'blacklist'], 'forbidden'],
    [['allowed', 'autorise', 'autorisee', 'permis', 'exception', 'allow', 'whitelist'], 'allowed'],
  ],
  effect: [
    [['hold', 'retenir', 'attente', 'en attente', 'mettre en attente', 'held'], 'hold'],
    [['reject', 'rejeter', 'refuser', 'rejected', 'block', 'bloquer'], 'reject'],
    [['flag', 'signaler', 'marquer', 'flagged'], 'flag'],
    [['categorie', 'category', 'defaut', 'default', 'par defaut'], null],
  ],
  strictness: [
    [['normal', 'normale'], 'normal'],
    [['strict', 'stricte'], 'strict'],
    [['literal', 'litteral', 'litterale'], 'literal'],
  ],
  language: [
    [['fr', 'francais', 'french'], 'fr'],
    [['en', 'anglais', 'english'], 'en'],
    [['es', 'espagnol', 'spanish', 'espanol'], 'es'],
    [['de', 'allemand', 'german', 'deutsch'], 'de'],
    [['it', 'italien', 'italian', 'italiano'], 'it'],
    [['pt', 'portugais', 'portuguese', 'portugues'], 'pt'],
    [['nl', 'neerlandais', 'dutch', 'nederlands'], 'nl'],
    [['*', 'toutes', 'any', 'all'], null],
  ],
  category: [
    [['insulte', 'insultes', 'insult', 'insults'], 'insult'],
    [['propos haineux', 'haine', 'slur', 'slurs', 'hate'], 'slur'],
    [['propos sexuel', 'propos sexuels', 'sexuel', 'sexual'], 'sexual'],
    [['menace', 'menaces', 'threat', 'threats'], 'threat'],
    [['arnaque', 'arnaques', 'scam', 'scams'], 'scam'],
    [['concurrent', 'concurrents', 'competitor', 'competitors'], 'competitor'],
  ],
  exactCase: YES_NO,
  exactAccents: YES_NO,
  subdomains: YES_NO,
};

/** What an empty cell says; a column not named here then says nothing of the entry. */
const EMPTY: Partial<Record<Column, Value>> = { effect: null, note: null, language: null };

/** The column a header names; null for one we have no use for. */
export function columnOf(header: string): Column | null {
  const name = folded(header);
  const found = Object.entries(NAMES).find(([, names]) => names.includes(name));
  return (found?.[0] as Column | undefined) ?? null;
}

/** What all entries of a file are when the column of their texts says so. */
export function kindOfHeader(header: string): EntryKind | null {
  const name = folded(header);
  if (links().includes(name)) return 'link';
  return ['terme', 'term', 'mot', 'word', 'expression', 'phrase'].includes(name) ? 'term' : null;
}

/** What a cell says; undefined = nothing, `unknown` = something we do not understand. */
export function readCell(column: Column, cell: string): { value: Value | undefined } | 'unknown' {
  if (cell.trim() === '') return { value: EMPTY[column] };
  const known = VALUES[column];
  if (!known) return { value: cell.trim() };
  const name = folded(cell);
  const found = known.find(([names]) => names.includes(name));
  if (found) return { value: found[1] };
  // A category may be one of the site's own.
  if (column === 'category') return { value: cell.trim() };
  return column === 'language' && isLanguage(name) ? { value: name } : 'unknown';
}

/** Made with the first file: it is slow to make, and the start need not wait for it. */
let languages: Intl.DisplayNames | null = null;

function isLanguage(code: string): boolean {
  languages ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  return /^[a-z]{2,3}$/.test(code) && languages.of(code) !== undefined;
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();
}
