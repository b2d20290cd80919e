import { describe, expect, test } from 'vitest';
import {
  createModerator,
  differenceOf,
  starterTerms,
  vocabularyInfo,
  vocabularyNames,
} from '../../moderation/index.ts';
import { GERMAN } from '../../moderation/vocabularies/de.ts';
import { ENGLISH } from '../../moderation/vocabularies/en.ts';
import { SPANISH } from '../../moderation/vocabularies/es.ts';
import { FRENCH } from '../../moderation/vocabularies/fr.ts';
import { ITALIAN } from '../../moderation/vocabularies/it.ts';
import { DUTCH } from '../../moderation/vocabularies/nl.ts';
import { PORTUGUESE } from '../../moderation/vocabularies/pt.ts';
import { judge, libraryOf } from './moderator-of.ts';
import { HARMLESS, HARMLESS_PHRASES, HURTFUL } from './vocabulary-examples.ts';

const NAMES = ['en', 'fr', 'es', 'de', 'it', 'pt', 'nl'] as const;
const CATEGORIES = ['insult', 'slur', 'sexual', 'threat', 'scam'] as const;
const FILES = [ENGLISH, FRENCH, SPANISH, GERMAN, ITALIAN, PORTUGUESE, DUTCH];

const forbiddenOf = (name: (typeof NAMES)[number]) =>
  starterTerms(name).filter(({ listing }) => listing === 'forbidden');
const termOf = (name: (typeof NAMES)[number], text: string) =>
  starterTerms(name).find((term) => term.text === text);

/** Every vocabulary in force, without the words that count in texts of one language only. */
const everywhere = createModerator({
  ...libraryOf({}),
  terms: NAMES.flatMap(starterTerms).filter(({ language }) => language === null),
});
const moderators = Object.fromEntries(
  NAMES.map((name) => [name, createModerator({ ...libraryOf({}), terms: starterTerms(name) })]),
);

