import type { Label } from './host-chains.ts';
import { isUsualAddress } from './link-address.ts';
import type { Candidate } from './link-candidates.ts';
import type { PlainText } from './plain-text.ts';

/** Endings that are a top-level domain somewhere and, behind a dot, mostly a file's extension. */
const EXTENSIONS = new Set('md py sh pl rs ps so cc vi ai pm st zip mov app mm mp ms'.split(' '));

/** Short endings that are a top-level domain somewhere and an everyday word: a blank may be missing before them. */
const SHORT_WORDS = new Set(
  (
    'my am is it in to at be by do go me no us as il je la et ma sa se ne ni au va ca de tu pm mu id os ou si er es ' +
    'eu dm ads bar bet bid bot box buy cab cam car cat day dog eat fan fit fly fun gay got hot how ink law ltd man ' +
    'map men moi new ngo now one pay pet pin pub red run sas ski tax tel top vet vin web win you'
  ).split(' '),
);

/** Nearly all longer ones are words; behind these few one expects a link all the same. */
const LONG_NAMES = new Set(
  (
    'info online site website store shop tech blog asso arpa club cloud agency academy paris alsace corsica bzh ' +
    'example test onion localhost museum'
  ).split(' '),
);
const LONGEST_SHORT = 3;

/** Behind these nobody begins a sentence, whatever the capitals. */
const NO_WORDS = new Set(['com', 'org', 'net', 'fr', 'eu']);

const ENDS_TALK = /^(?:$|[\n\r"»”)\]}>]|\s?[!?;:,]|\s[-–—(/€\d%]|\.(?:\s|$))/;

/** `bonjour.Merci`, `readme.md`, `v2.so` and `1.2.3.4` have dots and are no links. */
export function isPlainlyLink(plain: PlainText, candidate: Candidate, path: string, to: number): boolean {
  const { labels, ending } = candidate;
  const first = labels[0]!;
  const last = labels.at(-1)!;
  const name = labels.at(-2)!;
  if (labels.length === 4 && isUsualAddress(labels.map((label) => label.text).join('.')))
    return path !== '' && !IS_RANGE.test(path);
  if (first.text === 'www' || isSlashed(path)) return true;
  if (ending !== last.text) return NO_WORDS.has(ending);
  const capital =
    plain.isUpper(last.start) && !(plain.isUpper(name.end - 1) && plain.isUpper(last.start + 1));
  if (capital && !NO_WORDS.has(last.text)) return false;
  if (name.text.length < 2 && labels.length < 3 && isEverydayWord(last.text)) return false;
  if (EXTENSIONS.has(last.text)) return false;
  return !isEverydayWord(last.text) || isMeantAnyway(plain, labels, to);
}

/** `10.0.0.0/8` is a range of addresses. */
const IS_RANGE = /^\/\d{1,2}(?!\w)/;

/** Whether this top-level domain is a word of everyday language or a file's extension too. */
export function isEverydayWord(ending: string): boolean {
  if (SHORT_WORDS.has(ending) || EXTENSIONS.has(ending)) return true;
  return ending.length > LONGEST_SHORT && /^[a-z]+$/.test(ending) && !LONG_NAMES.has(ending);
}

function isSlashed(path: string): boolean {
  return /^\.?(?::\d+)?[/\\]/.test(path);
}

/** A word for an ending: the name is none, nothing else is said, or the talk is over where no sentence ends. */
function isMeantAnyway(plain: PlainText, labels: Label[], to: number): boolean {
  const name = labels.at(-2)!.text;
  const ending = labels.at(-1)!.text;
  const from = labels[0]!.start;
  if (name.length > 3 && NEVER_LAST.has(ending)) return ENDS_TALK.test(plain.text.slice(to, to + 3));
  if (ending.length <= LONGEST_SHORT) return HYPHENED.test(name);
  if (from === 0 && to === plain.text.length) return true;
  return (
    HYPHENED.test(name) || /\p{L}\d/u.test(name) || CUE.test(plain.text.slice(Math.max(0, from - 12), from))
  );
}

const HYPHENED = /^xn--|\p{L}-\p{L}/u;
/** What one says before a link. */
const CUE = /(?:^|[^\p{L}])(?:sur|via|site|lien|link|visit|visitez|url|website)\s?:?\s$|[:→>]\s?$/u;

/** French and English words that no sentence ends with, or that are none by themselves. */
const NEVER_LAST = new Set(
  'my is in to at by il je la et ma sa se ne de au tu ni it ca be us me as am eu si es'.split(' '),
);

const SPOKEN_DOT = /\s(?:dot|point|punto|ponto|punkt)\s$|-(?:dot|point)-$/;
const SPOKEN_ENDINGS = new Set(
  'com fr net org eu be ch info shop store site online example io co'.split(' '),
);
/** Behind the French word for a dot, which is also a word of its own. */
const ENDINGS_AFTER_POINT = new Set('com fr org ch io example'.split(' '));

/** `example point com`. */
export function isSpokenLink(plain: PlainText, labels: Label[]): boolean {
  const last = labels.at(-1)!;
  const before = SPOKEN_DOT.exec(plain.text.slice(Math.max(0, last.start - 8), last.start));
  if (!before || labels.at(-2)!.text.length < 3) return false;
  return (/point/.test(before[0]) ? ENDINGS_AFTER_POINT : SPOKEN_ENDINGS).has(last.text);
}
