import { Refusal } from './errors.ts';
import { LIMITS } from './limits.ts';

const INVISIBLE = /[\p{Cf}\p{Cc}\p{Z}\u2800\u3164\u115f\u1160\uffa0\p{Mn}\p{Me}]/gu;
const BIDI = /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/**
 * A message's text as it is stored: line ends unified, control characters and outer blanks gone.
 * @throws Refusal 422 for what is empty, only looks empty, or is too long.
 */
export function messageText(text: string): string {
  const tidy = text.toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROL, '').trim();
  if (tidy.replace(INVISIBLE, '') === '') throw invalid('Write something first.');
  if ([...tidy].length > LIMITS.message.codePoints) {
    throw invalid(`This is too long: ${LIMITS.message.codePoints} characters at most.`);
  }
  return tidy;
}

/** A display name as it is stored: one line, no direction tricks. @throws Refusal 422 */
export function displayName(name: string): string {
  const tidy = name.toWellFormed().replace(BIDI, '').replace(CONTROL, '').replace(/\s+/gu, ' ').trim();
  if (tidy.replace(INVISIBLE, '') === '') {
    throw new Refusal(422, 'name-required', 'Choose the name others will see.');
  }
  const graphemes = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(tidy)].length;
  if (graphemes > LIMITS.name.graphemes || [...tidy].length > LIMITS.name.codePoints) {
    throw new Refusal(
      422,
      'name-refused',
      `This name is too long: ${LIMITS.name.graphemes} characters at most.`,
    );
  }
  return tidy;
}

const invalid = (message: string) => new Refusal(422, 'invalid-text', message);
