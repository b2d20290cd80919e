/**
 * Mails invitations in the background, so many a minute, and goes on after a restart.
 *
 * An invitation is `sending` before its mail is begun and `sent` as soon as the mail server has answered 250.
 * What is `sending` at a start was on its way when the process ended: nobody can know whether the server took
 * it. It is sent again, under the same Message-ID and with the same link, because a mail that comes twice is
 * known as one by most mailboxes and can be used once, and one that never comes is a person forgotten. Only
 * mails under way at that moment, a handful, can come twice.
 */
import { transaction } from '../../db/database.ts';
import {
  beginSending,
  type DueInvitation,
  forgetOver,
  hasInterruptedMails,
  listDue,
  noteRefused,
  noteSent,
  queueInterrupted,
} from '../../db/invitation-sending.ts';
import type { AppContext } from '../context.ts';
import { mailInvitation, mailsPerMinute } from '../invitations/mail-invitation.ts';
import { LIMITS } from '../limits.ts';
import { type MailTrial, refusalOf } from '../mail/mail-refusal.ts';
import { createAgainLater } from './again-later.ts';
import { endStopped, makeInvitations } from './make-invitations.ts';

const ROUND_MS = 1000;

/** Makes and mails what is due, a round a second. @returns what stops it, once no mail is under way */
export function scheduleInvitations(ctx: AppContext): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout;
  const isStopped = () => stopped;
  const mailRound = mailRounds(ctx, isStopped);
  const again = createAgainLater(ctx);
  let isResumed = false;
  const round = async () => {
    if (!isResumed) await resumeSending(ctx);
    isResumed = true;
    await makeInvitations(ctx, isStopped, again);
    await endStopped(ctx, isStopped);
    if (!stopped) await mailRound();
  };
  let running: Promise<void> = Promise.resolve();
  const run = () => {
    const since = performance.now();
    running = round()
      .catch((error) => {
        if (!stopped) ctx.log.error({ err: error }, 'invitations could not be made or sent');
      })
      .then(() => {
        if (!stopped) timer = setTimeout(run, Math.max(0, ROUND_MS - (performance.now() - since)));
      });
  };
  timer = setTimeout(run, 0);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}

/** A round of mails; where none leaves, the next one waits longer and longer. */
function mailRounds(ctx: AppContext, isStopped: () => boolean): () => Promise<void> {
  const { pauseMs, longestPauseMs } = LIMITS.invitation;
  let [pause, until] = [0, 0];
  return async () => {
    if (!ctx.mailer.configured || performance.now() < until) return;
    const trouble = await sendDue(ctx, Math.ceil((mailsPerMinute(ctx) * ROUND_MS) / 60_000), isStopped);
    pause = trouble ? Math.min(pause * 2 || pauseMs, longestPauseMs) : 0;
    until = performance.now() + pause;
  };
}

/** What was on its way when the process ended goes back into the queue. @returns how many */
export async function resumeSending(ctx: AppContext): Promise<number> {
  if (!(await hasInterruptedMails(ctx.db))) return 0;
  const count = await transaction(ctx.db, (tx) => queueInterrupted(tx, ctx.clock.now()));
  if (count > 0) ctx.log.warn({ count }, 'invitations were being mailed when the server ended: sent again');
  return count;
}

/**
 * One round: at most so many mails, a few together.
 * @returns what keeps every mail from leaving, where it is that; null otherwise
 */
export async function sendDue(
  ctx: AppContext,
  atMost: number,
  isStopped = () => false,
): Promise<MailTrial | null> {
  const sites = new Set<string>();
  let trouble: MailTrial | null = null;
  for (let sent = 0; sent < atMost && !trouble && !isStopped(); sent += LIMITS.invitation.together) {
    const together = Math.min(LIMITS.invitation.together, atMost - sent);
    const due = await listDue(ctx.db, ctx.clock.now(), together);
    if (due.length === 0) break;
    trouble = await sendTogether(ctx, due);
    ctx.invitationWork.trouble = trouble;
    for (const { site_id } of due) sites.add(site_id);
  }
  for (const siteId of sites) {
    ctx.broker.publish({ topic: 'back-office', siteId, changed: ['invitations'] });
  }
  return trouble;
}

async function sendTogether(ctx: AppContext, due: DueInvitation[]): Promise<MailTrial | null> {
  const ids = due.map(({ id }) => id);
  const taken = await transaction(ctx.db, async (tx) => {
    await forgetOver(tx, ids);
    return new Set(await beginSending(tx, ids, ctx.clock.now() + LIMITS.invitation.validMs));
  });
  const results = await Promise.all(due.filter(({ id }) => taken.has(id)).map((each) => sendOne(ctx, each)));
  return results.find((result) => result !== null) ?? null;
}

/** @returns why no mail leaves at all, where this one showed it */
async function sendOne(ctx: AppContext, invitation: DueInvitation): Promise<MailTrial | null> {
  try {
    await mailInvitation(ctx, invitation);
  } catch (error) {
    return await putOff(ctx, invitation, refusalOf(error));
  }
  await transaction(ctx.db, (tx) => noteSent(tx, invitation.id, ctx.clock.now()));
  return null;
}

/** A refused person is one thing; a server that cannot be reached or does not want us is everybody's. */
async function putOff(
  ctx: AppContext,
  { id, attempts }: DueInvitation,
  refusal: ReturnType<typeof refusalOf>,
): Promise<MailTrial | null> {
  const isGeneral = GENERAL.has(refusal.result);
  const isOver = !isGeneral && (refusal.permanent || attempts + 1 >= LIMITS.invitation.attempts);
  const wait = isGeneral ? LIMITS.invitation.pauseMs : LIMITS.invitation.againAfterMs * 2 ** attempts;
  const again = isOver ? null : ctx.clock.now() + wait;
  const said = refusal.answer ?? refusal.result;
  await transaction(ctx.db, (tx) => noteRefused(tx, id, said, again));
  return isGeneral ? refusal : null;
}

const GENERAL: ReadonlySet<string> = new Set(['connection', 'login', 'sender']);
