import { type Table, textOf } from './table.ts';

/** What a run found: the tables as printed, and the figures that the bars are held against. */
export type Report = {
  tables: Table[];
  figures: Map<string, number>;
  /** Prints a table at once and keeps it. */
  add(table: Table): void;
  /** Keeps a figure under the name its bar uses. */
  measured(figure: string, value: number): void;
};

export function newReport(): Report {
  const tables: Table[] = [];
  const figures = new Map<string, number>();
  return {
    tables,
    figures,
    add(table) {
      tables.push(table);
      console.log(textOf(table));
    },
    measured: (figure, value) => figures.set(figure, value),
  };
}
