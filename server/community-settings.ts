import type { SiteRow } from '../db/schema.ts';
import type { CommunitySettings } from './protocol/back-office.ts';

const USUAL: CommunitySettings = {
  moderatorsSeeMatches: true,
  moderatorsMayBlock: false,
  widenAfterMinutes: 2,
  remindAfterMinutes: 60,
  showAnswerTime: true,
  recognition: true,
  houseRules: { fr: null, en: null },
};

/** The community settings of a site; what it never set is the usual. */
export function communityOf({ community }: Pick<SiteRow, 'community'>): CommunitySettings {
  return community === null ? USUAL : { ...USUAL, ...(JSON.parse(community) as Partial<CommunitySettings>) };
}
