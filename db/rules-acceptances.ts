import type { Tx } from './database.ts';
import type { RulesAcceptanceRow } from './schema-joining.ts';

/** Keeps that somebody agreed to these rules; the first time counts. */
export async function saveAcceptance(tx: Tx, acceptance: RulesAcceptanceRow): Promise<void> {
  await tx
    .insertInto('rules_acceptance')
    .values(acceptance)
    .onConflict((oc) => oc.columns(['person_id', 'rules_hash']).doNothing())
    .execute();
}
