import type { OpenReport } from '../db/reports.ts';
import type { ReportsSummary } from './protocol/back-office.ts';
import { asWeighed, weighTogether } from './report-weight.ts';

/** From how many reports on they look like somebody's work rather than people's opinion. */
const MANY = 5;

/** Who is behind the open reports of a message, and how far they are from hiding it. null where there are none. */
export function summarizeReports(reports: OpenReport[], threshold: number): ReportsSummary | null {
  if (reports.length === 0) return null;
  const people = new Set(reports.map(({ person_id }) => person_id)).size;
  const networks = new Set(reports.map(({ network }) => network)).size;
  const newcomers = reports.filter(({ standing }) => standing === 0).length;
  return {
    people,
    networks,
    newcomers,
    weight: weighTogether(reports.map(asWeighed), threshold),
    threshold,
    flood: floodOf(people, networks, newcomers),
  };
}

function floodOf(people: number, networks: number, newcomers: number): ReportsSummary['flood'] {
  if (people > 1 && networks === 1) return 'one-network';
  if (people >= MANY && networks <= people / 3) return 'one-network';
  return newcomers >= MANY && newcomers === people ? 'newcomers' : null;
}
