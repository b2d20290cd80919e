/** The page between a link and a session, for whoever has switched one-time codes on. */
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { takeSecondStep } from '../../actions/second-step.ts';
import type { AppContext } from '../../context.ts';
import { Refusal } from '../../errors.ts';
import { localeOf, sendPage } from '../page.ts';
import { addressOf, type Env, refuseForeignOrigin } from '../request.ts';
import { ACCOUNT_TEXTS } from './account-texts.ts';
import { forgetStep, open, stepOf } from './signed-in.ts';

export function secondStepRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.get('/second-step', (c) => askCode(c));

  app.post('/second-step', async (c) => {
    refuseForeignOrigin(ctx, c);
    const t = ACCOUNT_TEXTS[localeOf(c)];
    const { code } = await c.req.parseBody();
    try {
      await ctx.pace.takeSignIn(addressOf(ctx, c));
      const taken = await takeSecondStep(ctx, stepOf(c), String(code ?? '').slice(0, 100));
      if (taken === 'over') return over(c);
      if (taken === 'wrong') return askCode(c, t.codeRefused, 422);
      const next = await open(ctx, c, taken.accountId);
      forgetStep(ctx, c);
      return c.redirect(next, 303);
    } catch (error) {
      if (error instanceof Refusal && error.status === 429) return askCode(c, t.tooMany, 429);
      throw error;
    }
  });

  return app;
}

function askCode(c: Context<Env>, error?: string, status: 200 | 422 | 429 = 200) {
  const locale = localeOf(c);
  const t = ACCOUNT_TEXTS[locale];
  const body = html`<h1>${t.stepTitle}</h1><p>${t.stepLead}</p>
${error ? html`<p class="error" id="problem" role="alert">${error}</p>` : ''}
<form method="post" class="code">
<label for="code">${t.anyCode}</label>
<input id="code" name="code" required maxlength="40" autocomplete="one-time-code" autocapitalize="off" spellcheck="false" autofocus${error ? html` aria-invalid="true" aria-describedby="problem"` : ''}>
<button>${t.stepGo}</button>
</form>`;
  return sendPage(c, { locale, title: t.stepTitle, accent: null, body }, status);
}

function over(c: Context<Env>) {
  const locale = localeOf(c);
  const t = ACCOUNT_TEXTS[locale];
  const body = html`<h1>${t.stepOver}</h1><p>${t.stepOverLead}</p><a class="button" href="/account">${t.signInTitle}</a>`;
  return sendPage(c, { locale, title: t.stepOver, accent: null, body }, 410);
}
