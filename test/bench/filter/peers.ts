import { folded, load, loadCommon, type Peer } from './peer.ts';
import { coral, discourse } from './rules-of-forums.ts';

type BadWords = {
  Filter: new (options: {
    emptyList: boolean;
  }) => {
    addWords(...words: string[]): void;
    isProfane(text: string): boolean;
  };
};

const badWords: Peer = {
  name: 'bad-words',
  from: 'bad-words',
  setUp: 'as it comes, its own list emptied',
  async make(terms) {
    const { Filter } = await load<BadWords>('bad-words');
    const filter = new Filter({ emptyList: true });
    filter.addWords(...terms);
    return (text) => filter.isProfane(text);
  },
};

type Leo = { clearList(): void; add(words: string[]): void; check(text: string): boolean };

const leoProfanity: Peer = {
  name: 'leo',
  from: 'leo-profanity',
  setUp: 'exact words, the only way it has; list in lower case as it asks',
  make(terms) {
    const filter = Object.create(loadCommon<Leo>('leo-profanity')) as Leo;
    filter.clearList();
    filter.add(terms.map((term) => term.toLowerCase()));
    return (text) => filter.check(text);
  },
};

type AllProfanityPackage = {
  AllProfanity: new (
    options: object,
  ) => {
    clearList(): void;
    add(words: string[]): void;
    addToWhitelist(words: string[]): void;
    check(text: string): boolean;
  };
};

const allProfanity: Peer = {
  name: 'allprof',
  from: 'allprofanity',
  setUp: 'every protection on (its defaults), its own lists emptied, allowed phrases as its whitelist',
  async make(terms, allowed) {
    const { AllProfanity } = await load<AllProfanityPackage>('allprofanity');
    const filter = new AllProfanity({ silent: true });
    filter.clearList();
    filter.add(terms);
    filter.addToWhitelist(allowed);
    return (text) => filter.check(text);
  },
};

type BadWordsFilter = new (config: {
  list: string[];
  useRegex: boolean;
}) => { isUnclean(text: string): boolean };

const badwordsFilter: Peer = {
  name: 'bw-filter',
  from: 'badwords-filter',
  setUp: 'dictionary mode (its default), list without accents as it folds the text',
  make(terms) {
    const Filter = loadCommon<BadWordsFilter>('badwords-filter');
    const filter = new Filter({ list: terms.map(folded), useRegex: false });
    return (text) => filter.isUnclean(text);
  },
};

type BadWordsNext = {
  default: new (options: object) => { check(text: string): boolean };
};

const badWordsNext: Peer = {
  name: 'bw-next',
  from: 'bad-words-next',
  setUp: 'the look-alikes of its English data; list without accents as it folds the text',
  async make(terms) {
    const { default: Filter } = await load<BadWordsNext>('bad-words-next');
    const { default: english } = await load<{ default: { lookalike: object } }>('bad-words-next/lib/en');
    const filter = new Filter({
      data: { id: 'en', words: terms.map(folded), lookalike: english.lookalike },
    });
    return (text) => filter.check(text);
  },
};

type Deep = {
  preprocessWordLists(words: string[], allowed: string[]): object;
  doesContainBadWords(text: string, lists: object): boolean;
  textToLatin(text: string): string;
  unEmoji(text: string): string;
};

const deepProfanityFilter: Peer = {
  name: 'deep',
  from: 'deep-profanity-filter',
  setUp: 'text made Latin first, as it advises; allowed phrases as its whitelist',
  make(terms, allowed) {
    const { preprocessWordLists, doesContainBadWords, textToLatin, unEmoji } =
      loadCommon<Deep>('deep-profanity-filter');
    const lists = preprocessWordLists(terms.map(folded), allowed.map(folded));
    return (text) => doesContainBadWords(textToLatin(unEmoji(text)), lists);
  },
};

type Glin = { Filter: new (config: object) => { isProfane(text: string): boolean } };

const glinProfanity: Peer = {
  name: 'glin',
  from: 'glin-profanity',
  setUp: 'leet detection aggressive, Unicode normalised, whole words, its own lists off',
  async make(terms, allowed) {
    const { Filter } = await load<Glin>('glin-profanity');
    const filter = new Filter({
      languages: [],
      customWords: terms.map(folded),
      ignoreWords: allowed,
      detectLeetspeak: true,
      leetspeakLevel: 'aggressive',
      normalizeUnicode: true,
      allowObfuscatedMatch: true,
      wordBoundaries: true,
      cacheResults: false,
    });
    return (text) => filter.isProfane(text);
  },
};

type Cured = { findMultiple(words: string[]): unknown[] };

const decancer: Peer = {
  name: 'decancer',
  from: 'decancer',
  setUp: 'the text cured, then its own search for any of the list (parts of words too)',
  make(terms) {
    const cure = loadCommon<(text: string) => Cured>('decancer');
    const words = terms.map(folded);
    return (text) => cure(text).findMultiple(words).length > 0;
  },
};

/** Every filter ours is measured with, in the order of the tables; obscenity has a file of its own. */
export const SIMPLE_PEERS: readonly Peer[] = [
  badWords,
  leoProfanity,
  discourse,
  coral,
  allProfanity,
  badwordsFilter,
  badWordsNext,
  deepProfanityFilter,
  glinProfanity,
  decancer,
];
