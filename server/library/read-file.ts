import { parse as parseDomain } from 'tldts';
import { LIMITS } from '../limits.ts';
import type { EntryKind, ImportLine } from '../protocol/back-office.ts';
import { type CsvRecord, csvRecords, type Delimiter, delimiterOf } from './csv-records.ts';
import type { EntryValues } from './entry-values.ts';
import { type Column, columnOf, kindOfHeader, readCell } from './import-columns.ts';
import { plainCell } from './spreadsheet-cell.ts';

/** One entry as a file gives it: only what the file says of it. */
export type FileEntry = {
  line: number;
  kind: EntryKind;
  text: string;
  given: Partial<Omit<EntryValues, 'kind' | 'text'>>;
  problem: Pick<ImportLine, 'code' | 'column'> | null;
};

/** A file that as a whole makes no sense: why, in words. */
export class UnreadableFile extends Error {}

/**
 * A list with a header line that names its columns, or one term a line.
 * @throws UnreadableFile when it has several columns and none is known
 */
export function* readCsv(text: string): Generator<FileEntry[]> {
  const end = text.indexOf('\n');
  const first = end === -1 ? text : text.slice(0, end);
  const delimiter = delimiterOf(first) ?? ',';
  const header = headerOf(first, delimiter);
  if (header) {
    for (const records of csvRecords(text, delimiter)) {
      yield records
        .filter((record) => record.line > 1)
        .map((record) => entryOf(withPlainCells(record), header));
    }
    return;
  }
  if (delimiter !== ',') throw new UnreadableFile('No column is called term, text, word or link.');
  yield* readList(text);
}

type Header = { columns: (Column | null)[]; names: string[]; kind: EntryKind | null };

function headerOf(line: string, delimiter: Delimiter): Header | null {
  const [record] = [...csvRecords(line, delimiter)].flat();
  const names = record?.cells ?? [];
  const columns = names.map(columnOf);
  const place = columns.indexOf('text');
  return place === -1 ? null : { columns, names, kind: kindOfHeader(names[place] ?? '') };
}

function withPlainCells(record: CsvRecord): CsvRecord {
  return { ...record, cells: record.cells?.map(plainCell) ?? null };
}

function entryOf({ line, raw, cells }: CsvRecord, header: Header): FileEntry {
  if (!cells) {
    return { line, kind: 'term', text: raw.slice(0, 200), given: {}, problem: unreadable };
  }
  const fields: Record<string, unknown> = {};
  let problem: FileEntry['problem'] = null;
  for (const [index, column] of header.columns.entries()) {
    if (!column) continue;
    const cell = cells[index] ?? '';
    const read = readCell(column, cell);
    if (read === 'unknown' || isTooLong(column, cell)) {
      problem ??= { code: 'unknown-column-value', column: `${header.names[index]}: ${cell.slice(0, 60)}` };
    } else if (read.value !== undefined) fields[column] = read.value;
  }
  const { text = '', kind = header.kind, ...given } = fields as Partial<EntryValues>;
  return { line, kind: kind ?? guessKind(text), text, given, problem };
}

const unreadable = { code: 'unreadable', column: null } as const;

function isTooLong(column: Column, cell: string): boolean {
  if (column === 'category') return cell.length > LIMITS.entry.category;
  return column === 'note' && cell.length > LIMITS.note.codePoints;
}

const BATCH = 200;

function* readList(text: string): Generator<FileEntry[]> {
  let batch: FileEntry[] = [];
  let line = 0;
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf('\n', at);
    const end = found === -1 ? text.length : found;
    const said = unquoted(text.slice(at, end).trim());
    line += 1;
    at = end + 1;
    if (said === '') continue;
    batch.push({ line, kind: guessKind(said), text: said, given: {}, problem: null });
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

function unquoted(text: string): string {
  const inner = /^"(.*)"$/.exec(text)?.[1];
  return plainCell(inner === undefined ? text : inner.replaceAll('""', '"'));
}

/** The library as we export it, one entry a line between brackets; or any small JSON list. */
export function* readJson(text: string): Generator<FileEntry[]> {
  const lines = text.trim().split('\n');
  const byLine = lines.length > 2 && lines[0] === '[' && lines.at(-1) === ']';
  const items = byLine ? linesOf(lines) : wholeOf(text);
  for (let at = 0; at < items.length; at += BATCH) {
    yield items.slice(at, at + BATCH).map(({ line, json }) => entryOfJson(line, json));
  }
}

type JsonItem = { line: number; json: string };

const linesOf = (lines: string[]): JsonItem[] =>
  lines
    .slice(1, -1)
    .map((line, index) => ({ line: index + 2, json: line.replace(/,\s*$/, '') }))
    .filter(({ json }) => json.trim() !== '');

/** Read in one go, so only as much as takes a moment. */
function wholeOf(text: string): JsonItem[] {
  if (text.length > LIMITS.library.wholeJson) {
    throw new UnreadableFile('Write a list this long with one entry on each line, as the export does.');
  }
  const read = parseJson(text);
  const list = Array.isArray(read) ? read : (read as { entries?: unknown } | null)?.entries;
  if (!Array.isArray(list)) throw new UnreadableFile('This is not a list of entries in JSON.');
  return list.map((item, index) => ({ line: index + 1, json: JSON.stringify(item) }));
}

function entryOfJson(line: number, json: string): FileEntry {
  const item = parseJson(json);
  if (typeof item === 'string') return { line, kind: guessKind(item), text: item, given: {}, problem: null };
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    return { line, kind: 'term', text: json.slice(0, 200), given: {}, problem: unreadable };
  }
  const names = Object.keys(item);
  const cells = Object.values(item).map((value) => (value === null ? '' : String(value)));
  return entryOf({ line, raw: json, cells }, { columns: names.map(columnOf), names, kind: null });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Told as a line, or a file, that cannot be read.
    return undefined;
  }
}

/** A domain of a real ending, with no blank around it, is meant as a link. */
function guessKind(text: string): EntryKind {
  if (/\s/.test(text) || !text.includes('.')) return 'term';
  const { domain, isIcann } = parseDomain(text);
  return domain !== null && isIcann === true ? 'link' : 'term';
}
