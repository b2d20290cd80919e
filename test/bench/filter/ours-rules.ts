import { createModerator, type Moderator, type Term } from '../../../moderation/index.ts';
import type { Corpus, Row } from './corpus.ts';
import { countHits, sumOf } from './count.ts';
import { isHit, judge, libraryOf, ourModerator } from './ours.ts';
import { byTier, filterFor, fullModerator, type Misses, measureTiers, tierAndKind } from './ours-texts.ts';
import type { Report } from './report.ts';
import { percent } from './table.ts';

/** Forbidden hosts in many dresses, and what only looks like a link. */
export function ourLinks(corpus: Corpus, report: Report, misses: Misses): void {
  const listed = filterFor(fullModerator(corpus), 'link');
  const any = filterFor(ourModerator({ ...corpus, policy: 'none' }), 'link');
  const anyRows = new Set(
    corpus.linkRows.filter(({ policy }) => policy?.includes('any')).map(({ text }) => text),
  );
  const filter = (text: string) => (anyRows.has(text) ? any(text) : listed(text));
  const counts = countHits(filter, corpus.linkRows, tierAndKind);
  report.add(byTier('Forbidden links found, by kind (clean: only looks like a link)', counts));
  measureTiers(report, 'links', counts);
  misses('links', corpus.linkRows, filter);
  if (corpus.anyLinkRows.length === 0) return;
  const every = countHits(any, corpus.anyLinkRows, ({ expect }) => expect);
  report.add({
    title: 'Any link at all (no link allowed), and innocent texts taken for one',
    head: ['', 'hit', 'of', 'share'],
    rows: [
      ...[...every.groups].map(([expect, { hit, of }]) => [expect, `${hit}`, `${of}`, percent(hit, of)]),
      innocentLine(any, corpus.innocents),
    ],
  });
  misses('links', corpus.anyLinkRows, any);
}

/** Telephone numbers and e-mail addresses. */
export function ourContacts(corpus: Corpus, report: Report, misses: Misses): void {
  const filter = filterFor(fullModerator(corpus), 'personal-data');
  const counts = countHits(filter, corpus.contacts, tierAndKind);
  report.add({
    ...byTier('Contact details found, by kind (clean: other numbers)', counts),
    notes: [innocentLine(filter, corpus.innocents).join(' ')],
  });
  measureTiers(report, 'contacts', counts);
  misses('contacts', corpus.contacts, filter);
}

/** Other projects' own cases, each with its own list, and texts in later languages. */
export function ourSemantics(corpus: Corpus, report: Report, misses: Misses): void {
  const wrong = corpus.semantics.filter((row) => matchesOwnList(row) !== (row.expect === 'match'));
  const passed = corpus.semantics.length - wrong.length;
  const scoped = createModerator({ ...libraryOf({ terms: [] }), terms: corpus.laterTerms.map(laterTerm) });
  const unscoped = ourModerator({ terms: corpus.laterTerms.map(({ text }) => text) });
  report.add({
    title: "Other projects' cases, each with its own list; then languages with lists of their own",
    head: ['', 'right', 'of', 'share'],
    rows: [
      ['cases', `${passed}`, `${corpus.semantics.length}`, percent(passed, corpus.semantics.length)],
      ...(corpus.laterRows.length === 0
        ? []
        : [
            ...laterLines('all lists at once', unscoped, corpus),
            ...laterLines('by language', scoped, corpus),
          ]),
    ],
    notes: wrong.map(caseLine),
  });
  report.measured('cases wrong', wrong.length);
  misses('semantics', corpus.laterRows, filterFor(unscoped, 'term'));
}

/** A list whose words are compared as they are written, accents and all, is a literal one to us. */
const AS_WRITTEN = 'whole word, any non-letter is a boundary';

function matchesOwnList({ text, lang, terms = [], allow = [], terms_lang, syntax }: Row): boolean {
  const literal = syntax?.startsWith(AS_WRITTEN) ?? false;
  const moderator = ourModerator({ terms, allowed: allow, language: terms_lang, literal });
  return isHit(judge(moderator, text, lang), 'term');
}

function caseLine({ id, expect, text, terms = [], evasion }: Row): string {
  return `wrong: ${id} should ${expect === 'match' ? 'match' : 'be clean'}: ${text} | ${evasion ?? terms.join(', ')}`;
}

function laterTerm({ text, language }: { text: string; language: string }): Term {
  return { text, listing: 'forbidden', category: 'list', effect: 'hold', language };
}

function laterLines(name: string, moderator: Moderator, { laterRows }: Corpus): string[][] {
  const right = (expect: Row['expect']) => {
    const rows = laterRows.filter((row) => row.expect === expect);
    const good = rows.filter(
      ({ text, lang }) => isHit(judge(moderator, text, lang), 'term') === (expect === 'match'),
    );
    return [
      `later languages, ${name}: ${expect}`,
      `${good.length}`,
      `${rows.length}`,
      percent(good.length, rows.length),
    ];
  };
  return [right('match'), right('clean')];
}

function innocentLine(filter: (text: string) => boolean, innocents: Row[]): string[] {
  const { hit, of } = sumOf(countHits(filter, innocents, () => 'all'));
  return ['innocent texts hit', `${hit}`, `${of}`, percent(hit, of)];
}
