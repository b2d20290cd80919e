/** A picture somebody uploads → two squares of ours. Nothing of the file itself is kept. */
import type { Metadata, Sharp } from 'sharp';
import { Refusal } from './errors.ts';
import { LIMITS } from './limits.ts';
import { pictureFormat } from './picture-format.ts';

/** WebP, of `LIMITS.picture.large` and `LIMITS.picture.small` pixels. */
export type EncodedPicture = { large: Uint8Array; small: Uint8Array };

/** One at a time: decoding takes much memory, and the rest of the server has its threads to itself. */
let underWay: Promise<unknown> = Promise.resolve();

/**
 * Re-encodes a JPEG, PNG, GIF, WebP or AVIF: upright, cut to a square, without metadata. Its size and its
 * pixels are looked at before it is decoded.
 * @throws Refusal 413 too large, 415 no such picture, 422 broken
 */
export async function encodePicture(bytes: Uint8Array): Promise<EncodedPicture> {
  if (bytes.length > LIMITS.picture.bytes) throw tooLarge();
  if (!pictureFormat(bytes)) throw notAPicture();
  const encoded = underWay.then(() => encode(bytes));
  underWay = encoded.catch(() => undefined);
  return await encoded;
}

async function encode(bytes: Uint8Array): Promise<EncodedPicture> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  const open = () => sharp(bytes, { limitInputPixels: LIMITS.picture.pixels, failOn: 'error' });
  checkHeader(await open().metadata().catch(broken));
  const large = await square(open(), LIMITS.picture.large);
  return { large, small: await square(sharp(large), LIMITS.picture.small) };
}

/** The signature may lie: what the decoder takes it for decides. */
function checkHeader({ format, compression, width, height }: Metadata): void {
  const isAvif = format === 'heif' && compression === 'av1';
  if (!isAvif && !['jpeg', 'png', 'gif', 'webp'].includes(format)) throw notAPicture();
  if (width * height > LIMITS.picture.pixels) throw tooLarge();
}

async function square(picture: Sharp, pixels: number): Promise<Uint8Array> {
  return await picture
    .autoOrient()
    .resize(pixels, pixels, { fit: 'cover' })
    .webp({ quality: 82 })
    .timeout({ seconds: LIMITS.picture.withinSeconds })
    .toBuffer()
    .catch(broken);
}

const broken = (error: Error) => {
  throw /pixel limit/.test(error.message)
    ? tooLarge()
    : new Refusal(422, 'picture-broken', 'This picture cannot be read. Choose another.');
};
const tooLarge = () => new Refusal(413, 'picture-too-large', 'This picture is too large.');
const notAPicture = () => new Refusal(415, 'not-a-picture', 'Choose a JPEG, PNG, WebP, AVIF or GIF picture.');
