import { checkLinks } from './checks/links.ts';
import { checkPersonalData } from './checks/personal-data.ts';
import { checkRepetition } from './checks/repetition.ts';
import { checkTerms } from './checks/terms.ts';
import type { Library } from './library.ts';
import { createLinkBook, type LinkBook } from './link-book.ts';
import { type FoundHost, findHosts } from './link-finder.ts';
import { createMatcher, type Matcher } from './matcher.ts';
import { type Cell, skeletonOf } from './normalize.ts';
import type { JudgeInput, Reason } from './verdict.ts';

/** What is prepared once for a library. */
export type Compiled = { library: Library; matcher: Matcher; book: LinkBook };

/** What is prepared once for a text. */
type Reading = { cells: Cell[]; hosts: FoundHost[] };

type Check = (reading: Reading, input: JudgeInput, compiled: Compiled) => Reason[];

/** Every check has one opinion or none; all are asked, so that whoever decides sees everything. */
const CHECKS: readonly Check[] = [
  // What the site's managers forbid.
  (reading, { text, language }, { matcher }) =>
    checkTerms(text, () => reading.cells, language ?? null, matcher),
  ({ hosts }, { author }, { book, library }) => checkLinks(hosts, book, library.linkPolicy[author.role]),
  // What nobody should leave in public, whatever the library says.
  ({ cells, hosts }) => checkPersonalData(cells, hosts),
  // What only the author's own recent messages tell.
  ({ cells }, { history, now }) => checkRepetition(cells, history, now),
];

/** Prepares a library, once, for any number of texts. */
export function compile(library: Library): Compiled {
  return { library, matcher: createMatcher(library.terms), book: createLinkBook(library) };
}

/** The reasons of every check, in their order. */
export function runChecks(input: JudgeInput, compiled: Compiled): Reason[] {
  const reading = readingOf(input.text);
  return CHECKS.flatMap((check) => check(reading, input, compiled));
}

/** The text in cells is made when a check first asks for it: most texts need none. */
function readingOf(text: string): Reading {
  let cells: Cell[] | null = null;
  return {
    get cells() {
      cells ??= skeletonOf(text);
      return cells;
    },
    hosts: findHosts(text),
  };
}
