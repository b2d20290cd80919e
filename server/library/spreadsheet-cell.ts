/**
 * A spreadsheet runs a cell that begins like a formula, whoever wrote it (OWASP, "CSV injection"): such a
 * cell is written behind an apostrophe, and read back without it.
 */
const FORMULA = /^'*\s*[=+\-@\t\r\n]/;

export const safeCell = (text: string) => (FORMULA.test(text) ? `'${text}` : text);

export const plainCell = (cell: string) =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;

/** A cell as CSV (RFC 4180) writes it. */
export const csvCell = (text: string) => {
  const safe = safeCell(text);
  return /[";,\t\n\r]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
