/**
 * What people do with messages that are there, over HTTP. Each of these says how it should be, so that saying
 * it twice changes nothing, and answers 204; everybody is told on the socket: an edit and a deletion by
 * `message-changed`, an acceptance by `conversation-state`, thanks by `thanks`.
 */

/** POST /api/widget/messages/:id/edit. 422 with an ExchangeRefusal where it cannot be done. */
export type EditBody = { site: string; text: string };

/** POST /api/widget/messages/:id/delete. A question goes with its conversation, and only while unanswered. */
export type DeleteBody = { site: string };

/** POST /api/widget/messages/:id/thank */
export type ThankBody = { site: string; thanks: boolean };

/** POST /api/widget/messages/:id/accept, by the asker or a manager. */
export type AcceptBody = { site: string; accepted: boolean };

/**
 * `edit-held`: the filter wants a moderator to read the new text first, `edit-rejected`: the library says no.
 * In both cases nothing of it was kept, and the message stays as it was.
 */
export type ExchangeRefusal =
  | 'own-message'
  | 'too-late'
  | 'edit-held'
  | 'edit-rejected'
  | 'answered'
  | 'not-an-answer';
