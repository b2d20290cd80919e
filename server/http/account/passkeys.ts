/** What the browser's passkeys and the server say to each other: options to make or show one, and the answer. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { Hono } from 'hono';
import * as z from 'zod';
import { addPasskey, passkeyToMake } from '../../actions/add-passkey.ts';
import { accountByPasskey, passkeyToShow } from '../../actions/sign-in-by-passkey.ts';
import type { AppContext } from '../../context.ts';
import type { SignedInAnswer } from '../../protocol/joining.ts';
import { localeOf } from '../page.ts';
import { addressOf, bodyOf, type Env, refuseForeignOrigin } from '../request.ts';
import { deviceWords } from './device-words.ts';
import { enter, requireAccount } from './signed-in.ts';

const clientDataJSON = z.string().max(4000);
/** Refused with everything else the library finds wrong, when it is not there. */
const bytes = z.string().catch('');
/** The form is judged here, the content by the library; of what else browsers send it reads nothing. */
const credential = {
  id: z.string().min(1).max(1400),
  rawId: z.string().max(1400),
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
};
const madePasskey = z.object({
  ...credential,
  response: z.object({
    clientDataJSON,
    attestationObject: bytes,
    transports: z.array(z.string()).optional().catch(undefined),
  }),
}) satisfies z.ZodType<RegistrationResponseJSON>;
const shownPasskey = z.object({
  ...credential,
  response: z.object({ clientDataJSON, authenticatorData: bytes, signature: bytes }),
}) satisfies z.ZodType<AuthenticationResponseJSON>;
const nothing = z.strictObject({});

export function passkeyRoutes(ctx: AppContext) {
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    refuseForeignOrigin(ctx, c);
    await next();
  });

  app.post('/to-make', async (c) => {
    await bodyOf(c, nothing);
    const account = await requireAccount(ctx, c);
    await ctx.pace.takeChallenge(addressOf(ctx, c));
    return c.json(await passkeyToMake(ctx, account));
  });

  app.post('/', async (c) => {
    const response = await bodyOf(c, madePasskey);
    const { accountId } = await requireAccount(ctx, c);
    const name = deviceWords(c.req.header('user-agent') ?? null, localeOf(c));
    await addPasskey(ctx, accountId, { response, name });
    return c.body(null, 204);
  });

  app.post('/to-show', async (c) => {
    await bodyOf(c, nothing);
    await ctx.pace.takeChallenge(addressOf(ctx, c));
    return c.json(await passkeyToShow(ctx));
  });

  app.post('/sign-in', async (c) => {
    const response = await bodyOf(c, shownPasskey);
    await ctx.pace.takeSignIn(addressOf(ctx, c));
    const { accountId, userVerified } = await accountByPasskey(ctx, response);
    return c.json<SignedInAnswer>({ next: await enter(ctx, c, accountId, { twoFactors: userVerified }) });
  });

  return app;
}