describe('vocabularies', () => {
  test.each(NAMES)('[VOC1] %s has hundreds of terms, whole words, once each', (name) => {
    const terms = forbiddenOf(name);
    expect(terms.length).toBeGreaterThan(1000);
    for (const category of CATEGORIES) {
      expect(terms.filter((term) => term.category === category).length).toBeGreaterThan(50);
    }
    const listed = CATEGORIES.flatMap((category) => FILES[NAMES.indexOf(name)]![category]);
    expect(listed.filter((text, at) => listed.indexOf(text) !== at)).toEqual([]);
    expect(listed.filter((text) => !/^\p{L}[\p{L}' .-]*\p{L}'?$/u.test(text))).toEqual([]);
  });

  test.each(FILES)('[VOC2] $language marks only words it lists', (vocabulary) => {
    const listed = new Set(CATEGORIES.flatMap((category) => vocabulary[category]));
    const { mild, severe, onlyIn, exactAccents, exactCase } = vocabulary;
    const marked = [...mild, ...severe, ...onlyIn, ...exactAccents, ...exactCase];
    expect(marked.length).toBeGreaterThan(50);
    expect(marked.filter((text) => !listed.has(text))).toEqual([]);
    expect(mild.filter((text) => severe.includes(text))).toEqual([]);
  });

  test.each(NAMES)('[VOC3] the effect of a %s term follows from its strength', (name) => {
    const effects = { mild: 'flag', strong: 'hold', severe: 'hold' };
    const terms = forbiddenOf(name);
    expect(terms.filter(({ strength, effect }) => effect !== effects[strength])).toEqual([]);
    const hurting = terms.filter(({ category }) => category === 'threat' || category === 'slur');
    expect(hurting.filter(({ strength }) => strength === 'strong')).toEqual([]);
  });

  test('[VOC3] a mild, a strong and a severe word of English', () => {
    expect(termOf('en', 'crap')).toMatchObject({ strength: 'mild', effect: 'flag' });
    expect(termOf('en', 'asshole')).toMatchObject({ strength: 'strong', effect: 'hold' });
    expect(termOf('en', 'wetback')).toMatchObject({ strength: 'severe', effect: 'hold' });
  });

  test.each([
    ['fr', 'con'],
    ['fr', 'bite'],
    ['fr', 'negro'],
    ['en', 'retard'],
    ['en', 'slut'],
    ['en', 'kunt'],
    ['it', 'deficiente'],
    ['nl', 'lul'],
    ['es', 'puto'],
    ['de', 'arsch'],
    ['pt', 'foda'],
  ] as const)('[VOC4] in %s, %s counts in texts of that language only', (name, text) => {
    expect(termOf(name, text)?.language).toBe(name);
  });

  test.each([
    ['fr', 'connard'],
    ['en', 'asshole'],
    ['es', 'gilipollas'],
  ] as const)('[VOC4] in %s, %s counts everywhere', (name, text) => {
    expect(termOf(name, text)?.language).toBeNull();
  });

  test('[VOC5] « coño » with its accent, "dick" and « pd » in small letters', () => {
    expect(termOf('es', 'coño')).toMatchObject({ exactAccents: true });
    expect(termOf('en', 'dick')).toMatchObject({ exactCase: true });
    expect(termOf('fr', 'pd')).toMatchObject({ exactCase: true });
    expect(termOf('en', 'asshole')).not.toHaveProperty('exactCase');
  });

  test('[VOC6] each vocabulary says what it is', () => {
    expect(vocabularyNames()).toEqual(NAMES);
    for (const name of NAMES) {
      const info = vocabularyInfo(name);
      expect(info).toMatchObject({ name, language: name, licence: 'MIT', terms: starterTerms(name).length });
      expect(info.version).toBeGreaterThan(0);
    }
    expect(vocabularyInfo('en').source).toContain('bad-words');
    expect(vocabularyInfo('fr').source).toContain('hand-written');
  });

  test('[VOC7] a library that took everything differs in nothing', () => {
    const texts = starterTerms('fr').map(({ text }) => text);
    expect(differenceOf('fr', texts)).toEqual({ version: 1, added: [], gone: [] });
  });

  test('[VOC7] what the library never had is added, what the vocabulary dropped is gone', () => {
    const texts = starterTerms('fr').map(({ text }) => text);
    const older = [...texts.filter((text) => text !== 'enculé' && text !== 'cul-de-sac'), 'Vieux-Mot'];
    const { added, gone } = differenceOf('fr', older);
    expect(added.map(({ text, listing }) => [text, listing])).toEqual([
      ['enculé', 'forbidden'],
      ['cul-de-sac', 'allowed'],
    ]);
    expect(gone).toEqual(['Vieux-Mot']);
  });

  test('[VOC7] case and the way accents are encoded make no difference', () => {
    const texts = starterTerms('fr').map(({ text }) => text.toUpperCase().normalize('NFD'));
    expect(differenceOf('fr', texts)).toMatchObject({ added: [], gone: [] });
  });

  test.each(Object.entries(HARMLESS))('[VOC8] %s: said in a shop', (name, texts) => {
    const held = texts.filter((text) => judge(everywhere, text).effect !== 'allow');
    expect(held).toEqual([]);
    expect(texts.filter((text) => judge(moderators[name]!, text).effect !== 'allow')).toEqual([]);
  });

  test.each(Object.entries(HARMLESS_PHRASES))('[VOC9] %s: phrases that hold a term', (name, texts) => {
    expect(texts.filter((text) => judge(moderators[name]!, text).effect !== 'allow')).toEqual([]);
  });

  test.each(Object.entries(HURTFUL))('[VOC10] %s: what must not be read by others', (name, texts) => {
    expect(texts.filter((text) => judge(moderators[name]!, text).effect !== 'hold')).toEqual([]);
  });
});
