/**
 * What the database keeps, what a verdict says and what the browser is told are the same words, though none of
 * them may import another. Nothing runs this file: the type checker reads it.
 */
import type * as stored from '../db/schema.ts';
import type * as storedModerators from '../db/schema-moderators.ts';
import type * as storedNotifications from '../db/schema-notifications.ts';
import type * as storedRecognition from '../db/schema-recognition.ts';
import type * as storedWaiting from '../db/schema-waiting.ts';
import type * as moderation from '../moderation/library.ts';
import type * as verdict from '../moderation/verdict.ts';
import type * as frames from '../server/protocol/frames.ts';
import type * as library from '../server/protocol/library.ts';
import type * as moderators from '../server/protocol/moderators.ts';
import type * as notifications from '../server/protocol/notifications.ts';
import type * as recognition from '../server/protocol/recognition.ts';

type Same<A, B> = [A, B] extends [B, A] ? true : [only: Exclude<A, B> | Exclude<B, A>];
type Checked<All extends true[]> = All;

export type SameValues = Checked<
  [
    Same<stored.RoleValue, frames.Role>,
    Same<verdict.Role, frames.Role>,
    Same<stored.ModeValue, frames.ContributionMode>,
    Same<stored.ConversationStateValue, frames.ConversationState>,
    Same<stored.MessageStateValue, frames.MessageState>,
    Same<stored.EventKind, frames.ConversationEvent['kind']>,
    Same<storedWaiting.Wave, frames.Wave>,
    Same<verdict.ReasonKind, frames.ReasonKind>,
    Same<stored.EffectValue, library.Effect>,
    Same<verdict.Effect, library.Effect>,
    Same<stored.ListingValue, library.Listing>,
    Same<moderation.Listing, library.Listing>,
    Same<stored.StrictnessValue, library.Strictness>,
    Same<moderation.Strictness, library.Strictness>,
    Same<storedModerators.AlertDegree, moderators.AlertDegree>,
    Same<storedNotifications.MailSubject, notifications.MailSubject>,
    Same<storedRecognition.PointSourceValue, recognition.PointSource>,
    Same<storedRecognition.PointWhyValue, recognition.PointWhy>,
    Same<storedRecognition.BadgeRuleValue, recognition.BadgeRule>,
  ]
>;
