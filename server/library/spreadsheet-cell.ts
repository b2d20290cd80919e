/**
 * A spreadsheet runs a cell that begins like a formula, whoever wrote it (OWASP, "CSV injection"): such a
 * cell is written behind an apostrophe, and read back without it. So is what follows a separator within a
 * cell: a spreadsheet of another country, which separates by semicolons, begins a cell there.
 */
const FORMULA = /^'*\s*[=+\-@\t\r\n＝＋－＠]/;
const WITHIN = /([;,\t\r\n][" ]{0,9})(?='*[=+\-@＝＋－＠])/g;
const WITHIN_SAFE = /([;,\t\r\n][" ]{0,9})'(?='*[=+\-@＝＋－＠])/g;

export function safeCell(text: string): string {
  const within = text.replace(WITHIN, "$1'");
  return FORMULA.test(text) ? `'${within}` : within;
}

export function plainCell(cell: string): string {
  const isSafe = cell.startsWith("'") && FORMULA.test(cell.slice(1));
  return (isSafe ? cell.slice(1) : cell).replace(WITHIN_SAFE, '$1');
}

/** A cell as CSV (RFC 4180) writes it. */
export const csvCell = (text: string) => {
  const safe = safeCell(text);
  return /[";,\t\n\r]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
