import type { Reader, Tx } from './database.ts';
import type { ExpertProfileRow } from './schema-community.ts';

type Profile = Omit<ExpertProfileRow, 'person_id' | 'site_id'>;

/** What a member who never said anything has. */
const USUAL: Profile = {
  available: 1,
  quiet_from: null,
  quiet_to: null,
  time_zone: 'Europe/Paris',
  languages: '[]',
  topics: '[]',
  mail: 'immediate',
  push: 1,
};

/** What this member says of themself as one who answers; the usual where they never did. */
export async function findExpertProfile(
  db: Reader,
  siteId: string,
  personId: string,
): Promise<ExpertProfileRow> {
  const row = await db
    .selectFrom('expert_profile')
    .selectAll()
    .where('person_id', '=', personId)
    .where('site_id', '=', siteId)
    .executeTakeFirst();
  return row ?? { person_id: personId, site_id: siteId, ...USUAL };
}

/** Whether this member ever said anything of it. */
export async function hasExpertProfile(db: Reader, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('expert_profile')
    .select('person_id')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Changes what is given and leaves the rest as it is, or as usual. */
export async function saveExpertProfile(
  tx: Tx,
  siteId: string,
  personId: string,
  changes: Partial<Profile>,
): Promise<void> {
  await tx
    .insertInto('expert_profile')
    .values({ person_id: personId, site_id: siteId, ...USUAL, ...changes })
    .onConflict((oc) => oc.column('person_id').doUpdateSet({ ...changes, site_id: siteId }))
    .execute();
}

/** What somebody else says they know, for a member who has said nothing of themself yet. */
export async function proposeExpertProfile(
  tx: Tx,
  siteId: string,
  personId: string,
  proposed: Pick<Profile, 'languages' | 'topics'>,
): Promise<void> {
  await tx
    .insertInto('expert_profile')
    .values({ person_id: personId, site_id: siteId, ...USUAL, ...proposed })
    .onConflict((oc) => oc.column('person_id').doNothing())
    .execute();
}

/** Somebody a waiting question may be told to. */
export type Answerer = ExpertProfileRow & { address: string | null };

/**
 * Members who are told of questions, who are not banned at `now`: experts and moderators, and managers who
 * said when they are there.
 */
export async function listAnswerers(db: Reader, siteId: string, now: number): Promise<Answerer[]> {
  const rows = await db
    .selectFrom('person')
    .leftJoin('expert_profile as profile', 'profile.person_id', 'person.id')
    .select(['person.id', 'person.address', 'profile.available', 'profile.quiet_from', 'profile.quiet_to'])
    .select(['profile.time_zone', 'profile.languages', 'profile.topics', 'profile.mail', 'profile.push'])
    .where('person.site_id', '=', siteId)
    .where((eb) =>
      eb.or([
        eb('person.role', 'in', ['expert', 'moderator']),
        eb.and([eb('person.role', '=', 'manager'), eb('profile.person_id', 'is not', null)]),
      ]),
    )
    .where('person.id', 'not in', (eb) =>
      eb
        .selectFrom('ban')
        .select('ban.person_id')
        .where('ban.lifted_at', 'is', null)
        .where((or) => or.or([or('ban.expires_at', 'is', null), or('ban.expires_at', '>', now)])),
    )
    .execute();
  return rows.map(({ id, address, ...profile }) => ({
    person_id: id,
    site_id: siteId,
    address,
    available: profile.available ?? USUAL.available,
    quiet_from: profile.quiet_from,
    quiet_to: profile.quiet_to,
    time_zone: profile.time_zone ?? USUAL.time_zone,
    languages: profile.languages ?? USUAL.languages,
    topics: profile.topics ?? USUAL.topics,
    mail: profile.mail ?? USUAL.mail,
    push: profile.push ?? USUAL.push,
  }));
}
