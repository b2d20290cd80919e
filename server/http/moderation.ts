/** What moderators do on the shop's page, from the widget. */
import { Hono } from 'hono';
import * as z from 'zod';
import { blockForAnHour } from '../actions/block-for-an-hour.ts';
import { moderateMessage } from '../actions/moderate-message.ts';
import { addNote, deleteOwnNote } from '../actions/note-person.ts';
import { raiseAlert } from '../actions/raise-alert.ts';
import { readAnswers } from '../actions/read-answers.ts';
import { settleReportsAsItStands } from '../actions/settle-reports.ts';
import { viewAlerts } from '../alerts.ts';
import type { AppContext } from '../context.ts';
import { viewerOf } from '../conversation-heads.ts';
import { LIMITS } from '../limits.ts';
import { viewRecord } from '../person-record.ts';
import { MODERATION_ACTS } from '../protocol/frames.ts';
import type { AlertsAnswer, RecordAnswer, ToReviewAnswer } from '../protocol/moderators.ts';
import type { Hub } from '../realtime/hub.ts';
import { viewToReview } from '../to-review.ts';
import { messageView } from '../views.ts';
import { alertPlace, nextAlerts } from './alert-cursor.ts';
import { isManagerHere } from './manager-here.ts';
import { alertForm, alertsQuery, blockForm, messageForm, noteForm, siteForm } from './moderation-forms.ts';
import { actorOf, bodyOf, type Env, queryOf } from './request.ts';
import { siteCors } from './site-cors.ts';

const actBody = siteForm.extend({
  act: z.enum(MODERATION_ACTS),
  reason: z.string().max(LIMITS.reason.codePoints).nullable(),
});
const alertBody = siteForm.extend(alertForm.shape);
const noteBody = siteForm.extend(noteForm.shape);
const blockBody = siteForm.extend(blockForm.shape);
const settleBody = siteForm.extend(messageForm.shape);
const ofSite = z.object({ site: z.string().min(1).max(64) });
const ownAlerts = ofSite.extend(alertsQuery.shape);

export function moderationRoutes(ctx: AppContext, hub: Hub) {
  const app = new Hono<Env>();
  app.use(siteCors(ctx));

  app.get('/queue', async (c) => {
    const actor = await actorOf(ctx, c, queryOf(c, ofSite).site);
    return c.json<ToReviewAnswer>(await viewToReview(ctx, actor));
  });

  app.post('/messages/:id', async (c) => {
    const body = await bodyOf(c, actBody);
    const actor = await actorOf(ctx, c, body.site);
    const { message } = await moderateMessage(ctx, actor, c.req.param('id'), body.act, body.reason);
    return c.json({ message: messageView(message, viewerOf(actor)) });
  });

  app.post('/messages/:id/block', async (c) => {
    const { site, reason } = await bodyOf(c, blockBody);
    await blockForAnHour(ctx, await actorOf(ctx, c, site), c.req.param('id'), reason);
    return c.body(null, 204);
  });

  app.post('/reports/dismiss', async (c) => {
    const { site, messageId } = await bodyOf(c, settleBody);
    await settleReportsAsItStands(ctx, await actorOf(ctx, c, site), messageId);
    return c.body(null, 204);
  });

  app.get('/alerts', async (c) => {
    const { site, state, after } = queryOf(c, ownAlerts);
    const wanted = { isOpen: state === 'open', before: alertPlace(after) };
    const alerts = await viewAlerts(ctx, await actorOf(ctx, c, site), wanted);
    return c.json<AlertsAnswer>({ ...alerts, next: nextAlerts(alerts.next) });
  });

  app.post('/alerts', async (c) => {
    const { site, ...alert } = await bodyOf(c, alertBody);
    const actor = await actorOf(ctx, c, site);
    return c.json({ id: await raiseAlert(ctx, actor, alert, isManagerHere(hub, site)) }, 201);
  });

  app.post('/alerts/read', async (c) => {
    const { site } = await bodyOf(c, siteForm);
    await readAnswers(ctx, await actorOf(ctx, c, site));
    return c.body(null, 204);
  });

  app.get('/people/:id/record', async (c) => {
    const actor = await actorOf(ctx, c, queryOf(c, ofSite).site);
    return c.json<RecordAnswer>(await viewRecord(ctx, actor, c.req.param('id')));
  });

  app.post('/people/:id/notes', async (c) => {
    const { site, text } = await bodyOf(c, noteBody);
    return c.json({ id: await addNote(ctx, await actorOf(ctx, c, site), c.req.param('id'), text) }, 201);
  });

  app.post('/notes/:id/delete', async (c) => {
    const { site } = await bodyOf(c, siteForm);
    await deleteOwnNote(ctx, await actorOf(ctx, c, site), c.req.param('id'));
    return c.body(null, 204);
  });

  return app;
}
