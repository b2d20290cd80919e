import { parse as parseDomain } from 'tldts';
import { LIMITS } from '../limits.ts';
import type { EntryKind, ImportLine, ImportProblem } from '../protocol/library.ts';
import {
  type CsvRecord,
  csvRecords,
  type Delimiter,
  delimiterOf,
  isTooLong,
  linesOf,
} from './csv-records.ts';
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

/** A file that as a whole makes no sense, and why. */
export class UnreadableFile extends Error {
  readonly problem: ImportProblem;

  constructor(problem: ImportProblem) {
    super(problem);
    this.problem = problem;
  }
}

/**
 * A list with a header line that names its columns, or one term a line.
 * @throws UnreadableFile when it has several columns and none is known
 */
export function* readCsv(text: string): Generator<FileEntry[]> {
  const end = text.indexOf('\n');
  const line = end === -1 ? text : text.slice(0, end);
  const first = isTooLong(line) ? '' : line;
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
  if (delimiter !== ',') throw new UnreadableFile('no-known-column');
  for (const lines of linesOf(text)) yield lines.map(entryOfLine);
}

/** Where each column stands: the first of those that are called alike. */
type Header = { columns: Map<Column, number>; names: string[]; kind: EntryKind | null };

function headerOf(line: string, delimiter: Delimiter): Header | null {
  const [record] = [...csvRecords(line, delimiter)].flat();
  const header = headerNamed(record?.cells ?? []);
  const place = header.columns.get('text');
  return place === undefined ? null : { ...header, kind: kindOfHeader(header.names[place] ?? '') };
}

function headerNamed(names: string[]): Header {
  const columns: Header['columns'] = new Map();
  for (const [index, name] of names.entries()) {
    const column = columnOf(name);
    if (column && !columns.has(column)) columns.set(column, index);
  }
  return { columns, names, kind: null };
}

function withPlainCells(record: CsvRecord): CsvRecord {
  return { ...record, cells: record.cells?.map(plainCell) ?? null };
}

function entryOf({ line, raw, cells }: CsvRecord, header: Header): FileEntry {
  if (!cells) return unreadable(line, raw);
  const fields: Record<string, unknown> = {};
  let problem: FileEntry['problem'] = null;
  for (const [column, index] of header.columns) {
    const cell = cells[index] ?? '';
    const read = readCell(column, cell);
    if (read === 'unknown' || hasNoRoom(column, cell)) {
      problem ??= { code: 'unknown-column-value', column: `${header.names[index]}: ${cell.slice(0, 60)}` };
    } else if (read.value !== undefined) fields[column] = read.value;
  }
  const { text = '', kind = header.kind, ...given } = fields as Partial<EntryValues>;
  return { line, kind: kind ?? guessKind(text), text, given, problem };
}

const unreadable = (line: number, raw: string): FileEntry => ({
  line,
  kind: 'term',
  text: raw.slice(0, LIMITS.entry.codePoints),
  given: {},
  problem: { code: 'unreadable', column: null },
});

function hasNoRoom(column: Column, cell: string): boolean {
  if (column === 'category') return cell.length > LIMITS.entry.category;
  return column === 'note' && cell.length > LIMITS.note.codePoints;
}

function entryOfLine({ line, raw }: CsvRecord): FileEntry {
  if (isTooLong(raw)) return unreadable(line, raw);
  const said = unquoted(raw.trim());
  return { line, kind: guessKind(said), text: said, given: {}, problem: null };
}

function unquoted(text: string): string {
  const inner = /^"(.*)"$/.exec(text)?.[1];
  return plainCell(inner === undefined ? text : inner.replaceAll('""', '"'));
}

/** The library as we export it, one entry a line between brackets; or any small JSON list. */
export function* readJson(text: string): Generator<FileEntry[]> {
  if (!/^\s*\[\n\s*[{"].*[}"],?\s*\n/.test(text.slice(0, LIMITS.library.wholeJson))) {
    yield* readWhole(text);
    return;
  }
  for (const lines of linesOf(text)) {
    yield lines.filter(({ raw }) => !/^[[\]]$/.test(raw.trim())).map(entryOfJsonLine);
  }
}

function entryOfJsonLine({ line, raw }: CsvRecord): FileEntry {
  const said = raw.trim();
  return isTooLong(raw)
    ? unreadable(line, raw)
    : entryOfJson(line, parseJson(said.endsWith(',') ? said.slice(0, -1) : said), said);
}

const BATCH = 200;

/** Read in one go, so only as much as takes a moment. */
function* readWhole(text: string): Generator<FileEntry[]> {
  if (text.length > LIMITS.library.wholeJson) {
    throw new UnreadableFile('not-in-lines');
  }
  const read = parseJson(text);
  const list = Array.isArray(read) ? read : (read as { entries?: unknown } | null)?.entries;
  if (!Array.isArray(list)) throw new UnreadableFile('not-a-list');
  for (let at = 0; at < list.length; at += BATCH) {
    yield list
      .slice(at, at + BATCH)
      .map((item: unknown, index) => entryOfJson(at + index + 1, item, shown(item)));
  }
}

function entryOfJson(line: number, item: unknown, raw: string): FileEntry {
  if (typeof item === 'string') return { line, kind: guessKind(item), text: item, given: {}, problem: null };
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return unreadable(line, raw);
  const values = Object.values(item);
  if (values.some((value) => typeof value === 'object' && value !== null)) return unreadable(line, raw);
  return entryOf({ line, raw, cells: values.map(shown) }, headerNamed(Object.keys(item)));
}

const shown = (value: unknown) => (typeof value === 'object' || value === undefined ? '' : String(value));

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
