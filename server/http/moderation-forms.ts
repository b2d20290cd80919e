import * as z from 'zod';
import { LIMITS } from '../limits.ts';
import { ALERT_DEGREES, ALERT_SUBJECTS } from '../protocol/moderators.ts';

const id = z.string().min(1).max(64);
const words = z.string().trim().min(1).max(LIMITS.note.codePoints);
const reason = z.string().trim().min(1).max(LIMITS.reason.codePoints);

/** What moderators send, the same from the widget (with its site) and from the back office. */
export const alertForm = z.strictObject({
  about: z.strictObject({ kind: z.enum(ALERT_SUBJECTS), id }),
  note: words,
  degree: z.enum(ALERT_DEGREES),
});
export const noteForm = z.strictObject({ text: words });
export const blockForm = z.strictObject({ reason });
export const answerForm = z.strictObject({ answer: words });
export const closeForm = z.strictObject({ answer: words.nullable() });
export const messageForm = z.strictObject({ messageId: id });
export const alertsQuery = z.object({
  state: z.enum(['open', 'closed']).default('open'),
  after: z.string().max(200).optional(),
});
export const siteForm = z.strictObject({ site: id });
