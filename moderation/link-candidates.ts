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
const NUMBER = /^(?:\d+|0x[\da-f]*)$/;

/** Every host these labels could make: each run of plain dots, and what it is loosely joined to before it. */
export function* candidatesOf(plain: PlainText, labels: Label[], spaced: boolean): Generator<Candidate> {
  for (const group of groupsOf(labels)) {
    for (const [to, segment] of group.entries()) {
      for (const ending of endingsOf(plain, segment, spaced))
        yield* hostsEndingWith(ending, group, to, false);
      const whole = spaced ? null : cutOff(plain, segment);
      if (whole) yield* hostsEndingWith(whole, group, to, true);
      const host = dottedLetters(segment);
      if (host) yield { labels: segment, host, ending: '', loose: true };
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

/** A run that may end a host: as it stands, or without what a missing blank glued to it. */
function endingsOf(plain: PlainText, segment: Label[], spaced: boolean): Label[][] {
  const endings = isEnding(segment.at(-1)!.text)
    ? [segment, withoutSentence(plain, segment)]
    : [unglued(plain, segment), spaced ? withoutLastLetter(segment) : null];
  return endings.filter((ending) => ending !== null);
}

function isEnding(text: string): boolean {
  return NUMBER.test(text) || topLevelOf(text) !== null;
}

function* hostsEndingWith(ending: Label[], group: Label[][], to: number, cut: boolean): Generator<Candidate> {
  for (let from = to; from >= 0 && from > to - MAX_JOINED; from--) {
    const joined = from === to ? ending : [...group.slice(from, to).flatMap(lastFew), ...ending];
    const candidate = hostOf(lastFew(joined), cut || from < to);
    if (candidate) yield candidate;
  }
}

function lastFew(labels: Label[]): Label[] {
  return labels.length > MAX_LABELS ? labels.slice(-MAX_LABELS) : labels;
}

function hostOf(labels: Label[], loose: boolean): Candidate | null {
  const name = nameOf(labels);
  const lastDot = name.lastIndexOf('.');
  if (lastDot < 1 || name.length > LONGEST_HOST || name.includes('..')) return null;
  const written = name.slice(lastDot + 1);
  if (NUMBER.test(written)) return addressIn(labels, name, loose);
  const ending = topLevelOf(written);
  return ending === null ? null : { labels, host: name.slice(0, lastDot + 1) + ending, ending, loose };
}

/** Four numbers, or fewer that nobody would write for anything else. */
function addressIn(labels: Label[], name: string, loose: boolean): Candidate | null {
  const host = labels.length === 4 || (name.includes('0x') && !loose) ? addressOf(name) : null;
  return host === null ? null : { labels, host, ending: '', loose };
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
  return before.length > 0 && goesOn(plain, labels.at(-1)!) && isTopLevel(before.at(-1)!.text)
    ? before
    : null;
}

/** `example.comMERCI` and `example.com.Merci` without the thanks; null when nothing is glued to the end. */
function unglued(plain: PlainText, labels: Label[]): Label[] | null {
  const last = labels.at(-1)!;
  const before = labels.slice(0, -1);
  const end = turnOf(plain, last);
  const ending = last.text.slice(0, end - last.start);
  if (isEnding(ending)) return [...before, { ...last, text: ending, end }];
  return before.length > 0 && last.joint === null && isEnding(before.at(-1)!.text) ? before : null;
}

/** `example.c om`, the rest of the ending behind a blank. */
function cutOff(plain: PlainText, labels: Label[]): Label[] | null {
  const last = labels.at(-1)!;
  const whole = last.joint === null ? withWordAfter(plain, last) : null;
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
