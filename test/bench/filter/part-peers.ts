import { originOf, ours, peers, ready } from './contenders.ts';
import type { Corpus, Row } from './corpus.ts';
import { type Count, type Counts, countHits, sumOf } from './count.ts';
import { tierAndKind } from './ours-texts.ts';
import type { Filter, Peer } from './peer.ts';
import type { Report } from './report.ts';
import { percent } from './table.ts';

type Part = { name: 'evasions' | 'innocents' | 'comments'; rows: Row[]; groupOf: (row: Row) => string };
type Column = { name: string; counts: Counts | null };

/** Everyone on the same texts, part by part; each line is a kind, each column a filter. */
export async function textsOfAll(corpus: Corpus, report: Report, wanted: string[]): Promise<void> {
  report.add(whoIsWho());
  const filters: { name: string; filter: Filter | null }[] = [];
  for (const peer of [ours, ...peers])
    filters.push({ name: peer.name, filter: await ready(peer, corpus.terms, corpus.allowed) });
  for (const part of partsOf(corpus).filter(({ name, rows }) => wanted.includes(name) && rows.length > 0)) {
    const columns = filters.map(({ name, filter }) => {
      console.error(`${part.name}: ${name}…`);
      return { name, counts: filter && countHits(filter, part.rows, part.groupOf) };
    });
    if (part.name === 'evasions') report.add(sharesByTier(columns));
    if (part.name === 'evasions') report.add(sharesByKind(columns));
    if (part.name === 'innocents') report.add(innocentTotals(columns));
    if (part.name === 'innocents') report.add(hitsByKind(columns));
    if (part.name === 'comments') report.add(comments(columns));
  }
}

function partsOf({ evasions, innocents, comments: real }: Corpus): Part[] {
  return [
    { name: 'evasions', rows: evasions, groupOf: tierAndKind },
    { name: 'innocents', rows: innocents, groupOf: ({ kind }) => kind },
    { name: 'comments', rows: real, groupOf: ({ expect }) => expect },
  ];
}

function whoIsWho() {
  return {
    title: 'The filters',
    words: true,
    head: ['', 'package', 'set up'],
    rows: [ours, ...peers].map((peer: Peer) => [
      peer.name,
      peer === ours ? 'moderation/' : originOf(peer),
      peer.setUp,
    ]),
  };
}

function sharesByTier(columns: Column[]) {
  const tiers = ['core', 'hard', 'stretch'];
  return {
    title: 'Disguised terms found',
    head: ['', ...tiers],
    rows: columns.map(({ name, counts }) => [
      name,
      ...tiers.map((tier) => share(counts, (group) => group.startsWith(`${tier} `))),
    ]),
    notes: sampleNotes(columns),
  };
}

function sharesByKind(columns: Column[]) {
  const groups = groupsOf(columns);
  return {
    title: 'Disguised terms found, by kind, in per cent',
    head: ['tier and kind', ...columns.map(({ name }) => name)],
    rows: groups.map((group) => [
      group,
      ...columns.map(({ counts }) =>
        counts ? share(counts, (name) => name === group).replace(/(\.\d)? %$/, '') : '–',
      ),
    ]),
  };
}

function innocentTotals(columns: Column[]) {
  return {
    title: 'Innocent texts hit',
    head: ['', 'hit', 'of', 'in 10,000'],
    rows: columns.map(({ name, counts }) => {
      if (!counts) return [name, 'not installed', '–', '–'];
      const { hit, of } = sumOf(counts);
      return [name, `${hit}`, `${of}`, ((10_000 * hit) / of).toFixed(1)];
    }),
    notes: sampleNotes(columns),
  };
}

function hitsByKind(columns: Column[]) {
  return {
    title: 'Innocent texts hit, by kind (hits; of all when not sampled)',
    head: ['kind', 'texts', ...columns.map(({ name }) => name)],
    rows: groupsOf(columns).map((group) => [
      group,
      `${Math.max(...columns.map(({ counts }) => counts?.groups.get(group)?.of ?? 0))}`,
      ...columns.map(({ counts }) => (counts ? `${counts.groups.get(group)?.hit ?? 0}` : '–')),
    ]),
  };
}

function comments(columns: Column[]) {
  return {
    title: 'Real comments',
    head: ['', 'with a term: found', 'clean: hit'],
    rows: columns.map(({ name, counts }) => [
      name,
      share(counts, (group) => group === 'match'),
      counts ? `${counts.groups.get('clean')?.hit ?? 0} of ${counts.groups.get('clean')?.of ?? 0}` : '–',
    ]),
    notes: sampleNotes(columns),
  };
}

function groupsOf(columns: Column[]): string[] {
  const counts = columns.find((column) => column.counts)?.counts;
  return [...(counts?.groups.keys() ?? [])].sort();
}

function share(counts: Counts | null, keep: (group: string) => boolean): string {
  if (!counts) return 'not installed';
  const { hit, of }: Count = sumOf(counts, keep);
  return percent(hit, of);
}

function sampleNotes(columns: Column[]): string[] {
  const sampled = columns.flatMap(({ name, counts }) =>
    counts && counts.step > 1 ? [`${name} every ${counts.step}th text`] : [],
  );
  return sampled.length === 0 ? [] : [`Asked for a sample, being slow: ${sampled.join(', ')}.`];
}
