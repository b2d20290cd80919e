import type { Reader } from '../../db/database.ts';
import { listMailRefusals } from '../../db/mail-refusals.ts';
import type { ExpertProfileRow, NoticeKind } from '../../db/schema-community.ts';
import type { MailSubject } from '../../db/schema-notifications.ts';
import type { Quiet } from './local-time.ts';

/** How a member wants to be told. */
export type Wishes = {
  available: boolean;
  quiet: Quiet | null;
  timeZone: string;
  mail: ExpertProfileRow['mail'];
  push: boolean;
  refused: readonly MailSubject[];
};

/** What people are told who never said anything of it. */
const USUAL: Omit<Wishes, 'refused'> = {
  available: true,
  quiet: null,
  timeZone: 'Europe/Paris',
  mail: 'digest',
  push: true,
};

export async function wishesOf(db: Reader, personId: string): Promise<Wishes> {
  const row = await db
    .selectFrom('expert_profile')
    .selectAll()
    .where('person_id', '=', personId)
    .executeTakeFirst();
  const refused = await listMailRefusals(db, personId);
  if (!row) return { ...USUAL, refused };
  const { quiet_from: from, quiet_to: to } = row;
  return {
    available: row.available === 1,
    quiet: from === null || to === null ? null : { from, to },
    timeZone: row.time_zone,
    mail: row.mail,
    push: row.push === 1,
    refused,
  };
}

/** What each kind of notice is called where somebody no longer wants it. */
export const SUBJECT_OF: Record<NoticeKind, MailSubject> = {
  'waiting-question': 'questions',
  reminder: 'questions',
  answer: 'answers',
  alert: 'alerts',
  'alert-answer': 'alerts',
  promotion: 'news',
};

/** Told at once even to who wants one mail a day: it is about them, or somebody waits for them. */
export const isPressing = (kind: NoticeKind): boolean => SUBJECT_OF[kind] !== 'questions';
