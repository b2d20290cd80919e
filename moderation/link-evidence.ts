import type { Label } from './host-chains.ts';
import { isUsualAddress } from './link-address.ts';
import type { Candidate } from './link-candidates.ts';
import type { PlainText } from './plain-text.ts';

/** Endings that are a top-level domain somewhere and, behind a dot, mostly a file's extension. */
const EXTENSIONS = new Set('md py sh pl rs ps so cc vi ai pm st zip mov app mm mp ms'.split(' '));

/** Endings that are a top-level domain somewhere and an everyday word: a blank may be missing before them. */
const WORDS = new Set(
  (
    'my am is it in to at be by do go me no us as il je la et ma sa se ne ni au va ca de tu pm mu id os ou ' +
    'one you now here here moi how new next best cool fun fit live love life today world win buy call cam cars ' +
    'cat care city date day deal design direct dog door earth eat farm fast fish food free game games garden gift ' +
    'gifts gold green guide hair health help home horse hot hotel house kids land law like limited link living ' +
    'man map media men mobile moe money movie music off open page parts party pay phone photo photos pics pink ' +
    'place play plus power press prime pub red rent rest review reviews room run safe sale save school science ' +
    'select sex show site ski skin smile social song space star stream studio style sucks support surf talk tax ' +
    'team technology tips tools toys trade train travel tube video vision vote watch weather wedding win work ' +
    'works yes zero zone black blue bar beer bike boats book box camp car cash cheap church click coffee college ' +
    'community company computer dance dating delivery digital dinner energy engineering events exchange expert ' +
    'express fail family fashion film final finance gallery glass golf graphics group holiday international jewelry ' +
    'kitchen lease legal lighting loan loans market marketing memorial navy network news ninja observer organic ' +
    'partners pet photography pizza poker porn properties racing radio recipes rentals repair report restaurant ' +
    'reise reviews rocks sarl services shoes shopping software solutions style supplies supply systems tickets ' +
    'tours town training university vacations villas vin vodka wine'
  ).split(' '),
);

/** Behind these nobody begins a sentence, whatever the capitals. */
const NO_WORDS = new Set(['com', 'org', 'net', 'fr', 'eu']);

const ENDS_TALK = /^(?:$|[\n\r"'»”’)\]}>]|\s?[!?;:,]|\s[-–—(/€\d%]|\.(?:\s|$))/;

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
  return WORDS.has(ending) || EXTENSIONS.has(ending);
}

function isSlashed(path: string): boolean {
  return /^\.?(?::\d+)?[/\\]/.test(path);
}

/** A word for an ending: the name is none, or the talk is over where a sentence could not end. */
function isMeantAnyway(plain: PlainText, labels: Label[], to: number): boolean {
  const name = labels.at(-2)!.text;
  if (/^xn--/.test(name) || /[\p{L}]-[\p{L}]|\p{L}\d/u.test(name)) return true;
  const ending = labels.at(-1)!.text;
  return name.length > 3 && NEVER_LAST.has(ending) && ENDS_TALK.test(plain.text.slice(to, to + 3));
}

/** French and English words that no sentence ends with, or that are none by themselves. */
const NEVER_LAST = new Set(
  'my is in to at by il je la et ma sa se ne de au tu ni it ca be us me as am'.split(' '),
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
