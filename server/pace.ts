import { BurstyRateLimiter, RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { type Actor, isAtLeast } from './actor.ts';
import { limitKey } from './client-address.ts';
import { CountedMinutes } from './counted-minutes.ts';
import { Refusal } from './errors.ts';
import { LIMITS } from './limits.ts';

/** How fast one person and one address may act. Counted on this node. */
export type Pace = {
  /** @throws Refusal 429 with the time to wait. */
  takeMessage(actor: Actor): Promise<void>;
  /** One more report of this person and of their network, a few an hour. @throws Refusal 429 */
  takeReport(actor: Actor): Promise<void>;
  /** For what is done with a tap: thanks, an acceptance. */
  takeGesture(actor: Actor): Promise<void>;
  takeRequest(address: string): Promise<void>;
  takeUpgrade(address: string): void;
  takeSignIn(address: string): Promise<void>;
  takePicture(address: string): Promise<void>;
  /** A one-time code an account shows. */
  takeCode(accountId: string): Promise<void>;
  /** A challenge for a passkey, which is asked for by opening a page. */
  takeChallenge(address: string): Promise<void>;
  /** Whether one more sign-in mail may go to this mailbox: a few an hour, whoever asks. */
  takeSignInMail(email: string): Promise<boolean>;
  /**
   * One more address to confirm. @throws Refusal 429 for who asks too often; false where the mailbox has had
   * enough, whoever asked.
   */
  takeConfirmation(actor: Actor, email: string): Promise<boolean>;
};

export function createPace(): Pace {
  const confirmations = LIMITS.notices.confirmations;
  const confirmingPerson = perHour('confirming-person', confirmations.person);
  const confirmingNetwork = perHour('confirming-network', confirmations.network);
  const confirmedMailbox = perHour('confirmed-mailbox', confirmations.mailbox);
  const visitor = bursty('visitor', LIMITS.pace.visitor);
  const member = bursty('member', LIMITS.pace.member);
  const address = bursty('address', LIMITS.pace.address);
  const gesture = perMinute('gesture', LIMITS.pace.gestures);
  const gestureAddress = perMinute('gesture-address', LIMITS.pace.address);
  const request = new CountedMinutes(LIMITS.requests.perMinute);
  const upgrade = new CountedMinutes(LIMITS.requests.upgradesPerMinute);
  const signIn = perMinute('sign-in', LIMITS.requests.signInPerMinute);
  const picture = new RateLimiterMemory({
    keyPrefix: 'picture',
    points: LIMITS.picture.perTenMinutes,
    duration: 600,
  });
  const code = new RateLimiterMemory({
    keyPrefix: 'code',
    points: LIMITS.secondStep.codesPerTenMinutes,
    duration: 600,
  });
  const challenge = perMinute('challenge', LIMITS.passkey.challengesPerMinute);
  const signInMail = perHour('sign-in-mail', LIMITS.requests.signInMailsPerHour);
  const reporter = perHour('reporter', LIMITS.reports.person);
  const reporters = perHour('reporters', LIMITS.reports.network);
  return {
    async takeReport(actor) {
      await take(reporter, actor.personId, ENOUGH_REPORTS);
      await take(reporters, limitKey(actor.address), ENOUGH_REPORTS);
    },
    async takeMessage(actor) {
      await take(isAtLeast(actor.role, 'expert') ? member : visitor, actor.personId, SLOW_DOWN);
      await take(address, limitKey(actor.address), SLOW_DOWN);
    },
    async takeGesture(actor) {
      await take(gesture, actor.personId, TOO_FAST);
      await take(gestureAddress, limitKey(actor.address), TOO_FAST);
    },
    takeRequest: async (from) => takeAtOnce(request, limitKey(from)),
    takeUpgrade: (from) => takeAtOnce(upgrade, limitKey(from)),
    takeSignIn: (from) => take(signIn, limitKey(from), TOO_MANY),
    takePicture: (from) => take(picture, limitKey(from), TOO_MANY),
    takeCode: (accountId) => take(code, accountId, TOO_MANY),
    takeChallenge: (from) => take(challenge, limitKey(from), TOO_MANY),
    takeSignInMail: (email) => isLeft(signInMail, email.toLowerCase()),
    async takeConfirmation(actor, email) {
      await take(confirmingPerson, actor.personId, TOO_MANY);
      await take(confirmingNetwork, limitKey(actor.address), TOO_MANY);
      return await isLeft(confirmedMailbox, email.toLowerCase());
    },
  };
}

const SLOW_DOWN = 'You are writing very fast. Wait a moment, then send it again.';
const TOO_FAST = 'This was too fast. Wait a moment, then try again.';
const TOO_MANY = 'Too many requests from your connection. Wait a moment, then try again.';

const ENOUGH_REPORTS = 'That is a lot of reports. Wait a while, then report again.';

const WINDOW_MS = 60_000;

function takeAtOnce(counted: CountedMinutes, key: string): void {
  const waitMs = counted.take(key);
  if (waitMs > 0) throw new Refusal(429, 'too-many', TOO_MANY, waitMs);
}

/** Takes one where there is one, and says whether there was. */
async function isLeft(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (refused) {
    if (refused instanceof Error) throw refused;
    return false;
  }
}

function perMinute(keyPrefix: string, points: number) {
  return new RateLimiterMemory({ keyPrefix, points, duration: WINDOW_MS / 1000 });
}

const perHour = (keyPrefix: string, points: number) =>
  new RateLimiterMemory({ keyPrefix, points, duration: 3600 });

/** So many a minute, spread over ten-second windows, and a small burst on top. */
function bursty(keyPrefix: string, aMinute: number) {
  const burst = new RateLimiterMemory({
    keyPrefix: `${keyPrefix}-burst`,
    points: LIMITS.pace.burst,
    duration: 10,
  });
  return new BurstyRateLimiter(perMinute(keyPrefix, aMinute), burst);
}

async function take(
  limiter: Pick<RateLimiterMemory, 'consume'>,
  key: string,
  message: string,
): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (refused instanceof Error) throw refused;
    // Counted by the machine's clock, which somebody may have set back: the window itself ends in time.
    throw new Refusal(
      429,
      'too-many',
      message,
      Math.min((refused as RateLimiterRes).msBeforeNext, WINDOW_MS),
    );
  }
}
