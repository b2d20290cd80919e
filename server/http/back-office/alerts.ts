/** Alerts and notes. Alerts are read by their moderators and seen to by managers. */
import { Hono } from 'hono';
import { answerRaisedAlert, closeRaisedAlert, takeRaisedAlert } from '../../actions/answer-alert.ts';
import { blockForAnHour } from '../../actions/block-for-an-hour.ts';
import { addNote, deleteOwnNote } from '../../actions/note-person.ts';
import { raiseAlert } from '../../actions/raise-alert.ts';
import { readAnswers } from '../../actions/read-answers.ts';
import { viewAlerts } from '../../alerts.ts';
import type { AppContext } from '../../context.ts';
import { viewRecord } from '../../person-record.ts';
import type { AlertsAnswer, RecordAnswer } from '../../protocol/moderators.ts';
import type { Hub } from '../../realtime/hub.ts';
import { alertPlace, nextAlerts } from '../alert-cursor.ts';
import { isManagerHere } from '../manager-here.ts';
import { alertForm, alertsQuery, answerForm, blockForm, closeForm, noteForm } from '../moderation-forms.ts';
import { bodyOf, type Env, queryOf, staffOf } from '../request.ts';

export function alertRoutes(ctx: AppContext, hub: Hub) {
  const app = new Hono<Env>();

  app.get('/alerts', async (c) => {
    const actor = await staffOf(ctx, c);
    const { state, after } = queryOf(c, alertsQuery);
    const wanted = { isOpen: state === 'open', before: alertPlace(after) };
    const alerts = await viewAlerts(ctx, actor, wanted);
    return c.json<AlertsAnswer>({ ...alerts, next: nextAlerts(alerts.next) });
  });

  app.post('/alerts', async (c) => {
    const alert = await bodyOf(c, alertForm);
    const actor = await staffOf(ctx, c);
    const id = await raiseAlert(ctx, actor, alert, isManagerHere(hub, actor.site.id));
    return c.json({ id }, 201);
  });

  app.post('/alerts/read', async (c) => {
    await readAnswers(ctx, await staffOf(ctx, c));
    return c.body(null, 204);
  });

  app.post('/alerts/:id/take', async (c) => {
    await takeRaisedAlert(ctx, await staffOf(ctx, c), c.req.param('id'));
    return c.body(null, 204);
  });

  app.post('/alerts/:id/answer', async (c) => {
    const { answer } = await bodyOf(c, answerForm);
    await answerRaisedAlert(ctx, await staffOf(ctx, c), c.req.param('id'), answer);
    return c.body(null, 204);
  });

  app.post('/alerts/:id/close', async (c) => {
    const { answer } = await bodyOf(c, closeForm);
    await closeRaisedAlert(ctx, await staffOf(ctx, c), c.req.param('id'), answer);
    return c.body(null, 204);
  });

  app.post('/messages/:id/block', async (c) => {
    const { reason } = await bodyOf(c, blockForm);
    await blockForAnHour(ctx, await staffOf(ctx, c), c.req.param('id'), reason);
    return c.body(null, 204);
  });

  app.get('/people/:id/record', async (c) => {
    return c.json<RecordAnswer>(await viewRecord(ctx, await staffOf(ctx, c), c.req.param('id')));
  });

  app.post('/people/:id/notes', async (c) => {
    const { text } = await bodyOf(c, noteForm);
    return c.json({ id: await addNote(ctx, await staffOf(ctx, c), c.req.param('id'), text) }, 201);
  });

  app.delete('/notes/:id', async (c) => {
    await deleteOwnNote(ctx, await staffOf(ctx, c), c.req.param('id'));
    return c.body(null, 204);
  });

  return app;
}
