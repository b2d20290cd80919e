import type { listEarnedBetween } from '../../db/thanks-of-month.ts';
import { csvCell } from '../library/spreadsheet-cell.ts';

const COLUMNS = ['name', 'role', 'thanks', 'accepted', 'points'] as const;
type Row = Awaited<ReturnType<typeof listEarnedBetween>>[number];

/** The people of a month as CSV (RFC 4180, with a byte order mark); a name that begins like a formula stays a name. */
export function monthCsv(rows: Row[]): string {
  const lines = rows.map((row) => COLUMNS.map((column) => csvCell(String(row[column]))).join(','));
  return `\uFEFF${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}
