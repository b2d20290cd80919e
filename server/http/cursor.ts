import type { ListPlace } from '../../db/conversations.ts';
import { badRequest } from '../errors.ts';

/** A place in a list, as an opaque text for `?after=`. */
export const cursorOf = (place: ListPlace): string =>
  Buffer.from(`${place.lastActivityAt} ${place.id}`).toString('base64url');

/** @throws Refusal 400 for what is not a cursor of ours */
export function placeOf(cursor: string | undefined): ListPlace | null {
  if (!cursor) return null;
  const [at, id, ...more] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const lastActivityAt = Number(at);
  if (!id || more.length > 0 || !Number.isSafeInteger(lastActivityAt))
    throw badRequest('after: not a place in this list');
  return { lastActivityAt, id };
}

/** A count of rows to skip, for lists that do not move under the reader. */
export function offsetOf(cursor: string | undefined): number {
  if (!cursor) return 0;
  if (!/^\d{1,7}$/.test(cursor)) throw badRequest('after: not a place in this list');
  return Number(cursor);
}

/** The number of the last row, for lists in its order. @throws Refusal 400 */
export function numberOf(cursor: string | undefined): number | null {
  if (!cursor) return null;
  if (!/^\d{1,15}$/.test(cursor)) throw badRequest('after: not a place in this list');
  return Number(cursor);
}
