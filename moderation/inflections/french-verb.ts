/** A regular verb by its stems: the singular of the present may be written otherwise than the plural. */
type Verb = {
  present: [je: string, tu: string, il: string];
  plural: string;
  participle: string;
  future: string;
};

const SECOND_GROUP_NOT = /(?:part|sent|ment|sort|dorm|serv|repent)ir$/;
const DOUBLING = /(?:appel|jet)$/;
const IRREGULAR =
  /(?:mettre|prendre|craindre|plaindre|peindre|teindre|joindre|soudre|(?:^|[^f])[eiou]rir|[tv]enir|oir)$/;

/** Whether it looks like the infinitive of a verb that is conjugated regularly. « merdier » is a noun. */
export function isInfinitive(word: string): boolean {
  if (IRREGULAR.test(word) || word.length < 4) return false;
  if (word.endsWith('ier') && /[aeiouyé]/.test(word.slice(0, -3))) return false;
  return /[^e]er$|ir$|(?:nd|rd|tt|mp|out)re$/.test(word);
}

/** The infinitive of what may be a present or an imperative in -e or -ez: « nique » → « niquer ». */
export function infinitiveOf(form: string): string | null {
  const root = /^(.{2,}?)(?:e|es|ez)$/.exec(form)?.[1];
  return root ? `${root.replace(/è([^aeiouy]+)$/, 'é$1')}er` : null;
}

/** The forms that can be followed by what the verb acts on: « niquez ta mère ». */
export function finiteForms(infinitive: string): string[] {
  const { present, plural, participle, future } = verbOf(infinitive);
  const soft = softened(plural);
  return [
    ...new Set(present),
    `${plural}ez`,
    thirdPlural(infinitive),
    `${soft}ons`,
    `${soft}ant`,
    participle,
    `${soft}ait`,
    `${future}a`,
  ];
}

/** What is said to somebody first, then the participles, who does it, and what is rarer. */
export function conjugate(infinitive: string): string[] {
  const { present, plural, participle, future } = verbOf(infinitive);
  const soft = softened(plural);
  return [
    ...new Set(present),
    `${plural}ez`,
    thirdPlural(infinitive),
    ...agreed(participle),
    ...agreed(`${soft}ant`),
    ...['eur', 'eurs', 'euse', 'euses'].map((ending) => plural + ending),
    `${soft}ons`,
    `${soft}ait`,
    `${soft}ais`,
    `${future}a`,
    ...['ard', 'ards', 'arde', 'ardes'].map((ending) => soft + ending),
  ];
}

function thirdPlural(infinitive: string): string {
  const { present, plural } = verbOf(infinitive);
  return present[0].endsWith('e') ? `${present[0]}nt` : `${plural}ent`;
}

function verbOf(infinitive: string): Verb {
  const root = infinitive.slice(0, -2);
  if (infinitive.endsWith('er')) return inEr(root);
  if (SECOND_GROUP_NOT.test(infinitive)) return likePartir(root);
  return infinitive.endsWith('ir') ? likeFinir(root) : likeVendre(root);
}

function inEr(root: string): Verb {
  const mute = beforeMuteE(root);
  return {
    present: [`${mute}e`, `${mute}es`, `${mute}e`],
    plural: root,
    participle: `${root}é`,
    future: `${/é[^aeiouyé]+$/.test(root) ? root : mute}er`,
  };
}

/** « noyer », « noie »; « jeter », « jette »; « crever », « crève »; « lécher », « lèche »; but « emmerde ». */
function beforeMuteE(root: string): string {
  if (/[ou]y$/.test(root)) return `${root.slice(0, -1)}i`;
  if (DOUBLING.test(root)) return root + root.slice(-1);
  return root.replace(/(?<![aeiou])[eé](ch|gn|gu|qu|[bcdfgptv][lr]|[bcdfgklmnprstvz])$/, 'è$1');
}

function likeFinir(root: string): Verb {
  const stem = `${root}i`;
  return {
    present: [`${stem}s`, `${stem}s`, `${stem}t`],
    plural: `${stem}ss`,
    participle: stem,
    future: `${stem}r`,
  };
}

function likePartir(root: string): Verb {
  const short = root.slice(0, -1);
  const third = root.endsWith('t') ? root : `${short}t`;
  return {
    present: [`${short}s`, `${short}s`, third],
    plural: root,
    participle: `${root}i`,
    future: `${root}ir`,
  };
}

/** « vend », « rompt », « bat », « fout ». */
function likeVendre(root: string): Verb {
  const first = root.endsWith('t') ? `${root.slice(0, -1)}s` : `${root}s`;
  const third = root.endsWith('tt') ? root.slice(0, -1) : root.endsWith('p') ? `${root}t` : root;
  return { present: [first, first, third], plural: root, participle: `${root}u`, future: `${root}r` };
}

/** Before a and o, c and g keep their sound: « suçant », « égorgeons ». */
function softened(root: string): string {
  if (root.endsWith('c')) return `${root.slice(0, -1)}ç`;
  return root.endsWith('g') ? `${root}e` : root;
}

function agreed(form: string): string[] {
  return [form, `${form}e`, `${form}s`, `${form}es`];
}
