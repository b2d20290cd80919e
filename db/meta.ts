import type { Db } from './connect.ts';

/** Names this life of the database: positions of another one mean nothing here. */
export const epochOf = (db: Db) => getOrCreate(db, 'epoch', () => crypto.randomUUID());

/** Begins another life: whoever holds a position of the one before is told to read again. */
export async function renewEpoch(db: Db): Promise<void> {
  await db.deleteFrom('meta').where('key', '=', 'epoch').execute();
  await epochOf(db);
}

/** Signs visitors' tokens and sessions where the operator has set no secret: made once, kept here. */
export const tokenSecretOf = (db: Db) => getOrCreate(db, 'token-secret', randomSecret);

/** The key pair that push messages are signed with: made once, since browsers are subscribed to it. */
export const vapidKeysOf = (db: Db, create: () => string) => getOrCreate(db, 'vapid-keys', create);

async function getOrCreate(db: Db, key: string, create: () => string): Promise<string> {
  const known = await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst();
  if (known) return known.value;
  await db
    .insertInto('meta')
    .values({ key, value: create() })
    .onConflict((oc) => oc.column('key').doNothing())
    .execute();
  const row = await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirstOrThrow();
  return row.value;
}

function randomSecret(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
}
