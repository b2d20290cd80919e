/** How much reports count, so that neither new names nor people who are often wrong hide what others wrote. */

export type Reporter = {
  /** How often moderators found them right, and how often not. */
  upheld: number;
  dismissed: number;
  /** A member, somebody trusted, somebody found right before, or a visitor who has been writing here a while. */
  hasStanding: boolean;
};

/**
 * What one report weighs, in hundredths: twice the share of this person's reports that moderators upheld, by
 * Laplace's rule of succession, (upheld + 1) / (upheld + dismissed + 2). Nothing known: 1 report; 4 of 4
 * upheld: 1.67; 4 of 4 dismissed: 0.33. A newcomer's is never more than half a report.
 */
export function weighReport({ upheld, dismissed, hasStanding }: Reporter): number {
  const weight = Math.round((200 * (upheld + 1)) / (upheld + dismissed + 2));
  return hasStanding ? weight : Math.min(weight, 50);
}

/** `weight` in hundredths. */
export type Weighed = { network: string; weight: number; hasStanding: boolean };

/**
 * What open reports of one message weigh together, in hundredths. Of each network only the heaviest counts; all
 * newcomers together are never more than half of what hides a message.
 */
export function weighTogether(reports: Weighed[], threshold: number): number {
  const heaviest = new Map<string, Weighed>();
  for (const report of reports) {
    const known = heaviest.get(report.network);
    if (!known || rank(report) > rank(known)) heaviest.set(report.network, report);
  }
  const counted = [...heaviest.values()];
  const standing = sum(counted.filter(({ hasStanding }) => hasStanding));
  const newcomers = sum(counted.filter(({ hasStanding }) => !hasStanding));
  return standing + Math.min(newcomers, threshold * 50);
}

/** Whether these reports hide the message by themselves: never newcomers alone, who reach half of it. */
export const reportsHide = (reports: Weighed[], threshold: number) =>
  weighTogether(reports, threshold) >= threshold * 100;

const rank = ({ weight, hasStanding }: Weighed) => weight + (hasStanding ? 1000 : 0);
const sum = (reports: Weighed[]) => reports.reduce((total, { weight }) => total + weight, 0);

/** A stored report; one made before reports were weighed counts as one of somebody known. */
export const asWeighed = (row: {
  network: string;
  weight: number | null;
  standing: 0 | 1 | null;
}): Weighed => ({
  network: row.network,
  weight: row.weight ?? 100,
  hasStanding: row.standing !== 0,
});
