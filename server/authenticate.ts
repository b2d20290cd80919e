import { listBlocks } from '../db/address-blocks.ts';
import { findBan } from '../db/bans.ts';
import { isInForce, listIdentitySecrets } from '../db/identity-secrets.ts';
import { findMember, findPerson } from '../db/people.ts';
import type { PersonRow, SiteRow } from '../db/schema.ts';
import { doesSessionOpen, isSessionKept } from '../db/sessions.ts';
import { findSite } from '../db/sites.ts';
import { after, type Soon } from '../db/soon.ts';
import { type Actor, isAtLeast } from './actor.ts';
import { type AddressRange, isIn, parseRange } from './client-address.ts';
import type { AppContext } from './context.ts';
import { notFound, Refusal } from './errors.ts';
import { readVisitorToken, type VisitorToken } from './visitor-token.ts';

/** What somebody shows to say who they are; `cookie` only where the request's origin is our own. */
export type Credentials = { token: string } | { cookie: string };

/**
 * Token or session → who acts on this site. The one way in, for HTTP and socket alike.
 * @throws Refusal 404 unknown site, 403 blocked address, 401 not or no longer valid credentials.
 */
export async function authenticate(
  ctx: AppContext,
  siteId: string,
  credentials: Credentials,
  address: string,
): Promise<Actor> {
  const site = await findSite(ctx.db, siteId);
  if (!site) throw notFound();
  const who = await identify(ctx, site, credentials);
  if (!who) throw signedOut();
  // A manager is never shut out of their own site: they could not take a mistaken block back.
  if (who.person?.role !== 'manager') await refuseBlocked(ctx, site.id, address);
  return await actorOf(ctx, site, who, address);
}

/**
 * The same person as they are now: session, role, ban and site read again.
 * @throws Refusal 401 when their session has ended, 503 while they become somebody else
 */
export async function refreshActor(ctx: AppContext, actor: Actor): Promise<Actor> {
  const site = await findSite(ctx.db, actor.site.id);
  if (!site) throw notFound();
  const { personId, sessionId, address } = actor;
  if (sessionId !== null && !(await isSessionKept(ctx.db, sessionId))) throw signedOut();
  const person = (await findPerson(ctx.db, site.id, personId)) ?? null;
  if (person?.merged_into)
    throw new Refusal(503, 'busy', 'You are being signed in. Try again in a moment.', 1000);
  return await actorOf(ctx, site, { personId, person, sessionId }, address);
}

const signedOut = () =>
  new Refusal(401, 'bad-token', 'You are signed out here. Reload the page, or sign in again.');

/** @throws Refusal 403 when the address lies in a block in force. */
export function refuseBlocked(ctx: AppContext, siteId: string, address: string): Soon<void> {
  return after(isBlocked(ctx, siteId, address), (blocked) => {
    if (blocked) throw new Refusal(403, 'blocked', 'This chat is not available from your connection.');
  });
}

export function isBlocked(ctx: AppContext, siteId: string, address: string): Soon<boolean> {
  return after(listBlocks(ctx.db, siteId, ctx.clock.now()), (blocks) => {
    if (blocks.length === 0) return false;
    return isIn(
      address,
      blocks.map(rangeOf).filter((range) => range !== null),
    );
  });
}

/** Rows are remembered by the database, so each range is read once. */
const ranges = new WeakMap<object, AddressRange | null>();

function rangeOf(block: { range: string }): AddressRange | null {
  const known = ranges.get(block);
  if (known !== undefined) return known;
  const range = parseRange(block.range)?.range ?? null;
  ranges.set(block, range);
  return range;
}

type Who = { personId: string; person: PersonRow | null; sessionId: string | null };

async function identify(ctx: AppContext, site: SiteRow, credentials: Credentials): Promise<Who | null> {
  if ('token' in credentials) {
    const visitor = await readVisitorToken(ctx, site.id, credentials.token);
    if (visitor) return await visitorOf(ctx, site, visitor);
    // A header takes these characters; a token of ours has no others.
    if (!/^[\x21-\x7e]+$/.test(credentials.token)) return null;
    return await memberOf(ctx, site, new Headers({ authorization: `Bearer ${credentials.token}` }));
  }
  return await memberOf(ctx, site, new Headers({ cookie: credentials.cookie }));
}

async function visitorOf(ctx: AppContext, site: SiteRow, token: VisitorToken): Promise<Who | null> {
  const person = (await findPerson(ctx.db, site.id, token.personId)) ?? null;
  const { personId, by } = token;
  return (await isTheirs(ctx, person, by)) ? { personId, person, sessionId: null } : null;
}

/**
 * A token dies when its visitor becomes a member, a customer the shop vouches for, or part of another person.
 * One made on the shop's word lives as long as the secret of that word, and opens nothing that is a moderator's.
 */
async function isTheirs(ctx: AppContext, person: PersonRow | null, by: string | null): Promise<boolean> {
  if (by === null) return !person?.account_id && !person?.customer_id && !person?.merged_into;
  if (!person?.customer_id || isAtLeast(person.role, 'moderator')) return false;
  const secrets = await listIdentitySecrets(ctx.db, person.site_id);
  return secrets.some((secret) => secret.id === by && isInForce(secret, ctx.clock.now()));
}

async function memberOf(ctx: AppContext, site: SiteRow, headers: Headers): Promise<Who | null> {
  const account = await ctx.signIn.accountOf(headers);
  if (!account || !(await doesSessionOpen(ctx.db, account.sessionId, site.id))) return null;
  const person = await findMember(ctx.db, site.id, account.accountId);
  return person ? { personId: person.id, person, sessionId: account.sessionId } : null;
}

function actorOf(
  ctx: AppContext,
  site: SiteRow,
  { personId, person, sessionId }: Who,
  address: string,
): Soon<Actor> {
  const found = person ? findBan(ctx.db, person.id, ctx.clock.now()) : undefined;
  return after(found, (ban) => ({
    site,
    personId,
    person,
    role: person?.role ?? 'visitor',
    address,
    ban: ban ? { reason: ban.reason, expiresAt: ban.expires_at } : null,
    sessionId,
  }));
}
