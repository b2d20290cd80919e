import { transaction } from '../../db/database.ts';
import { ADDRESSES, type KeptAddress, listAddresses, replaceAddress } from '../../db/retention.ts';
import { noteErased } from '../../db/rewrite.ts';
import { parseRange } from '../client-address.ts';
import type { AppContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import { everybodyElse } from '../slices.ts';

/** Rows read at a time: a millisecond or two, whatever the size of the table. */
const PIECE = 500;

type Table = keyof typeof ADDRESSES;

/** Shortens addresses that have grown old and forgets those that are older still, piece by piece. */
export async function ageAddresses(ctx: AppContext, now: number, isStopped = () => false): Promise<void> {
  for (const table of Object.keys(ADDRESSES) as Table[]) {
    for (let after = ''; !isStopped(); ) {
      const rows = await listAddresses(ctx.db, table, after, PIECE);
      await ageAll(ctx, table, rows, now);
      const last = rows.at(-1);
      if (!last || rows.length < PIECE) break;
      after = last.id;
      await everybodyElse();
    }
  }
}

/** One short transaction for each address there is to become: nobody who writes waits for long. */
async function ageAll(ctx: AppContext, table: Table, rows: KeptAddress[], now: number): Promise<void> {
  const becoming = Map.groupBy(
    rows.filter((row) => aged(row, now) !== row.address),
    (row) => aged(row, now),
  );
  for (const [address, group] of becoming) {
    const ids = group.map((row) => row.id);
    const before = now - (address === null ? LIMITS.retention.addressMs : LIMITS.retention.addressFullMs);
    await transaction(ctx.db, async (tx) => {
      await replaceAddress(tx, table, ids, address, before);
      await noteErased(tx, now);
    });
  }
}

/** What is left of an address by now. */
function aged({ address, at }: KeptAddress, now: number): string | null {
  if (address === null || at === null) return address;
  if (at < now - LIMITS.retention.addressMs) return null;
  const isFull = !address.includes('/');
  return isFull && at < now - LIMITS.retention.addressFullMs ? shortened(address) : address;
}

function shortened(address: string): string {
  return parseRange(`${address}/${address.includes(':') ? 48 : 24}`)?.text ?? '0.0.0.0/0';
}
