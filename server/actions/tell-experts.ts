import { transaction } from '../../db/database.ts';
import { type Answerer, listAnswerers } from '../../db/expert-profiles.ts';
import { addNotices } from '../../db/notices.ts';
import { findClaim } from '../../db/question-claims.ts';
import { listDueWaves, moveWave } from '../../db/question-waves.ts';
import type { ConversationRow, SiteRow } from '../../db/schema.ts';
import type { QuestionWaveRow } from '../../db/schema-waiting.ts';
import { findSite } from '../../db/sites.ts';
import { findWaitingQuestion } from '../../db/waiting-questions.ts';
import { isBlocked } from '../authenticate.ts';
import { communityOf } from '../community-settings.ts';
import type { AppContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import { toldOf } from '../told-of-questions.ts';

const MINUTE = 60_000;

/**
 * Tells experts of the questions whose wave is due: first those it suits, then everybody, and everybody once
 * more while it waits. What was answered, deleted or hidden meanwhile is told to nobody.
 * @returns how many waves there were; as many as `LIMITS.questions.tellTogether` when there may be more
 */
export async function tellExperts(ctx: AppContext): Promise<number> {
  const due = await listDueWaves(ctx.db, ctx.clock.now(), LIMITS.questions.tellTogether);
  const answerers = answerersOnce(ctx);
  for (const wave of due) {
    if (ctx.stopping.signal.aborted) break;
    await tellWave(ctx, wave, answerers).catch((error) => putOff(ctx, wave, error));
  }
  return due.length;
}

type AnswerersOf = (siteId: string) => Promise<Answerer[]>;

/** Those of a site, read once for all its questions that are due together. */
function answerersOnce(ctx: AppContext): AnswerersOf {
  const known = new Map<string, Promise<Answerer[]>>();
  return (siteId) => {
    const answerers = known.get(siteId) ?? readAnswerers(ctx, siteId);
    known.set(siteId, answerers);
    return answerers;
  };
}

async function readAnswerers(ctx: AppContext, siteId: string): Promise<Answerer[]> {
  const answerers = await listAnswerers(ctx.db, siteId, ctx.clock.now());
  const blocked = await Promise.all(
    answerers.map(({ address }) => address !== null && isBlocked(ctx, siteId, address)),
  );
  return answerers.filter((_, i) => !blocked[i]);
}

/** What fails keeps no other question; it is told a minute later, for as long as it waits. */
async function putOff(ctx: AppContext, wave: QuestionWaveRow, error: unknown): Promise<void> {
  const { conversation_id: id, next } = wave;
  if (ctx.stopping.signal.aborted) return;
  ctx.log.error({ err: error, id }, 'a waiting question could not be told');
  await move(ctx, wave, { next, due_at: ctx.clock.now() + MINUTE }, []);
}

async function tellWave(ctx: AppContext, wave: QuestionWaveRow, answerersOf: AnswerersOf): Promise<void> {
  const now = ctx.clock.now();
  const question = await findWaitingQuestion(ctx.db, wave.conversation_id, now);
  const site = question && (await findSite(ctx.db, question.site_id));
  const isLate = now - wave.due_at > LIMITS.questions.tellLateMs;
  if (!site || isLate) return await move(ctx, wave, null, []);
  const claim = await findClaim(ctx.db, question.id);
  if (claim && claim.until > now) return await move(ctx, wave, { next: wave.next, due_at: claim.until }, []);
  const told = toldOf(wave.next, question, await answerersOf(site.id), now);
  await move(ctx, wave, nextWave(wave, site, question, told.length === 0, now), told);
}

/** When nobody is told in the first wave there is nothing to wait for. */
function nextWave(
  { next }: QuestionWaveRow,
  site: SiteRow,
  { published_at: publishedAt }: ConversationRow,
  nobody: boolean,
  now: number,
): Pick<QuestionWaveRow, 'next' | 'due_at'> | null {
  const { widenAfterMinutes, remindAfterMinutes } = communityOf(site);
  const after = (minutes: number) => Math.max(now, (publishedAt ?? now) + minutes * MINUTE);
  switch (next) {
    case 'first':
      return { next: 'everybody', due_at: nobody ? now : after(widenAfterMinutes) };
    case 'everybody':
      return { next: 'reminder', due_at: after(remindAfterMinutes) };
    case 'reminder':
      return null;
  }
}

/** One short transaction: after it, this wave is never told again. */
async function move(
  ctx: AppContext,
  wave: QuestionWaveRow,
  next: ReturnType<typeof nextWave>,
  told: Answerer[],
): Promise<void> {
  const { conversation_id: conversationId, site_id: siteId } = wave;
  await transaction(ctx.db, async (tx) => {
    const isStill =
      (await moveWave(tx, wave, next)) && (await findWaitingQuestion(tx, conversationId, ctx.clock.now()));
    if (!isStill || told.length === 0) return;
    await addNotices(
      tx,
      told.map(({ person_id }) => notice(ctx, wave, person_id)),
    );
    const personIds = told.map(({ person_id }) => person_id);
    tx.onCommit(() =>
      ctx.broker.publish({ topic: 'waiting-question', siteId, conversationId, wave: wave.next, personIds }),
    );
  });
}

/** Under one key for both first waves: nobody is told twice. */
function notice(ctx: AppContext, { conversation_id, site_id, next }: QuestionWaveRow, personId: string) {
  const kind = next === 'reminder' ? ('reminder' as const) : ('waiting-question' as const);
  const now = ctx.clock.now();
  return {
    id: ctx.random.id(),
    site_id,
    person_id: personId,
    kind,
    conversation_id,
    message_id: null,
    subject_id: null,
    key: `${kind} ${conversation_id}`,
    created_at: now,
    due_at: now,
  };
}
