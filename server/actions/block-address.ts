import { liftBlock } from '../../db/address-blocks.ts';
import { addAuditEntry } from '../../db/audit-log.ts';
import { transaction } from '../../db/database.ts';
import { listAddresses } from '../../db/people.ts';
import { requireManager } from '../access.ts';
import { type Actor, isAtLeast } from '../actor.ts';
import { type AddressRange, isIn, parseRange } from '../client-address.ts';
import type { AppContext } from '../context.ts';
import { notFound, Refusal } from '../errors.ts';
import { commitBlock } from './commit-block.ts';

export type Blocking = { range: string; reason: string; expiresInHours: number | null };

const HOUR = 60 * 60 * 1000;
/** A block of half a continent is a mistake. */
const WIDEST = { ipv4: 8, ipv6: 19 };

/** Blocks an address or a range at once, on every open connection. @throws Refusal 400 with what is wrong. */
export async function blockAddress(ctx: AppContext, actor: Actor, blocking: Blocking): Promise<string> {
  requireManager(actor);
  const { text } = decideRange(ctx, actor, blocking.range);
  const { reason, expiresInHours } = blocking;
  const lastsMs = expiresInHours === null ? null : expiresInHours * HOUR;
  return await commitBlock(ctx, actor, { range: text, reason, lastsMs });
}

export async function unblockAddress(ctx: AppContext, actor: Actor, id: string): Promise<void> {
  requireManager(actor);
  const siteId = actor.site.id;
  await transaction(ctx.db, async (tx) => {
    const at = ctx.clock.now();
    const lifted = await liftBlock(tx, siteId, id, at);
    if (!lifted) throw notFound();
    await addAuditEntry(tx, {
      siteId,
      actorId: actor.personId,
      act: 'address.unblocked',
      targetKind: 'address',
      targetId: id,
      reason: null,
      details: { range: lifted.range },
      at,
    });
    tx.onCommit(() => ctx.broker.publish({ topic: 'back-office', siteId, changed: ['blocks', 'audit-log'] }));
  });
}

/** Whom a block would hit, before it is made. `connected`: addresses of the open connections. */
export async function previewBlock(ctx: AppContext, actor: Actor, range: string, connected: string[]) {
  requireManager(actor);
  const decided = decideRange(ctx, actor, range);
  const hit = (await listAddresses(ctx.db, actor.site.id)).filter(
    (person) => person.address && isIn(person.address, [decided.range]),
  );
  return {
    range: decided.text,
    people: hit.length,
    names: hit.slice(0, 5).map((person) => person.name),
    members: hit.filter((person) => isAtLeast(person.role, 'expert')).length,
    connections: connected.filter((address) => isIn(address, [decided.range])).length,
  };
}

function decideRange(ctx: AppContext, actor: Actor, text: string): { text: string; range: AddressRange } {
  const parsed = parseRange(text);
  if (!parsed) {
    throw refused(
      'not-a-range',
      'This is not an address or a range. Write 203.0.113.7, 203.0.113.0/24 or 2001:db8::/64.',
    );
  }
  const [network, bits] = parsed.range;
  if (bits < WIDEST[network.kind()])
    throw refused('range-too-wide', 'This range is too wide: it would shut out much of the world.');
  if (isIn(actor.address, [parsed.range])) throw refused('own-address', 'This would block your own address.');
  const hitsProxy = ctx.config.trustedProxies.some((proxy) => overlap(proxy, parsed.range));
  if (hitsProxy)
    throw refused(
      'proxy-address',
      'This is the address of a proxy of this server: it would block everybody.',
    );
  return parsed;
}

function overlap(one: AddressRange, other: AddressRange): boolean {
  return isIn(one[0].toString(), [other]) || isIn(other[0].toString(), [one]);
}

const refused = (code: string, message: string) => new Refusal(400, code, message);
