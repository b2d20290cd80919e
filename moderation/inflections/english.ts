const DETERMINER =
  /^(?:a|an|the|my|your|his|her|its|our|their|me|you|him|them|it|yourself|off|up|out|over|around)$/;

/** Words of more than one syllable that are nouns: nobody says "assholed". */
const NOUN =
  /(?:hole|head|bag|face|wit|wad|hat|tard|ard|ist|ness|ity|ism|man|boy|girl|er|or|ot|on|ie|ian|[^aeiou]y|ing|o|a)$/;

/** Last parts of compounds that keep the stress, and so double their consonant: "bullshitting". */
const STRESSED = /(?:shit|slut|spam|scam|slap|stab|cum)$/;

/** The forms of an English word or phrase in small letters, the likely ones first. */
export function englishForms(text: string): string[] {
  const words = text.split(' ');
  if (words.length === 1) return isNounOnly(text) ? [pluralOf(text)] : nounAndVerb(text);
  if (DETERMINER.test(words[1]!)) return verbPhrase(words);
  return nounPhrase(words);
}

function isNounOnly(word: string): boolean {
  return syllables(word) > 1 && NOUN.test(word);
}

function syllables(word: string): number {
  return word.replace(/e$/, '').match(/[aeiouy]+/g)?.length ?? 0;
}

function nounAndVerb(word: string): string[] {
  const [plural, ed, ing] = [pluralOf(word), ...verbForms(word)];
  const agent = agentOf(word);
  return [plural, ed!, ing!, agent, `${agent}s`, ...adjectiveOf(word)];
}

function agentOf(word: string): string {
  if (/[a-z]{3}ate$/.test(word)) return `${word.slice(0, -1)}or`;
  return word.endsWith('e') ? `${word}r` : `${beforeVowel(word)}er`;
}

/** "bitchy", "shitty", "whory"; of short words only. */
function adjectiveOf(word: string): string[] {
  if ((syllables(word) > 1 && !STRESSED.test(word)) || /(?:ie|y|ee)$/.test(word)) return [];
  return [word.endsWith('e') ? `${word.slice(0, -1)}y` : `${beforeVowel(word)}y`];
}

function verbForms(word: string): [ed: string, ing: string] {
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ied`, `${word}ing`];
  if (/ie$/.test(word)) return [`${word}d`, `${word.slice(0, -2)}ying`];
  if (/[^eoy]e$/.test(word)) return [`${word}d`, `${word.slice(0, -1)}ing`];
  if (word.endsWith('e')) return [`${word}d`, `${word}ing`];
  return [`${beforeVowel(word)}ed`, `${beforeVowel(word)}ing`];
}

/** A single consonant after a single stressed vowel is doubled; a y after a consonant becomes i. */
function beforeVowel(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}i`;
  const doubles = syllables(word) === 1 || STRESSED.test(word);
  return doubles && /(?:^|[^aeiou]|qu)[aeiouy][bdgklmnprtvz]$/.test(word) ? word + word.slice(-1) : word;
}

/** The plural of a noun, which is written like the third person of a verb. */
function pluralOf(word: string): string {
  if (/(?:^|[a-z])man$/.test(word)) return `${word.slice(0, -3)}men`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

/** "suck my …" → "sucks my …", "sucking my …". */
function verbPhrase([verb, ...rest]: string[]): string[] {
  const forms = [pluralOf(verb!), ...verbForms(verb!)].reverse();
  return forms.map((form) => [form, ...rest].join(' '));
}

/** The last word, or the one before "of": "dirty pigs", "sons of a bitch", "sons of bitches". */
function nounPhrase(words: string[]): string[] {
  const of = words.indexOf('of');
  const head = of > 0 ? of - 1 : words.length - 1;
  const forms = [words.with(head, pluralOf(words[head]!)).join(' ')];
  const article = of > 0 && /^an?$/.test(words[of + 1] ?? '');
  if (article && words.length === of + 3) {
    forms.push([...words.slice(0, head), pluralOf(words[head]!), 'of', pluralOf(words.at(-1)!)].join(' '));
  }
  return forms;
}
