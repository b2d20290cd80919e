import type { Corpus, Row } from './corpus.ts';
import { oneOf, seededNumbers } from './seeded.ts';
import { DISGUISES, type Disguise } from './texts/disguises.ts';
import { INNOCENT_CARRIERS, SENTENCES, WORDS } from './texts/innocent-words.ts';
import { FORBIDDEN_LINKS, OWN_CONTACT_ROWS, OWN_LINK_ROWS } from './texts/links-and-contacts.ts';
import { ALLOWED, CARRIERS, FORBIDDEN } from './texts/words.ts';

type Language = 'fr' | 'en';

const LANGUAGES: Language[] = ['fr', 'en'];
/** Disguises of a kind, a language. */
const EACH = 13;

/** The bench's own small set, made of hand-written words and sentences, the same at every run. */
export function ownTexts(): Corpus {
  return {
    name: "the bench's own set",
    terms: [...FORBIDDEN.fr, ...FORBIDDEN.en, ...FORBIDDEN.brands],
    allowed: ALLOWED,
    links: FORBIDDEN_LINKS,
    evasions: DISGUISES.flatMap((disguise) => LANGUAGES.flatMap((lang) => disguised(disguise, lang))),
    innocents: LANGUAGES.flatMap((lang) => [...wordsInSentences(lang), ...sentences(lang)]),
    linkRows: OWN_LINK_ROWS,
    anyLinkRows: [],
    contacts: OWN_CONTACT_ROWS,
    comments: [],
    semantics: [],
    laterRows: [],
    laterTerms: [],
  };
}

function disguised({ kind, tier, write }: Disguise, lang: Language): Row[] {
  const random = seededNumbers(
    [...(kind + lang)].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7),
  );
  const terms = [...FORBIDDEN[lang], ...FORBIDDEN.brands].filter((term) =>
    isDisguised(term, kind, tier, write(term, random)),
  );
  return Array.from({ length: Math.min(EACH, terms.length) }, (_, index) => {
    const [term] = terms.splice(Math.floor(random() * terms.length), 1);
    const text = oneOf(CARRIERS[lang], random).replace('%', () => write(term!, random));
    return {
      id: `own-${kind}-${lang}-${index}`,
      lang,
      text,
      kind: 'evasion',
      expect: 'match',
      evasion: kind,
      tier,
    };
  });
}

/** Changed by the disguise, and long enough to be read through it: the more is lost, the longer. */
function isDisguised(term: string, kind: string, tier: Disguise['tier'], written: string): boolean {
  return kind === 'plain' || (term.length >= (tier === 'stretch' ? 7 : 5) && written !== term);
}

function wordsInSentences(lang: Language): Row[] {
  const words = WORDS[lang].split(/\s+/);
  return INNOCENT_CARRIERS[lang].flatMap((carrier, sentence) =>
    words.map((word, index) => ({
      id: `own-word-${lang}-${sentence}-${index}`,
      lang,
      text: carrier.replaceAll('%', word),
      kind: sentence === 0 ? 'word' : 'word in a sentence',
      expect: 'clean' as const,
    })),
  );
}

function sentences(lang: Language): Row[] {
  return SENTENCES[lang].map((text, index) => ({
    id: `own-sentence-${lang}-${index}`,
    lang,
    text,
    kind: 'shop talk',
    expect: 'clean',
  }));
}
