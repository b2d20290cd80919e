import type { Reader } from '../../db/database.ts';
import { findSite } from '../../db/sites.ts';
import { communityOf } from '../community-settings.ts';

/** Whether the site counts points at all: where it does not, nothing is written and nothing shown. */
export async function recognitionIsOn(db: Reader, siteId: string): Promise<boolean> {
  const site = await findSite(db, siteId);
  return site !== undefined && communityOf(site).recognition;
}
