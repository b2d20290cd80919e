import type { Tx } from '../../db/database.ts';
import { saveAcceptance } from '../../db/rules-acceptances.ts';
import type { SiteRow } from '../../db/schema.ts';
import type { AppContext } from '../context.ts';
import { Refusal } from '../errors.ts';
import { type HouseRules, houseRulesOf } from '../house-rules.ts';

/**
 * The rules somebody agreed to, by the hash of what they read, in either language; null where there are none.
 * @throws Refusal 422 `rules` when these are not the ones in force
 */
export function agreedRules(site: SiteRow, hash: string | null): HouseRules | null {
  const inForce = (['fr', 'en'] as const).flatMap((locale) => houseRulesOf(site, locale) ?? []);
  const agreed = inForce.find((rules) => rules.hash === hash);
  if (inForce.length > 0 && !agreed) {
    throw new Refusal(422, 'rules', 'Read and accept the rules of the house.');
  }
  return agreed ?? null;
}

/** Keeps that they agreed, and when; nothing where there are no rules. */
export async function saveAgreement(
  ctx: AppContext,
  tx: Tx,
  person: { siteId: string; personId: string },
  rules: HouseRules | null,
): Promise<void> {
  if (!rules) return;
  await saveAcceptance(tx, {
    person_id: person.personId,
    site_id: person.siteId,
    rules_hash: rules.hash,
    locale: rules.locale,
    accepted_at: ctx.clock.now(),
  });
}
