import {
  createModerator,
  type Library,
  type LinkPolicy,
  type Moderator,
  type Rules,
  type Term,
  type Verdict,
} from '../../../moderation/index.ts';

type Parts = {
  terms: string[];
  allowed?: string[];
  links?: string[];
  policy?: LinkPolicy;
  rules?: Partial<Rules>;
  /** Of the terms. */
  language?: string | null;
  /** Whether the terms are found only as they are written. */
  literal?: boolean;
};

/** Our filter with these lists; nothing else in the library. */
export function ourModerator(parts: Parts): Moderator {
  return createModerator(libraryOf(parts));
}

/** The library these lists make. */
export function libraryOf(parts: Parts): Library {
  const { terms, allowed = [], links = [], policy, rules, language, literal = false } = parts;
  const visitor = policy ?? 'any-but-forbidden';
  return {
    version: 1,
    terms: [
      ...terms.map((text) => ({ ...termOf(text, 'forbidden', language), ...(literal && LITERAL) })),
      ...allowed.map((text) => termOf(text, 'allowed', language)),
    ],
    links: links.map((text) => ({ text, listing: 'forbidden', category: 'list', effect: 'hold' })),
    siteDomains: ['shop.example'],
    linkPolicy: { visitor, expert: visitor, moderator: visitor, manager: visitor },
    rules,
  };
}

const LITERAL = { strictness: 'literal', exactAccents: true } as const;

function termOf(text: string, listing: Term['listing'], language: string | null = null): Term {
  return { text, listing, category: 'list', effect: 'hold', language };
}

/** What our filter says of a visitor's text that follows nothing. */
export function judge(moderator: Moderator, text: string, language: string | null = null): Verdict {
  return moderator.judge({ text, author: { role: 'visitor' }, history: [], now: 0, language });
}

/** Whether the text is stopped or shown to a moderator for a reason of this kind. */
export function isHit({ effect, reasons }: Verdict, kind: Verdict['reasons'][number]['kind']): boolean {
  return effect !== 'allow' && reasons.some((reason) => reason.kind === kind);
}
