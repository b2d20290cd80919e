/**
 * Questions nobody has answered yet, for experts and above; everybody else finds nothing here (404). Whatever
 * changes in a list is told by the frames `conversation` and `conversation-gone` like any other row.
 */
import type { ConversationView } from './frames.ts';

/** GET /api/questions/waiting?site=ID&topic=&language=&before=CURSOR, newest first */
export type WaitingQuestionsAnswer = {
  questions: ConversationView[];
  next: string | null;
  /** Those the site's page rules name. */
  topics: string[];
};

/**
 * POST /api/questions/:id/take { site }: others see that one is answering. 409 when somebody else was
 * first (code `taken`, its message their name), or it was answered. Taking again what one has makes it last. POST …/give-back { site }.
 */
export type TakeAnswer = { takenBy: NonNullable<ConversationView['takenBy']> };

/** GET /api/questions/availability?site=ID; POST with { site } and any of `AvailabilityChanges`. */
export type AvailabilityAnswer = Availability & { siteTopics: string[] };
export type Availability = {
  available: boolean;
  /** Minutes of the day, on the clocks of `timeZone`, between which one is told nothing. */
  quiet: { from: number; to: number } | null;
  /** IANA name. */
  timeZone: string;
  /** BCP 47; none = any. */
  languages: string[];
  /** Of the site's; none = any. */
  topics: string[];
};
export type AvailabilityChanges = Partial<Availability>;
