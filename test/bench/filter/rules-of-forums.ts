import type { Peer } from './peer.ts';

/**
 * Discourse's watched words: the whole list as one expression between two signs that are no word characters,
 * case ignored, `*` for any run of signs that are no spaces.
 * Behaviour as published: https://github.com/discourse/discourse/blob/main/app/services/word_watcher.rb
 */
export const discourse: Peer = {
  name: 'discourse',
  from: null,
  setUp: "Discourse's rule for watched words, written out",
  make: (terms) => {
    const words = terms.map((term) => escaped(term).replaceAll('\\*', '\\S*')).join('|');
    const expression = new RegExp(
      `(?:[^\\p{L}\\p{M}\\p{N}\\p{Pc}]|^)(?:${words})(?=[^\\p{L}\\p{M}\\p{N}\\p{Pc}]|$)`,
      'iu',
    );
    return (text) => expression.test(text);
  },
};

/**
 * Coral's word list: the whole list as one expression between runs of signs that are no letters, the words of
 * a phrase joined by spaces or punctuation, case ignored. (Coral runs it in RE2; here it runs in V8.)
 * Behaviour as published: https://github.com/coralproject/talk, createServerWordListRegEx.ts
 */
export const coral: Peer = {
  name: 'coral',
  from: null,
  setUp: "Coral's rule for banned words, written out",
  make: (terms) => {
    const words = terms.map((term) => term.split(/\s/).map(escaped).join(`[\\s"'?!.,¿¡\`:;]+`)).join('|');
    const expression = new RegExp(`(^|[^\\p{L}]+)(${words})($|[^\\p{L}]+)`, 'iu');
    return (text) => expression.test(text);
  },
};

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
