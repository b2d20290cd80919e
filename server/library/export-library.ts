import type { SiteRow } from '../../db/schema.ts';
import type { AppContext } from '../context.ts';
import { type EntryValues, valuesOf } from './entry-values.ts';
import { entryPages } from './load-library.ts';
import { csvCell } from './spreadsheet-cell.ts';

const COLUMNS = [
  'kind',
  'text',
  'listing',
  'category',
  'effect',
  'note',
  'language',
  'strictness',
  'exactCase',
  'exactAccents',
  'subdomains',
] as const satisfies (keyof EntryValues)[];

/**
 * The library of one version as a file, page by page: CSV (RFC 4180, with a byte order mark for spreadsheets)
 * or JSON with one entry on each line.
 */
export function exportLibrary(
  ctx: AppContext,
  site: SiteRow,
  format: 'csv' | 'json',
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const parts = format === 'csv' ? csvParts(ctx, site) : jsonParts(ctx, site);
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}

async function* csvParts(ctx: AppContext, site: SiteRow): AsyncGenerator<string> {
  yield `\uFEFF${COLUMNS.join(',')}\r\n`;
  for await (const rows of entryPages(ctx.db, site.id, site.library_version)) {
    yield rows.map((row) => `${csvLine(valuesOf(row))}\r\n`).join('');
  }
}

function csvLine(values: EntryValues): string {
  return COLUMNS.map((column) => csvCell(cellOf(values[column]))).join(',');
}

function cellOf(value: string | boolean | null): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value ?? '';
}

async function* jsonParts(ctx: AppContext, site: SiteRow): AsyncGenerator<string> {
  let before = '[\n';
  for await (const rows of entryPages(ctx.db, site.id, site.library_version)) {
    yield before + rows.map((row) => JSON.stringify(valuesOf(row))).join(',\n');
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
