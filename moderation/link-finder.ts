import type { Disguise } from './disguise.ts';
import { type Label, labelsOf, MOST_LABELS } from './host-chains.ts';
import { addressesBehindSchemes } from './link-addresses-in-text.ts';
import { type Before, isLocalPart, readBefore } from './link-before.ts';
import { type Candidate, candidatesOf } from './link-candidates.ts';
import { isPlainlyLink, isSpokenLink } from './link-evidence.ts';
import { pathAt, tidyPath, ungluedPath } from './link-path.ts';
import { mayHoldHost } from './link-prefilter.ts';
import { rereadingsOf, withoutFirstLetters } from './link-rereadings.ts';
import { closeUp, SPACED } from './link-spaced.ts';
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
  /** What was seen through to read it. */
  disguise: Disguise[];
};

/** Instead of a host: from here on the text has too many to be read. */
export const UNREAD = '';

const MAX_PLACES = 100;

/** Every host of the text, dressed up or not, in order. Each place is looked at a bounded number of times. */
export function findHosts(text: string): FoundHost[] {
  if (!mayHoldHost(text)) return [];
  const plain = plainTextOf(text);
  const closed = closeUp(plain);
  const found = [...addressesBehindSchemes(plain), ...hostsIn(plain, false)];
  return closed ? [...found, ...hostsIn(closed, true)] : found;
}

function hostsIn(plain: PlainText, spaced: boolean): FoundHost[] {
  const found: FoundHost[] = [];
  const labels = labelsOf(plain);
  let coveredTo = 0;
  let places = 0;
  let lastEnd = -1;
  for (const candidate of candidatesOf(plain, labels, spaced)) {
    const from = candidate.labels[0]!.start;
    const end = candidate.labels.at(-1)!.end;
    if (end !== lastEnd) places += 1;
    lastEnd = end;
    if (places > MAX_PLACES) return [...found, unread(plain, from)];
    const { host, to, schemed } = read(plain, candidate);
    if (spaced && !host.disguise.includes(SPACED)) continue;
    const inside = from < coveredTo;
    if (inside && schemed) host.disguise.push('redirect');
    if (inside && !schemed) host.certain = false;
    else if (host.certain) coveredTo = to;
    found.push(host, ...reread(plain, candidate, host, spaced), ...withoutGlue(plain, candidate, host, to));
  }
  return labels.length < MOST_LABELS ? found : [...found, unread(plain, labels.at(-1)!.start)];
}

function unread(plain: PlainText, from: number): FoundHost {
  const span = plain.spanOf(from, plain.text.length);
  return { host: UNREAD, path: '', span, certain: false, mail: false, disguise: [] };
}

function read(plain: PlainText, candidate: Candidate): { host: FoundHost; to: number; schemed: boolean } {
  const { labels, loose } = candidate;
  const hostEnd = labels.at(-1)!.end;
  const joints = jointsOf(plain, labels);
  const before = readBefore(plain, labels[0]!.start, joints.some(isSpelt));
  const path = pathAt(plain, hostEnd);
  const to = hostEnd + path.length;
  const meant = loose ? isSpokenLink(plain, labels) : isPlainlyLink(plain, candidate, path, to);
  const host = {
    host: candidate.host,
    path: tidyPath(path),
    span: plain.spanOf(before.start, to),
    certain: (before.schemed || meant) && !isLocalPart(plain.text, hostEnd),
    mail: before.mail && (before.tight || (loose ? joints.every(isMeantAsDot) : meant)),
    disguise: [...dressOf(candidate, before, joints), ...plain.disguisesIn(before.start, to)],
  };
  return { host, to, schemed: before.schemed };
}

function jointsOf(plain: PlainText, labels: Label[]): string[] {
  return labels.slice(1).map(({ start }, index) => plain.text.slice(labels[index]!.end, start));
}

function isSpelt(joint: string): boolean {
  return /\p{L}/u.test(joint);
}

/** `name @ example . com`, not a sentence that ends: `bonjour @ tous. de rien`. */
function isMeantAsDot(joint: string): boolean {
  return isSpelt(joint) || /^(?:\S*\.\S*|\s+\.\s*)$/.test(joint);
}

function dressOf({ labels, host, ending }: Candidate, before: Before, joints: string[]): Disguise[] {
  const dress: Disguise[] = before.userinfo ? ['user information'] : [];
  if (joints.some(isSpelt)) dress.push('spelt-out dots');
  if (joints.some((joint) => joint !== '.' && !isSpelt(joint))) dress.push('broken dots');
  if (!host.endsWith(labels.at(-1)!.text))
    dress.push(ending === '' ? 'numeric address' : 'lookalike letters');
  return dress;
}

/** The same place read otherwise, when the plain reading is no e-mail address. */
function reread(plain: PlainText, { labels }: Candidate, host: FoundHost, spaced: boolean): FoundHost[] {
  if (host.mail) return [];
  const again = spaced ? withoutFirstLetters(labels, host.host) : rereadingsOf(plain, labels, host.host);
  return again.map(({ host: name, from, to, disguise }) => ({
    ...host,
    host: name,
    span: plain.spanOf(from, to + host.path.length),
    certain: false,
    disguise: [disguise, ...host.disguise.filter((known) => known !== disguise)],
  }));
}

function withoutGlue(plain: PlainText, { labels }: Candidate, host: FoundHost, to: number): FoundHost[] {
  const path = host.path === '' ? null : ungluedPath(plain, labels.at(-1)!.end, to);
  return path === null ? [] : [{ ...host, path, certain: false }];
}
