import { createHmac } from 'node:crypto';
import { transaction } from '../../db/database.ts';
import {
  type KeptNetwork,
  listOldNetworks,
  MARK,
  markNetworks,
  type NetworkTable,
} from '../../db/networks.ts';
import { forgetNetworks } from '../../db/point-entries.ts';
import { noteErased } from '../../db/rewrite.ts';
import type { AppContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import { everybodyElse } from '../slices.ts';

/** Rows at a time: other writers wait a few milliseconds for them, whatever the size of the table. */
const PIECE = 500;
const TABLES: NetworkTable[] = ['thank', 'report'];

/** Forgets networks when whole addresses are forgotten: of points, thanks and reports. */
export async function ageNetworks(ctx: AppContext, now: number, isStopped = () => false): Promise<void> {
  const before = now - LIMITS.retention.addressFullMs;
  while (!isStopped() && (await forgetSome(ctx, before, now))) await everybodyElse();
  // Known to nobody once this run is over: its marks lead back to no network.
  const key = ctx.random.secret();
  for (const table of TABLES)
    while (!isStopped() && (await markSome(ctx, table, { before, now, key }))) await everybodyElse();
}

/** @returns whether there may be more */
async function forgetSome(ctx: AppContext, before: number, now: number): Promise<boolean> {
  return await transaction(ctx.db, async (tx) => {
    const count = await forgetNetworks(tx, before, PIECE);
    if (count > 0) await noteErased(tx, now);
    return count === PIECE;
  });
}

type Run = { before: number; now: number; key: string };

/**
 * Thanks and reports of one network count together for as long as the message is there. What is left says so,
 * and nothing else: it differs from message to message. @returns whether there may be more
 */
async function markSome(ctx: AppContext, table: NetworkTable, { before, now, key }: Run): Promise<boolean> {
  const rows = await listOldNetworks(ctx.db, table, before, PIECE);
  if (rows.length === 0) return false;
  const marked = rows.map((row) => ({ ...row, network: markOf(row, key) }));
  await transaction(ctx.db, async (tx) => {
    await markNetworks(tx, table, marked);
    await noteErased(tx, now);
  });
  return rows.length === PIECE;
}

const markOf = ({ message_id, network }: KeptNetwork, key: string): string =>
  MARK + createHmac('sha256', key).update(`${message_id} ${network}`).digest('base64url').slice(0, 12);
