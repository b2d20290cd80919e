import type { Reader } from '../../db/database.ts';
import { findExpertProfile } from '../../db/expert-profiles.ts';
import { listMailRefusals } from '../../db/mail-refusals.ts';
import type { ExpertProfileRow, NoticeKind } from '../../db/schema-community.ts';
import type { MailSubject } from '../../db/schema-notifications.ts';

/** How a member wants to be told. */
export type Wishes = { profile: ExpertProfileRow; refused: readonly MailSubject[] };

/** The usual where they never said. */
export async function wishesOf(db: Reader, siteId: string, personId: string): Promise<Wishes> {
  const profile = await findExpertProfile(db, siteId, personId);
  return { profile, refused: await listMailRefusals(db, personId) };
}

/** What each kind of notice is called where somebody no longer wants it. */
export const SUBJECT_OF: Record<NoticeKind, MailSubject> = {
  'waiting-question': 'questions',
  reminder: 'questions',
  answer: 'answers',
  alert: 'alerts',
  'alert-answer': 'alerts',
  promotion: 'news',
  hidden: 'news',
};
