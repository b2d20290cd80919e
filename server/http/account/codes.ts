import { type Context, Hono } from 'hono';
import { findOneTimeCode } from '../../../db/one-time-codes.ts';
import {
  changeRecoveryCodes,
  proposeOneTimeCodes,
  switchCodesOff,
  switchCodesOn,
} from '../../actions/switch-one-time-codes.ts';
import type { AppContext } from '../../context.ts';
import { Refusal } from '../../errors.ts';
import type { SignedIn } from '../../sign-in.ts';
import { localeOf, type Markup, sendPage } from '../page.ts';
import { type Env, refuseForeignOrigin } from '../request.ts';
import { accountPage } from './account-page.ts';
import { ACCOUNT_TEXTS } from './account-texts.ts';
import { proposedCodes, recoveryCodes } from './codes-section.ts';
import { requireAccount } from './signed-in.ts';

/** Switching one-time codes on and off. */
export function codeRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.post('/propose', async (c) => {
    refuseForeignOrigin(ctx, c);
    const account = await requireAccount(ctx, c);
    const { accountId, email } = account;
    try {
      const secret = await proposeOneTimeCodes(ctx, accountId);
      return send(c, proposedCodes(localeOf(c), { secret, email, wrong: false }));
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 422) throw error;
      const text = ACCOUNT_TEXTS[localeOf(c)].unproven;
      return await accountPage(ctx, c, account, { problem: { at: 'codes', text }, status: 422 });
    }
  });

  app.post('/on', async (c) => {
    refuseForeignOrigin(ctx, c);
    const account = await requireAccount(ctx, c);
    return await withCode(ctx, c, account, async (code) => {
      const codes = await switchCodesOn(ctx, account, code);
      return send(c, recoveryCodes(localeOf(c), codes, true));
    });
  });

  app.post('/recovery', async (c) => {
    refuseForeignOrigin(ctx, c);
    const account = await requireAccount(ctx, c);
    return await withCode(ctx, c, account, async (code) => {
      const codes = await changeRecoveryCodes(ctx, account.accountId, code);
      return send(c, recoveryCodes(localeOf(c), codes, false));
    });
  });

  app.post('/off', async (c) => {
    refuseForeignOrigin(ctx, c);
    const account = await requireAccount(ctx, c);
    return await withCode(ctx, c, account, async (code) => {
      await switchCodesOff(ctx, account.accountId, code);
      return c.redirect('/account?done=codes-off', 303);
    });
  });

  return app;
}

/** Does what a code allows; a code that does not fit is asked for again where it was asked. */
async function withCode(
  ctx: AppContext,
  c: Context<Env>,
  account: SignedIn,
  act: (code: string) => Promise<Response>,
): Promise<Response> {
  const { code } = await c.req.parseBody();
  try {
    return await act(String(code ?? '').slice(0, 100));
  } catch (error) {
    if (!(error instanceof Refusal) || (error.status !== 422 && error.status !== 429)) throw error;
    const t = ACCOUNT_TEXTS[localeOf(c)];
    const proposed = await findOneTimeCode(ctx.db, account.accountId);
    if (error.status === 422 && proposed && proposed.in_force_since === null) {
      const { secret } = proposed;
      return send(c, proposedCodes(localeOf(c), { secret, email: account.email, wrong: true }), 422);
    }
    const text = error.status === 429 ? t.tooMany : t.codeRefused;
    return await accountPage(ctx, c, account, { problem: { at: 'codes', text }, status: error.status });
  }
}

function send(c: Context<Env>, body: Markup, status: 200 | 422 = 200) {
  const locale = localeOf(c);
  return sendPage(c, { locale, title: ACCOUNT_TEXTS[locale].codes, accent: null, body }, status);
}
