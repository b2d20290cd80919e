import type { MailTrial } from '../mail/mail-refusal.ts';
import type { OpenPreview } from './open-preview.ts';

/** What goes on about invitations on this node; none of it outlives the process. */
export type InvitationWork = {
  /** Lists not confirmed yet, by id. */
  previews: Map<string, OpenPreview>;
  /** Why no mail leaves at the moment, as the last try found. */
  trouble: MailTrial | null;
};

export const createInvitationWork = (): InvitationWork => ({ previews: new Map(), trouble: null });
