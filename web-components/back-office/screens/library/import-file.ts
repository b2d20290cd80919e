/** What is brought to an import. No DOM. */
import type { Effect, ImportOutcome } from '../../../../server/protocol/library.ts';

export type ImportFormat = 'csv' | 'json';
export type ImportSource = { name: string; body: Blob; format: ImportFormat };

/** A chosen or dropped file, as its name or the way it begins says. */
export async function sourceOfFile(file: File): Promise<ImportSource> {
  const named = /\.json$/i.test(file.name) ? 'json' : /\.(csv|txt|tsv)$/i.test(file.name) ? 'csv' : null;
  const format = named ?? formatOfText(await file.slice(0, 100).text());
  return { name: file.name, body: typed(file, format), format };
}

/** A pasted list. */
export function sourceOfText(text: string): ImportSource {
  const format = formatOfText(text);
  return { name: '', body: typed(text, format), format };
}

function formatOfText(text: string): ImportFormat {
  return /^\s*[[{]/.test(text) ? 'json' : 'csv';
}

function typed(content: Blob | string, format: ImportFormat): Blob {
  return new Blob([content], { type: format === 'json' ? 'application/json' : 'text/csv' });
}

/** Where the source is sent, with what its lines are when they do not say it. */
export function importPath(format: ImportFormat, category: string, effect: Effect | null): string {
  const name = category.trim();
  const said = { ...(name ? { category: name } : {}), ...(effect ? { effect } : {}) };
  const query = new URLSearchParams({ format, ...said });
  return `library/imports?${query}`;
}

/** How many entries saving would write. */
export function toSave(counts: Record<ImportOutcome, number>, doubtful: boolean): number {
  return counts.new + counts.changed + (doubtful ? counts.doubtful : 0);
}
