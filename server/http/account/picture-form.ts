import { type EncodedPicture, encodePicture } from '../../encode-picture.ts';
import type { Refusal } from '../../errors.ts';
import type { AccountTexts } from './account-texts.ts';

/** The picture of a form, encoded anew; null when none was chosen. @throws Refusal 413, 415, 422 */
export async function pictureIn(
  form: Record<string, string | File | unknown>,
): Promise<EncodedPicture | null> {
  const { picture } = form;
  // A browser sends an empty file where none was chosen.
  if (!(picture instanceof File) || picture.size === 0) return null;
  return await encodePicture(new Uint8Array(await picture.arrayBuffer()));
}

type Words = Pick<AccountTexts, 'pictureRefused' | 'pictureTooLarge' | 'pictureBroken'>;

/** What is told of a picture that is not taken; null when something else was wrong. */
export function pictureProblem(
  { code }: Refusal,
  t: Words,
): { text: string; status: 413 | 415 | 422 } | null {
  switch (code) {
    case 'picture-too-large':
      return { text: t.pictureTooLarge, status: 413 };
    case 'not-a-picture':
      return { text: t.pictureRefused, status: 415 };
    case 'picture-broken':
      return { text: t.pictureBroken, status: 422 };
    default:
      return null;
  }
}
