/** Measures our word and link filter and its peers on the same lists and texts. See ../README.md. */
import { writeFileSync } from 'node:fs';
import { againstBars } from './bars.ts';
import { isThere, peers } from './contenders.ts';
import { type Corpus, readCorpus } from './corpus.ts';
import { installPeers } from './install-peers.ts';
import { noMisses, printMisses } from './misses.ts';
import { type Options, optionsOf, wants } from './options.ts';
import { ourContacts, ourLinks, ourSemantics } from './ours-rules.ts';
import { ourComments, ourEvasions, ourInnocents } from './ours-texts.ts';
import { ownTexts } from './own-texts.ts';
import { compileOf } from './part-compile.ts';
import { hostileOfAll, ourHostile } from './part-hostile.ts';
import { textsOfAll } from './part-peers.ts';
import { ourSpeed, speedOfAll } from './part-speed.ts';
import { newReport, type Report } from './report.ts';
import { grouped, type Table } from './table.ts';

const options = orSayWhy(() => optionsOf(process.argv.slice(2)));
const corpus = orSayWhy(() => (options.corpus === null ? ownTexts() : readCorpus(options.corpus)));
const report = newReport();

await measureOurs();
if (options.only !== 'ours') await measureAll();
finish(report);

/** What was asked for wrongly is said in a line, not in a stack. */
function orSayWhy<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

/** Ours first: quick, and all that the bars need. */
async function measureOurs(): Promise<void> {
  const misses = options.misses ? printMisses : noMisses;
  const any = ({ length }: unknown[]) => length > 0;
  if (wants(options, 'evasions') && any(corpus.evasions)) ourEvasions(corpus, report, misses);
  if (wants(options, 'innocents') && any(corpus.innocents)) ourInnocents(corpus, report, misses);
  if (wants(options, 'links') && any(corpus.linkRows)) ourLinks(corpus, report, misses);
  if (wants(options, 'contacts') && any(corpus.contacts)) ourContacts(corpus, report, misses);
  if (wants(options, 'comments') && any(corpus.comments)) ourComments(corpus, report, misses);
  if (wants(options, 'semantics') && any(corpus.semantics)) ourSemantics(corpus, report, misses);
  if (wants(options, 'speed')) ourSpeed(corpus, report, options.quick);
  if (wants(options, 'compile')) await compileOf(['ours'], report);
  if (wants(options, 'hostile')) await ourHostile(report);
}

/** Ours beside the peers, for the parts that a word filter can be asked. */
async function measureAll(): Promise<void> {
  installPeers();
  const texts = (['evasions', 'innocents', 'comments'] as const).filter((part) => wants(options, part));
  if (texts.length > 0) await textsOfAll(corpus, report, texts);
  if (wants(options, 'speed')) await speedOfAll(corpus, report, options.quick);
  const there = peers.filter(isThere).map(({ name }) => name);
  if (wants(options, 'compile')) await compileOf(['ours', ...there], report);
  if (wants(options, 'hostile')) await hostileOfAll(report);
}

function finish({ tables, figures, add }: Report): void {
  const { table, missed } = againstBars(report);
  if (options.check) add(table);
  const footer = footerOf(corpus, options);
  console.log(`\n${footer}`);
  if (options.json !== null) keep(options.json, tables, figures, footer);
  if (options.check && missed > 0) process.exitCode = 1;
}

function keep(file: string, tables: Table[], figures: Map<string, number>, footer: string): void {
  writeFileSync(
    file,
    `${JSON.stringify({ footer, figures: Object.fromEntries(figures), tables }, null, 1)}\n`,
  );
}

function footerOf({ name, evasions, innocents, terms }: Corpus, { quick }: Options): string {
  const texts = `${grouped(evasions.length)} disguises, ${grouped(innocents.length)} innocent texts`;
  const pace = quick ? ' A quick look: few rounds.' : '';
  return `Node ${process.versions.node}; texts of ${name}: ${texts}, ${grouped(terms.length)} terms.${pace}`;
}
