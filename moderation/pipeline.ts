import { checkLinks } from './checks/links.ts';
import { checkNewcomer } from './checks/newcomer.ts';
import { checkPace } from './checks/pace.ts';
import { checkPersonalData, type PersonalDataRule } from './checks/personal-data.ts';
import { checkRepetition } from './checks/repetition.ts';
import { checkShouting } from './checks/shouting.ts';
import { checkTerms } from './checks/terms.ts';
import type { Library, Rules } from './library.ts';
import { createLinkBook, type LinkBook } from './link-book.ts';
import { type FoundHost, findHosts } from './link-finder.ts';
import { createMatcher, type Matcher } from './matcher.ts';
import { type Cell, skeletonOf } from './normalize.ts';
import { orderNumbersOf } from './order-numbers.ts';
import { rulesOf } from './rules.ts';
import type { JudgeInput, Reason } from './verdict.ts';

/** What is prepared once for a library. */
export type Compiled = {
  library: Library;
  rules: Rules;
  matcher: Matcher;
  book: LinkBook;
  personalData: PersonalDataRule;
};

/** What is prepared once for a text; in cells only when a check first asks for it: most texts need none. */
class Reading {
  readonly hosts: FoundHost[];
  readonly #text: string;
  #cells: Cell[] | null = null;

  constructor(text: string) {
    this.#text = text;
    this.hosts = findHosts(text);
  }

  get cells(): Cell[] {
    this.#cells ??= skeletonOf(this.#text);
    return this.#cells;
  }
}

type Check = (reading: Reading, input: JudgeInput, compiled: Compiled) => Reason[];

/** Every check has one opinion or none; all are asked, so that whoever decides sees everything. */
const CHECKS: readonly Check[] = [
  // What the site's managers forbid.
  (reading, { text, language }, { matcher }) =>
    checkTerms(text, () => reading.cells, language ?? null, matcher),
  ({ hosts }, { author }, { book, library }) => checkLinks(hosts, book, library.linkPolicy[author.role]),
  // What nobody should leave in public, whatever the library says.
  (_, { text }, { personalData }) => checkPersonalData(text, personalData),
  // What the author's past tells.
  watched(({ text, history, now }, { rules }) =>
    rules.repetition ? checkRepetition(text, history, now) : [],
  ),
  watched(({ author, history, now }, { rules }) => (rules.pace ? checkPace(history, now, author.role) : [])),
  ({ hosts }, { author }, { rules, book }) => checkNewcomer(hosts, author, rules, book),
  // What is only shown to moderators.
  watched(({ text }, { rules }) => (rules.shouting ? checkShouting(text) : [])),
];

/** How moderators and managers behave is theirs to answer for: the machine has no opinion. */
function watched(check: (input: JudgeInput, compiled: Compiled) => Reason[]): Check {
  return (_, input, compiled) =>
    input.author.role === 'visitor' || input.author.role === 'expert' ? check(input, compiled) : [];
}

/** Prepares a library, once, for any number of texts. */
export function compile(library: Library): Compiled {
  const rules = rulesOf(library);
  return {
    library,
    rules,
    matcher: createMatcher(library.terms),
    book: createLinkBook(library),
    personalData: {
      enabled: rules.personalData,
      orderNumbers: orderNumbersOf(rules.orderNumber),
      siteDomains: library.siteDomains,
    },
  };
}

/** The reasons of every check, in their order. */
export function runChecks(input: JudgeInput, compiled: Compiled): Reason[] {
  const reading = new Reading(input.text);
  const reasons: Reason[] = [];
  for (const check of CHECKS) {
    for (const reason of check(reading, input, compiled)) reasons.push(reason);
  }
  return reasons;
}
