import { isTopLevel, topLevelOf } from './domains.ts';
import type { Label } from './host-chains.ts';
import { addressOf } from './link-address.ts';
import { isEverydayWord } from './link-evidence.ts';
import { dottedLetters, withWordAfter } from './link-rereadings.ts';
import type { PlainText } from './plain-text.ts';

/** Labels that could make a host together. */
export type Candidate = {
  labels: Label[];
  host: string;
  /** Its top-level domain, empty for an address. */
  ending: string;
  /** Joined by more than plain dots: it takes more to be a link. */
  loose: boolean;
};

const MAX_LABELS = 12;
const MAX_LABEL = 63;
const MAX_JOINED = 4;
const LONGEST_HOST = 253;

/** Every host these labels could make: each run of plain dots, and what is loosely joined after it. */
export function* candidatesOf(plain: PlainText, labels: Label[], spaced: boolean): Generator<Candidate> {
  for (const group of groupsOf(labels)) {
    for (let from = 0; from < group.length; from++) {
      let joined: Label[] = [];
      for (let to = from; to < Math.min(group.length, from + MAX_JOINED); to++) {
        joined = [...joined, ...group[to]!.slice(-MAX_LABELS)];
        yield* hostsOf(plain, joined, to > from, spaced);
      }
    }
  }
}

/** Runs of labels joined by plain dots, each with the runs loosely joined after it. */
function groupsOf(labels: Label[]): Label[][][] {
  const groups: Label[][][] = [];
  let group: Label[][] = [];
  let segment: Label[] = [];
  for (const label of labels) {
    segment.push(label);
    if (label.joint === 'dot') continue;
    group.push(segment);
    segment = [];
    if (label.joint !== null) continue;
    groups.push(group);
    group = [];
  }
  return groups;
}

/** The host as it stands; without what a missing blank glued to its end, or with what a blank cut off. */
function hostsOf(plain: PlainText, all: Label[], loose: boolean, spaced: boolean): Candidate[] {
  const labels = all.slice(-MAX_LABELS);
  const whole = hostOf(labels, loose);
  const others = whole
    ? [withoutSentence(plain, labels)]
    : [unglued(plain, labels), spaced ? withoutLastLetter(labels) : cutOff(plain, labels)];
  const again = others.map((other) => other && hostOf(other, loose));
  return [whole, ...again, dotted(labels)].filter((candidate) => candidate !== null);
}

function hostOf(labels: Label[], loose: boolean): Candidate | null {
  const name = nameOf(labels);
  const lastDot = name.lastIndexOf('.');
  if (lastDot < 1 || name.length > LONGEST_HOST || name.includes('..')) return null;
  const written = name.slice(lastDot + 1);
  if (/^(?:\d+|0x[\da-f]*)$/.test(written)) return loose ? null : addressIn(labels, name);
  const ending = topLevelOf(written);
  return ending === null ? null : { labels, host: name.slice(0, lastDot + 1) + ending, ending, loose };
}

/** Four numbers, or fewer that nobody would write for anything else. */
function addressIn(labels: Label[], name: string): Candidate | null {
  const host = labels.length > 3 || name.includes('0x') ? addressOf(name) : null;
  return host === null ? null : { labels, host, ending: '', loose: false };
}

function dotted(labels: Label[]): Candidate | null {
  const host = dottedLetters(labels);
  return host === null ? null : { labels, host, ending: '', loose: true };
}

function nameOf(labels: Label[]): string {
  let name = '';
  labels.forEach(({ text, joint }, index) => {
    if (text.length > MAX_LABEL) name += '.';
    name += index === 0 ? text.replace(/^-+/, '') : text;
    if (index < labels.length - 1 && joint !== 'dust') name += '.';
  });
  return name;
}

/** `example.com.je crois` without the next sentence. */
function withoutSentence(plain: PlainText, labels: Label[]): Label[] | null {
  const before = labels.slice(0, -1);
  return before.length > 1 && goesOn(plain, labels.at(-1)!) && isTopLevel(before.at(-1)!.text)
    ? before
    : null;
}

/** `example.comMERCI` and `example.com.Merci` without the thanks; null when nothing is glued to the end. */
function unglued(plain: PlainText, labels: Label[]): Label[] | null {
  const last = labels.at(-1)!;
  const before = labels.slice(0, -1);
  const end = turnOf(plain, last);
  const ending = last.text.slice(0, end - last.start);
  if (isTopLevel(ending)) return [...before, { ...last, text: ending, end }];
  return before.length > 1 && last.joint === null && isTopLevel(before.at(-1)!.text) ? before : null;
}

function cutOff(plain: PlainText, labels: Label[]): Label[] | null {
  const last = labels.at(-1)!;
  const whole = labels.length > 1 && last.joint === null ? withWordAfter(plain, last) : null;
  return whole && [...labels.slice(0, -1), whole];
}

/** The last of the letters with blanks between them may be a word: `t . c o a real one`. */
function withoutLastLetter(labels: Label[]): Label[] | null {
  const last = labels.at(-1)!;
  const text = last.text.slice(0, -1);
  return isTopLevel(text) ? [...labels.slice(0, -1), { ...last, text, end: last.end - 1 }] : null;
}

/** A word that begins the next sentence. */
function goesOn(plain: PlainText, { text, start, end }: Label): boolean {
  return isEverydayWord(text) && (plain.isUpper(start) || /^\s\p{L}/u.test(plain.text.slice(end, end + 3)));
}

/** Where capitals turn to small letters or the other way round, or the script changes; the end if nowhere. */
function turnOf(plain: PlainText, { start, end }: Label): number {
  for (let at = start + 2; at < Math.min(end, start + 24); at++) {
    if (plain.isUpper(at) !== plain.isUpper(at - 1)) return at;
    if (plain.text.charCodeAt(at) > 0x2e7f !== plain.text.charCodeAt(at - 1) > 0x2e7f) return at;
  }
  return end;
}
