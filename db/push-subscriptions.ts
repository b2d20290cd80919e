import { compileOnce } from './compile-once.ts';
import type { Reader, Tx } from './database.ts';
import type { PushSubscriptionRow } from './schema-notifications.ts';

/** The devices of a person, newest first. */
export async function listSubscriptions(db: Reader, personId: string): Promise<PushSubscriptionRow[]> {
  return await ofPerson(db, [personId]);
}

const ofPerson = compileOnce((db) =>
  db.selectFrom('push_subscription').selectAll().where('person_id', '=', '').orderBy('created_at', 'desc'),
);

/** The same browser again replaces what was known of it. */
export async function putSubscription(tx: Tx, row: PushSubscriptionRow): Promise<void> {
  const { p256dh, auth, locale, session_id, created_at } = row;
  await tx
    .insertInto('push_subscription')
    .values(row)
    .onConflict((oc) =>
      oc.columns(['person_id', 'endpoint']).doUpdateSet({ p256dh, auth, locale, session_id, created_at }),
    )
    .execute();
}

export async function deleteSubscriptions(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('push_subscription').where('id', 'in', ids).execute();
}

/** The browser no longer wants to be told, or its push service says it is gone. */
export async function deleteSubscription(tx: Tx, personId: string, endpoint: string): Promise<void> {
  await tx
    .deleteFrom('push_subscription')
    .where('person_id', '=', personId)
    .where('endpoint', '=', endpoint)
    .execute();
}

type Device = Pick<PushSubscriptionRow, 'endpoint' | 'p256dh' | 'auth'>;

/** Everybody who is told at one device is told at another from now on; whoever was at both is there once. */
export async function moveSubscriptions(tx: Tx, from: Omit<Device, 'p256dh'>, to: Device): Promise<void> {
  if (from.endpoint === to.endpoint) return;
  const moving = await tx
    .selectFrom('push_subscription')
    .select(['id', 'person_id'])
    .where('endpoint', '=', from.endpoint)
    .where('auth', '=', from.auth)
    .execute();
  for (const { id, person_id } of moving) {
    await deleteSubscription(tx, person_id, to.endpoint);
    await tx.updateTable('push_subscription').set(to).where('id', '=', id).execute();
  }
}
