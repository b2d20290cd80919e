import { createModerator, type Library, type Moderator, type Verdict } from '../../moderation/index.ts';

const OPEN: Library['linkPolicy'] = {
  visitor: 'any-but-forbidden',
  expert: 'any-but-forbidden',
  moderator: 'any-but-forbidden',
  manager: 'any-but-forbidden',
};

/** A library of forbidden and allowed terms and links, everything else at rest. */
export function libraryOf(fields: {
  terms?: string[];
  allowed?: string[];
  links?: string[];
  allowedLinks?: string[];
  siteDomains?: string[];
  policy?: Library['linkPolicy']['visitor'];
}): Library {
  const entry = (listing: 'forbidden' | 'allowed') => (text: string) => ({
    text,
    listing,
    category: 'insult',
    effect: 'hold' as const,
  });
  return {
    version: 7,
    terms: [...(fields.terms ?? []).map(entry('forbidden')), ...(fields.allowed ?? []).map(entry('allowed'))],
    links: [
      ...(fields.links ?? []).map(entry('forbidden')),
      ...(fields.allowedLinks ?? []).map(entry('allowed')),
    ],
    siteDomains: fields.siteDomains ?? [],
    linkPolicy: { ...OPEN, visitor: fields.policy ?? 'any-but-forbidden' },
  };
}

export function moderatorOf(fields: Parameters<typeof libraryOf>[0]): Moderator {
  return createModerator(libraryOf(fields));
}

/** What a visitor without a past gets. */
export function judge(moderator: Moderator, text: string): Verdict {
  return moderator.judge({ text, author: { role: 'visitor' }, history: [], now: 0 });
}
