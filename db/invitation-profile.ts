import type { Tx } from './database.ts';

/** The topics and the language an invitation came with, for a member who has said nothing of theirs yet. */
export async function keepWhatTheyKnow(
  tx: Tx,
  { siteId, personId }: { siteId: string; personId: string },
  { topics, language }: { topics: string | null; language: 'fr' | 'en' | null },
): Promise<void> {
  if (topics === null && language === null) return;
  await tx
    .insertInto('expert_profile')
    .values({
      person_id: personId,
      site_id: siteId,
      available: 1,
      quiet_from: null,
      quiet_to: null,
      time_zone: 'Europe/Paris',
      languages: JSON.stringify(language === null ? [] : [language]),
      topics: topics ?? '[]',
      mail: 'immediate',
      push: 1,
    })
    .onConflict((oc) => oc.column('person_id').doNothing())
    .execute();
}
