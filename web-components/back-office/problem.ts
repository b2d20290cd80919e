import { ApiError } from './api.ts';
import { translator } from './locales/index.ts';
import words from './locales/problems.ts';

const t = translator(words);

/** What went wrong, in a sentence that says what to do. */
export function problemWords(error: unknown): string {
  if (!(error instanceof ApiError)) throw error;
  if (error.status === 0) return t('unreachable');
  if (error.status === 403) return t('forbidden');
  if (error.status === 404) return t('notFound');
  if (error.status === 429) return t('tooMany');
  if (error.status >= 500) return t('broken');
  return error.message || t('unexpected');
}
