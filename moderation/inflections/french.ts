import { type Agreement, feminineOf, inflectNoun, pluralOf } from './french-noun.ts';
import { conjugate, finiteForms, infinitiveOf, isInfinitive } from './french-verb.ts';

const PREPOSITION = /^(?:de|du|des|à|au|aux|en|sans|pour|sur|d'.+)$/;
const AFTER_VERB = /^(?:ta|ton|tes|ma|mon|mes|sa|son|ses|la|le|les|vos|vous|te|toi|moi|leur|leurs|l'.+)$/;

/** Heads that take a feminine before « de », as in « enculé de ta race »; « sac de merde » has none. */
const PERSON = /(?:ard|aud|eur|eux|é|fils|gros|con)$/;

/** The forms of a French word or phrase in small letters, the likely ones first. */
export function frenchForms(text: string): string[] {
  const [first = '', ...rest] = text.split(' ');
  if (rest.length > 0) return phraseForms(first, rest);
  if (first.includes('-')) return [pluralOf(first)];
  return isInfinitive(first) ? conjugate(first) : inflectNoun(first);
}

function phraseForms(first: string, rest: string[]): string[] {
  if (isInfinitive(first)) return withRest(finiteForms(first), rest);
  if (!AFTER_VERB.test(rest[0]!)) return nounPhrase([first, ...rest]);
  const infinitive = infinitiveOf(first);
  return infinitive ? withRest([infinitive, ...finiteForms(infinitive)], rest) : [];
}

function withRest(forms: string[], rest: string[]): string[] {
  return forms.map((form) => [form, ...rest].join(' '));
}

/** Everything before a preposition agrees: « sale pute » → « sales putes », « tête de con » → « têtes de con ». */
function nounPhrase(words: string[]): string[] {
  const at = words.findIndex((word, index) => index > 0 && PREPOSITION.test(word));
  const group = at < 0 ? words : words.slice(0, at);
  const rest = at < 0 ? [] : words.slice(at);
  const agreements: Agreement[] = [pluralOf];
  if (at < 0 || PERSON.test(group.at(-1)!)) {
    agreements.push(feminineOf, (word) => pluralOf(feminineOf(word)));
  }
  return agreements.map((agree) => [...group.map(agree), ...rest].join(' '));
}
