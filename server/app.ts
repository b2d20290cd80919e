/** Every route, in one readable list. */
import type { IncomingMessage } from 'node:http';
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AppContext } from './context.ts';
import { badRequest, notFound, Refusal } from './errors.ts';
import { accountRoutes } from './http/account/account.ts';
import { codeRoutes } from './http/account/codes.ts';
import { passkeyRoutes } from './http/account/passkeys.ts';
import { secondStepRoutes } from './http/account/second-step.ts';
import { alertRoutes } from './http/back-office/alerts.ts';
import { auditLogRoutes } from './http/back-office/audit-log.ts';
import { blockRoutes } from './http/back-office/blocks.ts';
import { conversationRoutes } from './http/back-office/conversations.ts';
import { identitySecretRoutes } from './http/back-office/identity-secrets.ts';
import { invitationBatchRoutes } from './http/back-office/invitation-batches.ts';
import { invitationRoutes } from './http/back-office/invitations.ts';
import { libraryRoutes } from './http/back-office/library.ts';
import { libraryVersionRoutes } from './http/back-office/library-versions.ts';
import { libraryWorkRoutes } from './http/back-office/library-work.ts';
import { noticeRoutes } from './http/back-office/notices.ts';
import { peopleRoutes } from './http/back-office/people.ts';
import { queueRoutes } from './http/back-office/queue.ts';
import { recognitionOfficeRoutes } from './http/back-office/recognition.ts';
import { regularRoutes } from './http/back-office/regulars.ts';
import { sessionRoutes } from './http/back-office/session.ts';
import { siteRoutes } from './http/back-office/site.ts';
import { declineRoutes } from './http/decline.ts';
import { exchangeRoutes } from './http/exchange.ts';
import { healthRoutes } from './http/health.ts';
import { identifyRoutes } from './http/identify.ts';
import { joinRoutes } from './http/join.ts';
import { countRequests, metricsRoutes } from './http/metrics.ts';
import { moderationRoutes } from './http/moderation.ts';
import { notificationRoutes } from './http/notifications.ts';
import { notifyDeviceRoutes } from './http/notify-device.ts';
import { notifyPageRoutes } from './http/notify-pages.ts';
import { pictureRoutes } from './http/pictures.ts';
import { promotionRoutes } from './http/promotions.ts';
import { questionRoutes } from './http/questions.ts';
import { questionsPageRoutes } from './http/questions-page.ts';
import { recognitionRoutes } from './http/recognition.ts';
import { reportedRoutes } from './http/reported.ts';
import type { Env } from './http/request.ts';
import { signInRoutes } from './http/sign-in.ts';
import { chatScript, staticRoutes } from './http/static.ts';
import { streamRoutes } from './http/stream.ts';
import { takeIn } from './http/take-in.ts';
import { widgetRoutes } from './http/widget.ts';
import type { ErrorBody } from './protocol/widget.ts';
import type { Hub } from './realtime/hub.ts';

export function createApp(ctx: AppContext, hub: Hub) {
  const app = new Hono<Env>();

  if (ctx.config.metrics) app.use('*', countRequests(ctx));
  app.use('*', takeIn(ctx));

  app.route('/', healthRoutes(ctx));
  app.route('/', metricsRoutes(ctx));
  app.route('/api/widget', pictureRoutes(ctx));
  app.route('/api/widget', widgetRoutes(ctx, hub, chatScript));
  app.route('/api/widget', recognitionRoutes(ctx));
  app.route('/api/widget', identifyRoutes(ctx));
  app.route('/api/widget', promotionRoutes(ctx));
  app.route('/api/widget', exchangeRoutes(ctx));
  app.route('/api/widget', reportedRoutes(ctx));
  app.route('/api/questions', questionRoutes(ctx));
  app.route('/api/widget/notifications', notificationRoutes(ctx));
  app.route('/', notifyPageRoutes(ctx));
  app.route('/', notifyDeviceRoutes(ctx));
  app.route('/api/stream', streamRoutes(ctx, hub));
  app.route('/api/moderation', moderationRoutes(ctx, hub));
  app.route('/', signInRoutes(ctx));
  app.route('/', joinRoutes(ctx));
  app.route('/', secondStepRoutes(ctx));
  app.route('/account/codes', codeRoutes(ctx));
  app.route('/account', accountRoutes(ctx));
  app.route('/api/passkeys', passkeyRoutes(ctx));
  app.route('/', declineRoutes(ctx));
  app.route('/api/back-office', sessionRoutes(ctx));
  for (const routes of [
    queueRoutes(ctx),
    alertRoutes(ctx, hub),
    conversationRoutes(ctx),
    libraryRoutes(ctx),
    libraryWorkRoutes(ctx),
    libraryVersionRoutes(ctx),
    blockRoutes(ctx, hub),
    noticeRoutes(ctx),
    peopleRoutes(ctx),
    regularRoutes(ctx),
    invitationRoutes(ctx),
    invitationBatchRoutes(ctx),
    siteRoutes(ctx),
    identitySecretRoutes(ctx),
    auditLogRoutes(ctx),
    recognitionOfficeRoutes(ctx),
  ]) {
    app.route('/api/back-office/:site', routes);
  }
  app.route('/', questionsPageRoutes(ctx));
  app.route('/', staticRoutes(ctx));

  app.notFound(() => Promise.reject(notFound()));
  app.onError((error, c) => {
    const refusal = refusalOf(ctx, error, c);
    if (refusal.retryAfterMs !== null)
      c.header('Retry-After', String(Math.ceil(refusal.retryAfterMs / 1000)));
    const body: ErrorBody = {
      error: { code: refusal.code, message: refusal.message, requestId: c.get('requestId') },
    };
    return c.json(body, refusal.status as ContentfulStatusCode);
  });
  return app;
}

function refusalOf(ctx: AppContext, error: Error, c: Context<Env>): Refusal {
  if (error instanceof Refusal) return error;
  return wentAway(c.env.incoming)
    ? badRequest('The body ended early.')
    : unexpected(ctx, error, c.get('requestId'));
}

/** Whoever leaves amid their own body is no failure of ours, and must not fill the log. */
const wentAway = (request: IncomingMessage) => request.destroyed && !request.complete;

/** Nothing of the error goes out; the log has it under the request's id. */
function unexpected(ctx: AppContext, error: Error, id: string): Refusal {
  ctx.log.error({ err: error, requestId: id }, 'a request failed');
  return new Refusal(503, 'busy', 'Something went wrong on our side. Try again in a moment.', 2000);
}
