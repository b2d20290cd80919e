/** What the shop signs its customers' identities with. For managers. */
import { Hono } from 'hono';
import * as z from 'zod';
import { listIdentitySecrets } from '../../../db/identity-secrets.ts';
import { listNames } from '../../../db/people.ts';
import type { IdentitySecretRow } from '../../../db/schema-identity.ts';
import { requireManager } from '../../access.ts';
import { makeIdentitySecret } from '../../actions/make-identity-secret.ts';
import { retireIdentitySecret } from '../../actions/retire-identity-secret.ts';
import type { AppContext } from '../../context.ts';
import { LIMITS } from '../../limits.ts';
import type { IdentitySecret, NewIdentitySecret } from '../../protocol/identity.ts';
import { bodyOf, type Env, staffOf } from '../request.ts';

const newSecretBody = z.strictObject({ overlapDays: z.int().min(0).max(LIMITS.identity.overlapDays) });

export function identitySecretRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.get('/identity-secrets', async (c) => {
    const actor = await staffOf(ctx, c);
    requireManager(actor);
    const rows = await listIdentitySecrets(ctx.db, actor.site.id);
    const names = await listNames(
      ctx.db,
      rows.flatMap((row) => row.created_by ?? []),
    );
    return c.json<{ items: IdentitySecret[] }>({
      items: rows.map((row) => viewSecret(row, names.get(row.created_by ?? '') ?? null)),
    });
  });

  app.post('/identity-secrets', async (c) => {
    const { overlapDays } = await bodyOf(c, newSecretBody);
    const actor = await staffOf(ctx, c);
    const { row, text } = await makeIdentitySecret(ctx, actor, overlapDays);
    return c.json<NewIdentitySecret>({ secret: viewSecret(row, actor.person?.name ?? null), text }, 201);
  });

  app.post('/identity-secrets/:id/retire', async (c) => {
    await retireIdentitySecret(ctx, await staffOf(ctx, c), c.req.param('id'));
    return c.body(null, 204);
  });

  return app;
}

function viewSecret(row: IdentitySecretRow, by: string | null): IdentitySecret {
  return {
    id: row.id,
    by,
    createdAt: row.created_at,
    retiresAt: row.retires_at,
    lastUsedAt: row.last_used_at,
  };
}
