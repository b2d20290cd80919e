/** The ledger of points. Append-only: nothing here changes an entry, and only what must be forgotten is erased. */
import type { Reader, Tx } from './database.ts';
import type { PointEntryRow, PointSourceValue } from './schema-recognition.ts';

export type NewPointEntry = Omit<PointEntryRow, 'number'>;

/** Writes an entry down in the transaction of the act it is about. */
export async function addPointEntry(tx: Tx, entry: NewPointEntry): Promise<void> {
  await tx.insertInto('point_entry').values(entry).execute();
}

/**
 * A person's entries, newest first, with the name of who was behind each, and the question of its conversation
 * where everybody can read it.
 */
export async function listPointEntries(
  db: Reader,
  personId: string,
  { before, limit }: { before: number | null; limit: number },
) {
  return await db
    .selectFrom('point_entry')
    .leftJoin('person as other', 'other.id', 'point_entry.other_person_id')
    .leftJoin('person as actor', 'actor.id', 'point_entry.actor_id')
    .leftJoin('conversation', (join) =>
      join
        .onRef('conversation.id', '=', 'point_entry.conversation_id')
        .on('conversation.state', '!=', 'deleted'),
    )
    .leftJoin('message as question', (join) =>
      join
        .onRef('question.conversation_id', '=', 'conversation.id')
        .on('question.is_question', '=', 1)
        .on('question.state', '=', 'published'),
    )
    .selectAll('point_entry')
    .select('question.body as question')
    .select(['other.name as other_name', 'actor.name as actor_name'])
    .where('point_entry.person_id', '=', personId)
    .where('point_entry.number', '<', before ?? Number.MAX_SAFE_INTEGER)
    .orderBy('point_entry.number', 'desc')
    .limit(limit)
    .execute();
}
export type ListedPointEntry = Awaited<ReturnType<typeof listPointEntries>>[number];

export async function totalPoints(db: Reader, personId: string): Promise<number> {
  const row = await db
    .selectFrom('point_entry')
    .select((eb) => eb.fn.sum<number | null>('points').as('points'))
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return Number(row.points ?? 0);
}

/** One thanks, acceptance or first answer, with the points that stand for it and what was said last of it. */
export type Credit = Pick<
  PointEntryRow,
  'person_id' | 'other_person_id' | 'source' | 'network' | 'earned_at'
> & {
  message_id: string;
  standing: number;
  /** What it counted for when it was credited. */
  worth: number;
  last: PointEntryRow['why'];
};

/** Everything ever credited for these messages, oldest first. */
export async function listCredits(
  db: Reader,
  of: { conversationId: string; messageId?: string },
): Promise<Credit[]> {
  let query = db
    .selectFrom('point_entry')
    .selectAll()
    .where('conversation_id', '=', of.conversationId)
    .where('message_id', 'is not', null)
    .orderBy('number');
  if (of.messageId) query = query.where('message_id', '=', of.messageId);
  const credits = new Map<string, Credit>();
  for (const row of await query.execute()) addTo(credits, row);
  return [...credits.values()];
}

type StoredEntry = NewPointEntry & { number: number };

function addTo(credits: Map<string, Credit>, row: StoredEntry): void {
  const { person_id, other_person_id, source, network, earned_at, message_id, points, why } = row;
  if (message_id === null) return;
  const key = JSON.stringify([message_id, source, other_person_id]);
  const before = credits.get(key);
  const credited = why === 'credited' ? { worth: points, network, earned_at } : {};
  credits.set(key, {
    ...(before ?? { person_id, other_person_id, source, network, earned_at, message_id, worth: 0 }),
    ...credited,
    standing: (before?.standing ?? 0) + points,
    last: why,
  });
}

/** Conversations in which somebody was credited by themself: by who they turned out to be. */
export async function listSelfCredited(db: Reader, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('point_entry')
    .select('conversation_id')
    .distinct()
    .where('person_id', '=', personId)
    .where('other_person_id', '=', personId)
    .where('conversation_id', 'is not', null)
    .execute();
  return rows.flatMap(({ conversation_id }) => conversation_id ?? []);
}

/** Points that stand of what was earned since `since`, however they came about. */
export type Lately = {
  personId?: string;
  otherId?: string;
  network?: string;
  source?: PointSourceValue;
  since: number;
};

export async function pointsLately(db: Reader, lately: Lately): Promise<number> {
  let query = db
    .selectFrom('point_entry')
    .select((eb) => eb.fn.sum<number | null>('points').as('points'))
    .where('earned_at', '>', lately.since)
    .where('other_person_id', 'is not', null);
  if (lately.personId) query = query.where('person_id', '=', lately.personId);
  if (lately.otherId) query = query.where('other_person_id', '=', lately.otherId);
  if (lately.network) query = query.where('network', '=', lately.network);
  if (lately.source) query = query.where('source', '=', lately.source);
  const row = await query.executeTakeFirstOrThrow();
  return Number(row.points ?? 0);
}

/** What goes with a conversation that is erased. */
export async function erasePoints(tx: Tx, conversationId: string): Promise<void> {
  await tx.deleteFrom('point_entry').where('conversation_id', '=', conversationId).execute();
  await tx.deleteFrom('first_answer').where('conversation_id', '=', conversationId).execute();
}

/** The traces of networks go when whole addresses do, so many at a time. @returns how many went */
export async function forgetNetworks(tx: Tx, before: number, limit: number): Promise<number> {
  const result = await tx
    .updateTable('point_entry')
    .set({ network: null })
    .where('number', 'in', (eb) =>
      eb
        .selectFrom('point_entry')
        .select('number')
        .where('network', 'is not', null)
        .where('created_at', '<', before)
        .limit(limit),
    )
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
