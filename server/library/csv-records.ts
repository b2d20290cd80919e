import { parse } from 'csv-parse/sync';

/** A line of the file as cells; null = it could not be read. `line` counts from 1, at the record's first line. */
export type CsvRecord = { line: number; raw: string; cells: string[] | null };

const DELIMITERS = [';', ',', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** A quoted cell longer than this was never closed: only its first line is given up. */
const LONGEST = { lines: 200, characters: 10_000 };
/** What is read in one go: this many lines, with records or without, or characters. */
const BATCH = { lines: 200, characters: 64 * 1024 };

/** Nobody writes a line this long by hand, and reading it would hold up everybody else. */
export const isTooLong = (line: string) => line.length > LONGEST.characters;

/** What separates the cells of this line: what occurs most outside quotes; null = it is one cell. */
export function delimiterOf(line: string): Delimiter | null {
  const outside = line.replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => outside.split(delimiter).length - 1);
  const most = Math.max(...counts);
  return most === 0 ? null : (DELIMITERS[counts.indexOf(most)] ?? null);
}

/** The records of a CSV text (RFC 4180), a few hundred at a time; a bad one costs no other. */
export function* csvRecords(text: string, delimiter: Delimiter): Generator<CsvRecord[]> {
  for (const batch of inBatches(rawRecords(text))) yield parseBatch(batch, delimiter);
}

/** The lines of a text, numbered from 1, a few hundred at a time. */
export function* linesOf(text: string): Generator<CsvRecord[]> {
  yield* inBatches(rawRecords(text, (at) => ({ end: endOfLine(text, at), lines: 1 })));
}

/** Nothing but empty lines makes an empty batch: whoever reads can let others go first. */
function* inBatches(records: Iterable<CsvRecord>): Generator<CsvRecord[]> {
  let [batch, lines, characters]: [CsvRecord[], number, number] = [[], 0, 0];
  for (const record of records) {
    if (record.raw.trim() !== '') batch.push(record);
    lines += 1;
    characters += record.raw.length;
    if (lines < BATCH.lines && characters < BATCH.characters) continue;
    yield batch;
    [batch, lines, characters] = [[], 0, 0];
  }
  yield batch;
}

type EndOf = (at: number) => { end: number; lines: number };

/** Cuts where a line ends outside quotes. */
function* rawRecords(
  text: string,
  endOf: EndOf = (at) => endOfRecord(text, at, endOfLine(text, at)),
): Generator<CsvRecord> {
  let line = 1;
  for (let at = 0; at < text.length; ) {
    const { end, lines } = endOf(at);
    yield { line, raw: text.slice(at, end), cells: null };
    at = end + 1;
    line += lines;
  }
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

/** The end of the first line after which all quotes are closed, or of the very first when none is. */
function endOfRecord(text: string, at: number, first: number): { end: number; lines: number } {
  if (first - at > LONGEST.characters) return { end: first, lines: 1 };
  let isOpen = quotesIn(text, at, first) % 2 === 1;
  let end = first;
  for (let lines = 1; ; lines++) {
    if (!isOpen) return { end, lines };
    if (lines >= LONGEST.lines || end >= text.length) return { end: first, lines: 1 };
    const next = endOfLine(text, end + 1);
    if (next - at > LONGEST.characters) return { end: first, lines: 1 };
    if (quotesIn(text, end + 1, next) % 2 === 1) isOpen = false;
    end = next;
  }
}

/** In the part alone: where it has none, the next one may be at the far end of the file. */
function quotesIn(text: string, from: number, to: number): number {
  return text.slice(from, to).split('"').length - 1;
}

function parseBatch(batch: CsvRecord[], delimiter: Delimiter): CsvRecord[] {
  if (batch.some(({ raw }) => isTooLong(raw))) return batch.map((record) => parseAlone(record, delimiter));
  const together = parseCells(batch.map((record) => record.raw).join('\n'), delimiter);
  if (together?.length === batch.length) {
    return batch.map((record, index) => ({ ...record, cells: together[index] ?? null }));
  }
  return batch.map((record) => parseAlone(record, delimiter));
}

function parseAlone(record: CsvRecord, delimiter: Delimiter): CsvRecord {
  const alone = isTooLong(record.raw) ? null : parseCells(record.raw, delimiter);
  return { ...record, cells: alone?.length === 1 ? (alone[0] ?? null) : null };
}

function parseCells(csv: string, delimiter: Delimiter): string[][] | null {
  try {
    return parse(csv, { delimiter, relax_column_count: true, trim: true, record_delimiter: '\n' });
  } catch {
    // Badly quoted somewhere: read record by record, and told line by line.
    return null;
  }
}
