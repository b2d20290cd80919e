import type { InvitationPreview, PreviewPerson } from '../../../../server/protocol/invitations.ts';
import { translator } from '../../locales/index.ts';
import words from '../../locales/invitations.ts';

const t = translator(words);

/** How many lines of a list are to be looked at. */
export const wrongOf = ({ wrong }: InvitationPreview): number =>
  Object.values(wrong).reduce((sum, count) => sum + count, 0);

/** Why somebody is not invited, in a sentence. */
export function problemOf({ problem, firstLine }: PreviewPerson): string {
  if (problem === null) return '';
  if (problem === 'waiting') return t('already-waiting');
  return t(problem, { line: firstLine ?? '' });
}

/** What was left out of somebody who is invited all the same. */
export const remarksOf = ({ remarks }: PreviewPerson): string[] => remarks.map((remark) => t(remark));
