/**
 * What a file is, told by its first bytes whatever its name says: the signatures of the formats' own
 * specifications. null for anything else, SVG and its scripts among it.
 */
export function pictureFormat(bytes: Uint8Array): PictureFormat | null {
  const text = Buffer.from(bytes.subarray(0, 32)).toString('latin1');
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'gif';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp';
  return /^....ftyp(avif|avis|mif1|miaf)/s.test(text) ? 'avif' : null;
}

export type PictureFormat = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif';
