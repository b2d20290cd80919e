import {
  type CsvRecord,
  csvRecords,
  type Delimiter,
  delimiterOf,
  isTooLong,
} from '../library/csv-records.ts';
import { plainCell } from '../library/spreadsheet-cell.ts';
import { columnsOf, languageOf, type PeopleColumn } from './people-columns.ts';

/** One person as a list gives them. `said` is what stands where the address should. */
export type ReadPerson = {
  /** From 1; several people may stand on one line. */
  line: number;
  said: string;
  email: string;
  name: string;
  language: string;
  topics: string[];
  isReadable: boolean;
};

/**
 * People from what a manager pasted or a spreadsheet saved: with a header line that names its columns, else by
 * what the cells look like. Several addresses on a line are several people; `Léa <lea@example.com>` is known.
 * Some hundred lines at a time.
 */
export function* readPeople(text: string): Generator<ReadPerson[]> {
  const start = text.length - text.trimStart().length;
  const end = text.indexOf('\n', start);
  const first = text.slice(start, end === -1 ? text.length : end);
  const delimiter = isTooLong(first)
    ? ','
    : (delimiterOf(first) ?? delimiterOf(text.slice(start, start + SAMPLE)) ?? ',');
  const columns = isTooLong(first) ? null : headerOf(first, delimiter);
  let isFirst = columns !== null;
  for (const records of csvRecords(text, delimiter)) {
    yield records.slice(isFirst && records.length > 0 ? 1 : 0).flatMap((record) => peopleOf(record, columns));
    if (records.length > 0) isFirst = false;
  }
}

/** Where the first line is one address alone, the next ones may have more to say. */
const SAMPLE = 4000;

type Columns = Map<PeopleColumn, number>;

function headerOf(line: string, delimiter: Delimiter): Columns | null {
  const [record] = [...csvRecords(line, delimiter)].flat();
  return columnsOf(record?.cells ?? []);
}

function peopleOf({ line, raw, cells }: CsvRecord, columns: Columns | null): ReadPerson[] {
  if (columns && cells) return [personInColumns(line, cells.map(plain), columns)];
  const isReadable = !columns && !isTooLong(raw) && raw.split('"').length % 2 === 1;
  if (!isReadable) return [{ ...nobody(line, raw.slice(0, SHOWN)), isReadable }];
  return peopleInCells(line, cellsOf(raw));
}

const plain = (cell: string) => plainCell(cell).trim();

/** Whatever separates on this line, but for what is quoted or between `<>`. */
const cellsOf = (raw: string): string[] =>
  (raw.match(/(?:"[^"]*"|<[^<>]*>|[^,;\t"])+/g) ?? []).map((cell) =>
    plain(cell.trim().replace(/^"(.*)"$/s, (_, inner: string) => inner.replaceAll('""', '"'))),
  );

function personInColumns(line: number, cells: string[], columns: Columns): ReadPerson {
  const cell = (column: PeopleColumn) => cells[columns.get(column) ?? -1] ?? '';
  const person = addressed(line, cell('email'));
  return {
    ...person,
    name: cell('name') || person.name,
    language: cell('language'),
    topics: topicsOf(cell('topics')),
  };
}

/** Without a header: one address with what is said about it, or several addresses. */
function peopleInCells(line: number, cells: string[]): ReadPerson[] {
  const filled = cells.filter((cell) => cell !== '');
  const addresses = filled.filter((cell) => cell.includes('@'));
  if (addresses.length !== 1)
    return (addresses.length > 1 ? filled : [filled.join(' ')]).map((cell) => addressed(line, cell));
  const person = addressed(line, addresses[0]!);
  const others = filled.filter((cell) => !cell.includes('@'));
  const language = others.find((cell) => cell.length <= 10 && languageOf(cell)) ?? '';
  const [name = '', ...topics] = others.filter((cell) => cell !== language);
  return [{ ...person, name: person.name || name, language, topics: topics.flatMap(topicsOf) }];
}

/** `Léa Martin <lea@example.com>` as mail programs copy it (RFC 5322 §3.4), or an address alone. */
function addressed(line: number, said: string): ReadPerson {
  const named = /^(.*)<([^<>]*)>\s*$/.exec(said);
  if (!named) return { ...nobody(line, said), email: said.replace(/^mailto:/i, '') };
  const name = named[1]!.trim().replace(/^"(.*)"$/, '$1');
  return { ...nobody(line, said), email: named[2]!.trim(), name };
}

const nobody = (line: number, said: string): ReadPerson => ({
  line,
  said,
  email: '',
  name: '',
  language: '',
  topics: [],
  isReadable: true,
});

/** A line that cannot be read is shown so far. */
const SHOWN = 200;

const topicsOf = (cell: string): string[] =>
  cell
    .split(/[,;|/]/)
    .map((topic) => topic.trim())
    .filter(Boolean);
