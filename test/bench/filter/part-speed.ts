import { NO_RULES } from '../../../moderation/index.ts';
import { peers, ready } from './contenders.ts';
import type { Corpus } from './corpus.ts';
import { madeUpTerms } from './made-up-terms.ts';
import { isHit, judge, ourModerator } from './ours.ts';
import { FULL, type Pace, QUICK, type Runner, race } from './pace.ts';
import type { Report } from './report.ts';
import { shuffled } from './seeded.ts';
import { grouped } from './table.ts';

const SIZES = [100, 1_000, 10_000];
/** The most texts that are judged in a race. */
const TEXTS = 20_000;
const SLOW = 2_000;

/** Our speed by the length of the list: the whole judge, and its words alone. */
export function ourSpeed(corpus: Corpus, report: Report, quick: boolean): void {
  const texts = textsOf(corpus);
  const runners = SIZES.flatMap((size) => ourRunners(madeUpTerms(size, texts), ` ${size}`));
  const paces = new Map(
    race(runners, texts, quick ? QUICK : FULL).map((pace) => [pace.name, pace.perSecond]),
  );
  const line = (name: string) => [name, ...SIZES.map((size) => grouped(paces.get(`${name} ${size}`)!))];
  report.add({
    title: 'Messages a second, by the number of terms, innocent texts',
    head: ['', ...SIZES.map((size) => `${grouped(size)} terms`)],
    rows: [line('ours'), line('ours, words only')],
    notes: [`${meanLength(texts)} characters a text on average; middle of the rounds, run in turn.`],
  });
  report.measured('messages a second', paces.get('ours 10000')!);
  report.measured('speed at 10,000 to speed at 100', paces.get('ours 10000')! / paces.get('ours 100')!);
}

/** Everyone's speed on the same lists and texts, and as a share of ours. */
export async function speedOfAll(corpus: Corpus, report: Report, quick: boolean): Promise<void> {
  const texts = textsOf(corpus);
  const columns: Map<string, Pace>[] = [];
  for (const size of SIZES) {
    const terms = madeUpTerms(size, texts);
    const runners = [...ourRunners(terms, ''), ...(await peerRunners(terms))];
    columns.push(new Map(race(runners, texts, quick ? QUICK : FULL).map((pace) => [pace.name, pace])));
  }
  const names = ['ours', 'ours, words only', ...peers.map(({ name }) => name)];
  report.add({
    title: 'Messages a second, and as a share of ours (words only), by the number of terms',
    head: ['', ...SIZES.flatMap((size) => [`${grouped(size)} terms`, 'to ours'])],
    rows: names.map((name) => [name, ...columns.flatMap((paces) => paceCells(paces, name))]),
    notes: [`* under ${grouped(SLOW)} a second: measured over a sample of the texts.`],
  });
}

function paceCells(paces: Map<string, Pace>, name: string): string[] {
  const pace = paces.get(name);
  if (!pace) return ['not installed', '–'];
  const share = pace.perSecond / paces.get('ours, words only')!.perSecond;
  return [grouped(pace.perSecond) + (pace.perSecond < SLOW ? '*' : ''), share.toPrecision(2)];
}

function ourRunners(terms: string[], suffix: string): Runner[] {
  const whole = ourModerator({ terms });
  const words = ourModerator({ terms, rules: NO_RULES });
  return [
    { name: `ours${suffix}`, filter: (text) => isHit(judge(whole, text), 'term') },
    { name: `ours, words only${suffix}`, filter: (text) => isHit(judge(words, text), 'term') },
  ];
}

async function peerRunners(terms: string[]): Promise<Runner[]> {
  const runners: Runner[] = [];
  for (const peer of peers) {
    const filter = await ready(peer, terms, []);
    if (filter) runners.push({ name: peer.name, filter });
  }
  return runners;
}

/** In an order that makes any beginning a fair sample. */
function textsOf({ innocents }: Corpus): string[] {
  const texts = innocents.map(({ text }) => text);
  return shuffled(texts, 7).slice(0, TEXTS);
}

function meanLength(texts: string[]): number {
  return Math.round(texts.reduce((sum, { length }) => sum + length, 0) / Math.max(1, texts.length));
}
