import type { Moderator, ReasonKind } from '../../../moderation/index.ts';
import type { Corpus, Row } from './corpus.ts';
import { type Counts, countHits, sumOf } from './count.ts';
import { isHit, judge, ourModerator } from './ours.ts';
import type { Filter } from './peer.ts';
import type { Report } from './report.ts';
import { grouped, percent, type Table } from './table.ts';

/** Prints what ours got wrong, a line a text; silent unless asked for. */
export type Misses = (part: string, rows: Row[], filter: Filter) => void;

/** Our filter with all lists of the corpus at once, as a site would run it. */
export function fullModerator({ terms, allowed, links }: Corpus): Moderator {
  return ourModerator({ terms, allowed, links });
}

/** Disguised terms, by kind of disguise. */
export function ourEvasions(corpus: Corpus, report: Report, misses: Misses): Counts {
  const filter = filterFor(fullModerator(corpus), 'term');
  const counts = countHits(filter, corpus.evasions, tierAndKind);
  report.add(byTier('Disguised terms found, by kind', counts));
  measureTiers(report, 'evasions', counts);
  const core = [...counts.groups].filter(([group]) => group.startsWith('core '));
  report.measured('evasions worst core kind', Math.min(...core.map(([, { hit, of }]) => (100 * hit) / of)));
  misses('evasions', corpus.evasions, filter);
  return counts;
}

/** Innocent texts, by kind, and what beside the words stops them. */
export function ourInnocents(corpus: Corpus, report: Report, misses: Misses): Counts {
  const moderator = fullModerator(corpus);
  const filter = filterFor(moderator, 'term');
  const counts = countHits(filter, corpus.innocents, ({ kind }) => kind);
  const all = sumOf(counts);
  const beside = otherReasons(moderator, corpus.innocents);
  const rows = [...counts.groups].map(([kind, { hit, of }]) => [kind, `${hit}`, `${of}`]);
  report.add({
    title: 'Innocent texts hit by a term, by kind',
    head: ['kind', 'hit', 'of'],
    rows: [...rows, ['all', `${all.hit}`, `${all.of}`]],
    notes: [`${perTenThousand(all.hit, all.of)} in 10,000. Stopped by other rules: ${beside}.`],
  });
  report.measured('innocents in 10,000', (10_000 * all.hit) / all.of);
  report.measured('shop talk hit', sumOf(counts, (kind) => /shop|customer_question/.test(kind)).hit);
  misses('innocents', corpus.innocents, filter);
  return counts;
}

/** Real comments: found where they hold a term, left alone where not. */
export function ourComments(corpus: Corpus, report: Report, misses: Misses): Counts {
  const filter = filterFor(fullModerator(corpus), 'term');
  const counts = countHits(filter, corpus.comments, ({ expect }) => expect);
  const found = sumOf(counts, (group) => group === 'match');
  const clean = sumOf(counts, (group) => group === 'clean');
  report.add({
    title: 'Real comments',
    head: ['', 'hit', 'of', 'share'],
    rows: [
      ['with a term', `${found.hit}`, `${found.of}`, percent(found.hit, found.of)],
      ['clean', `${clean.hit}`, `${clean.of}`, percent(clean.hit, clean.of)],
    ],
  });
  report.measured('comments found', (100 * found.hit) / found.of);
  report.measured('clean comments hit', clean.hit);
  misses('comments', corpus.comments, filter);
  return counts;
}

/** A row's group where disguises have tiers: `core plain`; innocent rows keep their kind under `clean`. */
export function tierAndKind({ tier, evasion, kind, expect }: Row): string {
  return `${expect === 'clean' ? 'clean' : (tier ?? 'any')} ${evasion ?? kind}`;
}

export function filterFor(moderator: Moderator, kind: ReasonKind): Filter {
  return (text) => isHit(judge(moderator, text), kind);
}

/** Groups of `tierAndKind` as a table with a line for each tier's sum. */
export function byTier(title: string, counts: Counts): Table {
  const rows = [...counts.groups].map(([group, { hit, of }]) => [group, `${hit}`, `${of}`, percent(hit, of)]);
  const tiers = tiersOf(counts).map((tier) => {
    const { hit, of } = sumOf(counts, (group) => group.startsWith(`${tier} `));
    return [`all ${tier}`, `${hit}`, `${of}`, percent(hit, of)];
  });
  return { title, head: ['tier and kind', 'hit', 'of', 'share'], rows: [...rows.sort(byName), ...tiers] };
}

export function measureTiers(report: Report, name: string, counts: Counts): void {
  for (const tier of tiersOf(counts)) {
    const { hit, of } = sumOf(counts, (group) => group.startsWith(`${tier} `));
    report.measured(`${name} ${tier}`, (100 * hit) / of);
    report.measured(`${name} ${tier} hit`, hit);
  }
}

function tiersOf({ groups }: Counts): string[] {
  const found = new Set([...groups.keys()].map((group) => group.split(' ')[0]!));
  return ['core', 'hard', 'stretch', 'any', 'clean'].filter((tier) => found.has(tier));
}

function otherReasons(moderator: Moderator, rows: Row[]): string {
  const counts = new Map<string, number>();
  for (const { text } of rows) {
    const { effect, reasons } = judge(moderator, text);
    if (effect === 'allow') continue;
    const other = new Set(
      reasons.filter(({ kind }) => kind !== 'term').map((r) => `${r.kind}/${r.category}`),
    );
    for (const name of other) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  if (counts.size === 0) return 'none';
  return [...counts].map(([name, count]) => `${name} ${grouped(count)}`).join(', ');
}

function perTenThousand(hit: number, of: number): string {
  return ((10_000 * hit) / Math.max(1, of)).toFixed(1);
}

function byName([a = '']: string[], [b = '']: string[]): number {
  const order = ['core', 'hard', 'stretch', 'any', 'clean'];
  const [tierA, tierB] = [order.indexOf(a.split(' ')[0]!), order.indexOf(b.split(' ')[0]!)];
  return tierA - tierB || a.localeCompare(b);
}
