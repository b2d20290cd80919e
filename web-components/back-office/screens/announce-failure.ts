import { ApiError } from '../api.ts';
import { SignedOutEvent, ToastEvent } from '../events.ts';
import { problemWords } from '../problem.ts';

/** Says in a toast what went wrong; a session that ended goes to the sign-in. */
export function announceFailure(from: EventTarget, error: unknown): void {
  if (error instanceof ApiError && error.status === 401) from.dispatchEvent(new SignedOutEvent());
  else from.dispatchEvent(new ToastEvent({ text: problemWords(error), tone: 'problem' }));
}
