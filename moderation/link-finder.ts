import { isAddress, isHost } from './domains.ts';
import { type Label, labelsOf } from './host-chains.ts';
import { type PlainText, plainTextOf } from './plain-text.ts';
import type { Span } from './verdict.ts';

/** Something in the text that is, or could be read as, the address of a place on the web. */
export type FoundHost = {
  host: string;
  path: string;
  span: Span;
  /** Written so that people take it for a link; otherwise it only counts when the library names it. */
  certain: boolean;
  /** Behind an `@` and no scheme: part of an e-mail address. */
  mail: boolean;
};

const MAX_PATH = 300;
const MAX_LABELS = 12;
const SCHEME_BEFORE =
  /(?:[a-z*]{2,8}[\])}]?:[\])}]?[/\\]{1,6}|[^\p{L}\p{N}]\/\/|^\/\/)(?:[^\s@/]{0,100}@)?$/u;
const AT_BEFORE =
  /[\p{L}\p{N}._%+-]{1,64}\s?(?:@|[[({<]\s?(?:@|at|arobas|arobase)\s?[\])}>]|\s(?:arobas|arobase)\s)\s?$/u;
const SPOKEN_AT_BEFORE = /[\p{L}\p{N}._%+-]{1,64}\sat\s$/u;

/** Endings that are a top-level domain somewhere, and an ordinary word or a file's extension. */
const ORDINARY = new Set(
  (
    'so md py sh am my is it in to at be by do go me no us as il je la et ma sa se ne ni au va ca de tu ai pm rs ps ' +
    'pl cc vi st ms mu id one you now here moi zip mov app'
  ).split(' '),
);

/** Every host of the text, dressed up or not, in order. Each place is looked at a bounded number of times. */
export function findHosts(text: string): FoundHost[] {
  const plain = plainTextOf(text);
  const found: FoundHost[] = [];
  let coveredTo = 0;
  for (const group of segmentsOf(labelsOf(plain))) {
    const hosts = hostsOf(plain, group);
    for (const host of hosts) {
      const inside = host.from < coveredTo && !host.schemed;
      if (host.certain && !inside) coveredTo = host.to;
      found.push({ ...host.found, certain: host.certain && !inside });
    }
  }
  return found;
}

/** Runs of labels joined by plain dots, each with the runs loosely joined after it. */
function segmentsOf(labels: Label[]): Label[][][] {
  const groups: Label[][][] = [];
  let group: Label[][] = [];
  let segment: Label[] = [];
  for (const label of labels) {
    segment.push(label);
    if (label.joint === 'dot') continue;
    group.push(segment);
    segment = [];
    if (label.joint === 'loose') continue;
    groups.push(group);
    group = [];
  }
  return groups;
}

type Candidate = { found: FoundHost; certain: boolean; schemed: boolean; from: number; to: number };

function hostsOf(plain: PlainText, group: Label[][]): Candidate[] {
  const found: Candidate[] = [];
  group.forEach((segment, index) => {
    const alone = candidate(plain, segment, false);
    if (alone) found.push(alone);
    const joined = [segment, group[index + 1] ?? [], group[index + 2] ?? []];
    for (const length of [2, 3]) {
      if (index + length > group.length) continue;
      const loose = candidate(plain, joined.slice(0, length).flat(), true);
      if (loose) found.push(loose);
    }
  });
  return found;
}

function candidate(plain: PlainText, all: Label[], loose: boolean): Candidate | null {
  const labels = all.slice(-MAX_LABELS);
  const names = labels.map((label) => label.text);
  if (!isHost(names)) return null;
  const from = labels[0]!.start;
  const hostEnd = labels.at(-1)!.end;
  const before = plain.text.slice(Math.max(0, from - 120), from);
  const schemed = SCHEME_BEFORE.test(before);
  const path = pathAt(plain.text, hostEnd);
  const local = schemed ? 0 : localPartBefore(before, loose);
  const to = hostEnd + path.length;
  const certain =
    schemed || (!loose && looksMeant(plain, labels, path)) || (loose && isSpoken(plain, labels));
  const span = { start: plain.startOf(from - local), end: plain.endOf(to - 1) };
  const tidy = path.replace(/^\.?(?::\d+)?/, '').replaceAll('\\', '/');
  return {
    found: { host: names.join('.'), path: tidy, span, certain, mail: local > 0 },
    certain,
    schemed,
    from,
    to,
  };
}

/** How long what stands before the host is when it makes an e-mail address of it. */
function localPartBefore(before: string, loose: boolean): number {
  const found = AT_BEFORE.exec(before) ?? (loose ? SPOKEN_AT_BEFORE.exec(before) : null);
  return found ? found[0].length : 0;
}

function pathAt(text: string, at: number): string {
  const rest = text.slice(at, at + MAX_PATH);
  return /^\.?(?::\d{1,5})?[/\\][^\s"'<>]*|^:\d{1,5}/.exec(rest)?.[0] ?? '';
}

/** `bonjour.Merci`, `readme.md`, `v2.so` and `1.2.3.4` have dots and are no links. */
function looksMeant(plain: PlainText, labels: Label[], path: string): boolean {
  const first = labels[0]!.text;
  if (first === 'www') return true;
  if (isAddress(labels.map((label) => label.text))) return path.startsWith('/') || path.startsWith(':');
  if (/^\.?(?::\d+)?[/\\]/.test(path)) return true;
  const last = labels.at(-1)!;
  const name = labels.at(-2)!;
  if (plain.isUpper(last.start) && !plain.isUpper(name.end - 1)) return false;
  return name.text.length > 1 && !ORDINARY.has(last.text);
}

const SPOKEN_DOT = /\s(?:dot|point)\s$|-(?:dot|point)-$/;
const SPOKEN_ENDINGS = new Set(
  'com fr net org eu be ch info shop store site online example io co'.split(' '),
);

/** `example point com`. */
function isSpoken(plain: PlainText, labels: Label[]): boolean {
  const last = labels.at(-1)!;
  const before = plain.text.slice(Math.max(0, last.start - 8), last.start);
  return SPOKEN_DOT.test(before) && SPOKEN_ENDINGS.has(last.text) && labels.at(-2)!.text.length > 2;
}
