import type { AlertPlace } from '../../db/alerts.ts';
import { cursorOf, placeOf } from './cursor.ts';

/** A place in the list of alerts, read from `?after=`. @throws Refusal 400 */
export function alertPlace(after: string | undefined): AlertPlace | null {
  const place = placeOf(after);
  return place && { createdAt: place.lastActivityAt, id: place.id };
}

export const nextAlerts = (next: AlertPlace | null): string | null =>
  next && cursorOf({ lastActivityAt: next.createdAt, id: next.id });
