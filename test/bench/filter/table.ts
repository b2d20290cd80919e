/** A table of plain text: the first column is set to the left, the others to the right unless it is all words. */
export type Table = { title: string; head: string[]; rows: string[][]; notes?: string[]; words?: boolean };

/** The table as aligned lines, readable in a terminal and in a plain file. */
export function textOf({ title, head, rows, notes = [], words = false }: Table): string {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => widthOf(row[column] ?? ''))),
  );
  const line = (row: string[]) =>
    row
      .map((cell, column) => padded(cell, widths[column]!, column > 0 && !words))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return ['', title, '', line(head), rule, ...rows.map(line), ...notes.map((note) => `  ${note}`)].join('\n');
}

/** `part` of `whole` in per cent, one decimal; `–` when there is nothing to divide by. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}

/** A number with its thousands apart. */
export function grouped(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

/** A duration with the unit a person would choose. */
export function duration(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} ms`;
}

function padded(cell: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(cell)));
  return right ? space + cell : cell + space;
}

function widthOf(text: string): number {
  return [...text].length;
}
