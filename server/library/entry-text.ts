import { getPublicSuffix } from 'tldts';
import { LIMITS } from '../limits.ts';
import type { EntryKind, WarningCode } from '../protocol/library.ts';

type Written = { kind: EntryKind; text: string; exactCase?: boolean };

/**
 * An entry's text as it is stored, the same for everything that means the same: blanks and capitals aside
 * (unless they count), a link without scheme, `www.` and last slash.
 */
export function entryText({ kind, text, exactCase }: Written): string {
  const tidy = text.toWellFormed().normalize('NFC').trim().replace(/\s+/gu, ' ');
  if (kind === 'term') return exactCase ? tidy : tidy.toLowerCase();
  return tidy
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^(?:\*\.|\.|www\.)/, '')
    .replace(/\/+$/, '');
}

type Refused = Extract<WarningCode, 'empty' | 'too-short' | 'too-long' | 'not-a-link' | 'whole-ending'>;

/** Why a text cannot be an entry: it would match nothing, or half of what is written. */
export function textProblem(kind: EntryKind, text: string): Refused | null {
  if (text.replace(/[\s*]/gu, '') === '') return text.includes('*') ? 'too-short' : 'empty';
  if ([...text].length > LIMITS.entry.codePoints) return 'too-long';
  return kind === 'term' ? termProblem(text) : linkProblem(text);
}

/** One letter matches nearly every text, and so do two with anything before or after. */
function termProblem(text: string): Refused | null {
  const signs = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const wanted = text.includes('*') ? 3 : 2;
  return signs < wanted ? 'too-short' : null;
}

/** A host of two labels at least, then perhaps a path. */
function linkProblem(text: string): Refused | null {
  const [host = ''] = text.split('/');
  if (getPublicSuffix(host) === host && /^[\p{L}\p{N}.-]+$/u.test(host)) return 'whole-ending';
  return /^[^\s/@*]+\.[^\s/@.*]{2,}(?:\/\S*)?$/u.test(text) ? null : 'not-a-link';
}

/** Whether forbidding this link forbids one of the site's own domains. */
export function coversOwnDomain(text: string, siteDomains: string[]): boolean {
  return siteDomains.some((domain) => {
    const own = domain.replace(/^www\./, '');
    return own === text || own.endsWith(`.${text}`);
  });
}
