import { translator } from '../locales/index.ts';
import words from '../locales/regulars.ts';

const t = translator(words);

/** Beside the name of who the shop itself vouches for. */
export const verifiedWord = (): string => t('verified');
