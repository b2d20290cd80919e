import { folded, load, type Peer } from './peer.ts';

type Obscenity = {
  RegExpMatcher: new (options: object) => { hasMatch(text: string): boolean };
  parseRawPattern(pattern: string): object;
  resolveConfusablesTransformer(): object;
  resolveLeetSpeakTransformer(): object;
  toAsciiLowerCaseTransformer(): object;
  skipNonAlphabeticTransformer(): object;
  collapseDuplicatesTransformer(options: object): object;
  englishRecommendedTransformers: object;
};

/** How often a letter may stand in a row after collapsing: its preset for English; once where not named. */
const MAY_REPEAT = 'beolsg';

export const obscenityWords: Peer = {
  name: 'obscen-w',
  from: 'obscenity',
  setUp: 'its recommended transformers, whole words',
  async make(terms, allowed) {
    const package_ = await load<Obscenity>('obscenity');
    return matcherOf(
      package_,
      terms.map((term) => `|${patternOf(term, ' ')}|`),
      {
        ...package_.englishRecommendedTransformers,
        whitelistedTerms: allowed,
      },
    );
  },
};

export const obscenitySkipping: Peer = {
  name: 'obscen-s',
  from: 'obscenity',
  setUp: 'its recommended transformers and the one that skips what is no letter, parts of words',
  async make(terms, allowed) {
    const package_ = await load<Obscenity>('obscenity');
    return matcherOf(
      package_,
      terms.map((term) => patternOf(term, '')),
      {
        ...package_.englishRecommendedTransformers,
        whitelistedTerms: allowed,
        blacklistMatcherTransformers: [
          package_.resolveConfusablesTransformer(),
          package_.resolveLeetSpeakTransformer(),
          package_.toAsciiLowerCaseTransformer(),
          package_.skipNonAlphabeticTransformer(),
          package_.collapseDuplicatesTransformer({
            defaultThreshold: 1,
            customThresholds: new Map([...MAY_REPEAT].map((letter) => [letter, 2])),
          }),
        ],
      },
    );
  },
};

function matcherOf({ RegExpMatcher, parseRawPattern }: Obscenity, patterns: string[], options: object) {
  const unique = [...new Set(patterns)];
  const blacklistedTerms = unique.map((pattern, id) => ({ id, pattern: parseRawPattern(pattern) }));
  const matcher = new RegExpMatcher({ ...options, blacklistedTerms });
  return (text: string) => matcher.hasMatch(text);
}

/** The term as its transformers leave a text: folded, repeated letters collapsed, its own signs escaped. */
function patternOf(term: string, between: string): string {
  const letters = folded(term)
    .replace(/[^a-z0-9]+/g, between)
    .trim();
  return letters.replace(/(.)\1+/g, (run, letter: string) =>
    MAY_REPEAT.includes(letter) ? letter.repeat(Math.min(2, run.length)) : letter,
  );
}
