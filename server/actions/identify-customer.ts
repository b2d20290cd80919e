import { addAuditEntry } from '../../db/audit-log.ts';
import { transaction } from '../../db/database.ts';
import { isInForce, listIdentitySecrets, touchIdentitySecret } from '../../db/identity-secrets.ts';
import type { PersonRow, SiteRow } from '../../db/schema.ts';
import { findSite } from '../../db/sites.ts';
import { isAtLeast } from '../actor.ts';
import { authenticate, refuseBlocked } from '../authenticate.ts';
import { refuseBadName } from '../author-name.ts';
import type { AppContext } from '../context.ts';
import { notFound, Refusal } from '../errors.ts';
import { type Found, personOfCustomer } from '../identity/person-of-customer.ts';
import { type Identity, readIdentity } from '../identity/read-identity.ts';
import { unseal } from '../identity/seal.ts';
import { LIMITS } from '../limits.ts';
import { displayName } from '../text.ts';
import { issueVisitorToken } from '../visitor-token.ts';

type Identifying = { siteId: string; identity: string; token: string | null; address: string };

/**
 * The shop says who somebody is: the same person on every device, with what this browser wrote until now.
 * @returns the token to show from now on: one on the shop's word, or the member's own where that is who they are
 * @throws Refusal 401 for whatever is not the shop's word on this site now, 403 when they must sign in themselves
 */
export async function identifyCustomer(
  ctx: AppContext,
  { siteId, identity, token, address }: Identifying,
): Promise<string> {
  const site = await findSite(ctx.db, siteId);
  if (!site) throw notFound();
  await refuseBlocked(ctx, site.id, address);
  const said = await wordOfShop(ctx, site, identity);
  const before = token === null ? null : await whoShows(ctx, site, token, address);
  const name = await nameThatPasses(ctx, site, said.name);
  const customer = { siteId, customerId: said.customerId, name, address };
  const { person } = await transaction(ctx.db, async (tx) => {
    const found = await personOfCustomer(ctx, tx, customer, before);
    refuseUnsigned(found.person);
    await note(ctx, tx, site, said, found);
    return found;
  });
  if (token !== null && person.account_id && person.id === before?.id) return token;
  return await issueVisitorToken(ctx, site.id, person.id, said.secretId);
}

async function wordOfShop(ctx: AppContext, site: SiteRow, jwt: string): Promise<Identity> {
  const now = ctx.clock.now();
  const rows = (await listIdentitySecrets(ctx.db, site.id)).filter((row) => isInForce(row, now));
  const secrets = rows.flatMap((row) => unseal(ctx, row) ?? []);
  const said = readIdentity(jwt, { siteId: site.id, secrets, now });
  if (!said) throw new Refusal(401, 'bad-identity', 'This identity does not count here.');
  return said;
}

/** What they show of before may be over: then they are nobody yet. */
async function whoShows(
  ctx: AppContext,
  { id }: SiteRow,
  token: string,
  address: string,
): Promise<PersonRow | null> {
  try {
    return (await authenticate(ctx, id, { token }, address)).person;
  } catch (error) {
    if (error instanceof Refusal && error.status === 401) return null;
    throw error;
  }
}

/** A name the filter minds, or too long to be one, is left out: that is no reason to turn a customer away. */
async function nameThatPasses(ctx: AppContext, { id }: SiteRow, name: string | null): Promise<string | null> {
  if (name === null) return null;
  try {
    const shown = displayName(name);
    await refuseBadName(ctx, id, shown);
    return shown;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** The shop's word alone opens nothing of a moderator's: its secret is on the shop's machines, their sign-in is not. */
function refuseUnsigned({ role }: PersonRow): void {
  if (isAtLeast(role, 'moderator')) {
    throw new Refusal(403, 'sign-in-needed', 'Moderators sign in by their own link.');
  }
}

type Tx = Parameters<Parameters<typeof transaction>[1]>[0];

async function note(ctx: AppContext, tx: Tx, site: SiteRow, said: Identity, { person, joined }: Found) {
  const at = ctx.clock.now();
  const secret = (await listIdentitySecrets(tx, site.id)).find(({ id }) => id === said.secretId);
  if (at - (secret?.last_used_at ?? 0) >= LIMITS.identity.usedEveryMs) {
    await touchIdentitySecret(tx, said.secretId, at);
  }
  if (!joined) return;
  await addAuditEntry(tx, {
    siteId: site.id,
    actorId: null,
    act: 'person.identified',
    targetKind: 'person',
    targetId: person.id,
    reason: null,
    details: { before: joined.id, messages: joined.messages },
    at,
  });
  tx.onCommit(() => {
    // What was shown until now is dead, on every page it was shown on.
    ctx.broker.publish({ topic: 'signed-out', siteId: site.id, personId: joined.id });
    ctx.broker.publish({ topic: 'back-office', siteId: site.id, changed: ['people', 'audit-log'] });
  });
}
