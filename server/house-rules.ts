import { createHash } from 'node:crypto';
import type { SiteRow } from '../db/schema.ts';
import { communityOf } from './community-settings.ts';
import type { Locale } from './protocol/frames.ts';

/** The rules of the house as somebody reads them. `hash` is their version: SHA-256 of the text, base64url. */
export type HouseRules = { text: string; hash: string; locale: Locale };

/** In the reader's language where the manager wrote them in it, else in the other; null where there are none. */
export function houseRulesOf(site: Pick<SiteRow, 'community'>, locale: Locale): HouseRules | null {
  const { houseRules } = communityOf(site);
  const written: Locale = houseRules[locale] !== null ? locale : locale === 'fr' ? 'en' : 'fr';
  const text = houseRules[written];
  if (text === null) return null;
  return { text, hash: createHash('sha256').update(text).digest('base64url'), locale: written };
}
