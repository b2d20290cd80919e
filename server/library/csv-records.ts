import { parse } from 'csv-parse/sync';

/** A line of the file as cells; null = it could not be read. `line` counts from 1, at the record's first line. */
export type CsvRecord = { line: number; raw: string; cells: string[] | null };

const DELIMITERS = [';', ',', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** A quoted cell longer than this was never closed: only its first line is given up. */
const LONGEST = { lines: 30, characters: 10_000 };
const BATCH = 200;

/** What separates the cells of this line: what occurs most outside quotes; null = it is one cell. */
export function delimiterOf(line: string): Delimiter | null {
  const outside = line.replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => outside.split(delimiter).length - 1);
  const most = Math.max(...counts);
  return most === 0 ? null : (DELIMITERS[counts.indexOf(most)] ?? null);
}

/** The records of a CSV text (RFC 4180), a few hundred at a time; a bad one costs no other. */
export function* csvRecords(text: string, delimiter: Delimiter): Generator<CsvRecord[]> {
  let batch: CsvRecord[] = [];
  for (const record of rawRecords(text)) {
    batch.push(record);
    if (batch.length < BATCH) continue;
    yield parseBatch(batch, delimiter);
    batch = [];
  }
  yield parseBatch(batch, delimiter);
}

/** Cuts where a line ends outside quotes. Empty lines are no records. */
function* rawRecords(text: string): Generator<CsvRecord> {
  let line = 1;
  for (let at = 0; at < text.length; ) {
    const first = endOfLine(text, at);
    const { end, lines } = endOfRecord(text, at, first);
    const raw = text.slice(at, end);
    if (raw.trim() !== '') yield { line, raw, cells: null };
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
  let isOpen = quotesIn(text, at, first) % 2 === 1;
  let end = first;
  for (let lines = 1; ; lines++) {
    if (!isOpen) return { end, lines };
    const isTooLong = lines >= LONGEST.lines || end - at > LONGEST.characters;
    if (isTooLong || end >= text.length) return { end: first, lines: 1 };
    const next = endOfLine(text, end + 1);
    if (quotesIn(text, end + 1, next) % 2 === 1) isOpen = false;
    end = next;
  }
}

function quotesIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('"', from); at !== -1 && at < to; at = text.indexOf('"', at + 1)) count += 1;
  return count;
}

function parseBatch(batch: CsvRecord[], delimiter: Delimiter): CsvRecord[] {
  const together = parseCells(batch.map((record) => record.raw).join('\n'), delimiter);
  if (together?.length === batch.length) {
    return batch.map((record, index) => ({ ...record, cells: together[index] ?? null }));
  }
  return batch.map((record) => {
    const alone = parseCells(record.raw, delimiter);
    return { ...record, cells: alone?.length === 1 ? (alone[0] ?? null) : null };
  });
}

function parseCells(csv: string, delimiter: Delimiter): string[][] | null {
  try {
    return parse(csv, { delimiter, relax_column_count: true, trim: true, record_delimiter: '\n' });
  } catch {
    // Badly quoted somewhere: read record by record, and told line by line.
    return null;
  }
}
