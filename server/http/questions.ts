/** Questions nobody has answered, for who answers on every page: from the chat, or from a page of our own. */
import { Hono } from 'hono';
import * as z from 'zod';
import { listPageRules } from '../../db/sites.ts';
import { listWaitingQuestions } from '../../db/waiting-questions.ts';
import { requireExpert } from '../access.ts';
import { availabilityOf, changeAvailability } from '../actions/change-availability.ts';
import { giveBackQuestion, takeQuestion } from '../actions/take-question.ts';
import type { AppContext } from '../context.ts';
import { viewConversations } from '../conversation-heads.ts';
import { LIMITS } from '../limits.ts';
import type { AvailabilityAnswer, TakeAnswer, WaitingQuestionsAnswer } from '../protocol/waiting.ts';
import { cursorOf, placeOf } from './cursor.ts';
import { actorOf, bodyOf, type Env, queryOf } from './request.ts';
import { siteCors } from './site-cors.ts';

const site = z.string().min(1).max(64);
const siteOnly = z.strictObject({ site });
const topic = z.string().min(1).max(LIMITS.profile.topicLength);
const language = z.string().regex(/^[a-z]{2,3}$/);
const minute = z
  .int()
  .min(0)
  .max(24 * 60 - 1);
const listQuery = z.object({
  site,
  topic: topic.optional(),
  language: language.optional(),
  before: z.string().max(200).optional(),
});
const availabilityBody = z.strictObject({
  site,
  available: z.boolean().optional(),
  quiet: z.strictObject({ from: minute, to: minute }).nullable().optional(),
  timeZone: z.string().min(1).max(64).optional(),
  languages: z.array(language).max(LIMITS.profile.languages).optional(),
  topics: z.array(topic).max(LIMITS.profile.topics).optional(),
});

export function questionRoutes(ctx: AppContext) {
  const app = new Hono<Env>();
  app.use(siteCors(ctx));

  app.get('/waiting', async (c) => {
    const query = queryOf(c, listQuery);
    const actor = await actorOf(ctx, c, query.site);
    requireExpert(actor);
    const { page } = LIMITS.questions;
    const rows = await listWaitingQuestions(ctx.db, {
      siteId: actor.site.id,
      topic: query.topic ?? null,
      language: query.language ?? null,
      before: placeBefore(query.before),
      limit: page + 1,
      now: ctx.clock.now(),
    });
    const last = rows.length > page ? rows[page - 1] : undefined;
    return c.json<WaitingQuestionsAnswer>({
      questions: await viewConversations(ctx, actor, rows.slice(0, page)),
      next: last ? cursorOf({ lastActivityAt: last.published_at ?? 0, id: last.id }) : null,
      topics: await topicsOf(ctx, actor.site.id),
    });
  });

  app.post('/:id/take', async (c) => {
    const body = await bodyOf(c, siteOnly);
    const takenBy = await takeQuestion(ctx, await actorOf(ctx, c, body.site), c.req.param('id'));
    return c.json<TakeAnswer>({ takenBy });
  });

  app.post('/:id/give-back', async (c) => {
    const body = await bodyOf(c, siteOnly);
    await giveBackQuestion(ctx, await actorOf(ctx, c, body.site), c.req.param('id'));
    return c.body(null, 204);
  });

  app.get('/availability', async (c) => {
    const actor = await actorOf(ctx, c, queryOf(c, siteOnly).site);
    const availability = await availabilityOf(ctx, actor);
    return c.json<AvailabilityAnswer>({ ...availability, siteTopics: await topicsOf(ctx, actor.site.id) });
  });

  app.post('/availability', async (c) => {
    const { site: id, ...changes } = await bodyOf(c, availabilityBody);
    const actor = await actorOf(ctx, c, id);
    const availability = await changeAvailability(ctx, actor, changes);
    return c.json<AvailabilityAnswer>({ ...availability, siteTopics: await topicsOf(ctx, id) });
  });

  return app;
}

function placeBefore(cursor: string | undefined) {
  const place = placeOf(cursor);
  return place && { publishedAt: place.lastActivityAt, id: place.id };
}

async function topicsOf(ctx: AppContext, siteId: string): Promise<string[]> {
  const rules = await listPageRules(ctx.db, siteId);
  return [...new Set(rules.flatMap(({ topic }) => topic ?? []))].sort((a, b) => a.localeCompare(b));
}
