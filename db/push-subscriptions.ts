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
  const { p256dh, auth, locale, created_at } = row;
  await tx
    .insertInto('push_subscription')
    .values(row)
    .onConflict((oc) =>
      oc.columns(['person_id', 'endpoint']).doUpdateSet({ p256dh, auth, locale, created_at }),
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
