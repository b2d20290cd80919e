import { ApiError } from '../../api.ts';
import { translator } from '../../locales/index.ts';
import words from '../../locales/library-entry.ts';
import { problemWords } from '../../problem.ts';

const t = translator(words);
const CODES = ['too-short', 'too-long', 'not-a-link', 'whole-ending', 'own-domain', 'common-word'] as const;

/** Why the server refused an entry or a draft, in the person's language where it has words for it. */
export function refusalWords(error: unknown): string {
  if (!(error instanceof ApiError)) throw error;
  const code = CODES.find((known) => known === error.code);
  if (code) return t('refusal', { why: t(code) });
  return error.code === 'conflict' ? t('refusal', { why: t('already-there') }) : problemWords(error);
}
