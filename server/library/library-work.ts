import type { RunningBacktest } from './backtest.ts';
import type { LibraryCounts } from './count-library.ts';
import type { OpenImport } from './open-import.ts';
import type { TriedDrafts } from './try-text.ts';

/** What managers have under way on this node; none of it outlives the process. */
export type LibraryWork = {
  tried: TriedDrafts;
  counts: LibraryCounts;
  /** By id. */
  backtests: Map<string, RunningBacktest>;
  imports: Map<string, OpenImport>;
};

export const createLibraryWork = (): LibraryWork => ({
  tried: new Map(),
  counts: new Map(),
  backtests: new Map(),
  imports: new Map(),
});

/** What is read of them is only in memory: nobody will save it. */
export function stopImports(work: LibraryWork): void {
  for (const opened of work.imports.values()) opened.stop = true;
}
