import { createSlices } from '../slices.ts';

const PART = 64 * 1024;

/**
 * The text of a file as spreadsheets write them: UTF-8 with or without a byte order mark, UTF-16 with one,
 * else Windows-1252. Line ends become `\n`.
 */
export async function decodeFile(bytes: Uint8Array): Promise<string> {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return await decode(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return await decode(bytes, 'utf-16be');
  try {
    return await decode(bytes, 'utf-8');
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Not UTF-8: what a spreadsheet of Western Europe writes otherwise.
    return await decode(bytes, 'windows-1252');
  }
}

/** @throws TypeError for bytes that are not of this encoding */
async function decode(bytes: Uint8Array, encoding: string): Promise<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const slice = createSlices();
  const parts: string[] = [];
  let endsInReturn = false;
  for (let at = 0; at < bytes.length; at += PART) {
    const part = decoder.decode(bytes.subarray(at, at + PART), { stream: true });
    // The line end may be cut in two: then its second half begins the next part.
    parts.push((endsInReturn && part.startsWith('\n') ? part.slice(1) : part).replace(/\r\n?/g, '\n'));
    endsInReturn = part === '' ? endsInReturn : part.endsWith('\r');
    await slice();
  }
  return parts.join('') + decoder.decode();
}
