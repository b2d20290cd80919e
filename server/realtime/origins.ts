import type { SiteRow } from '../../db/schema.ts';
import { listSites } from '../../db/sites.ts';
import type { AppContext } from '../context.ts';

const FOR_MS = 1000;
const known = new Map<string, ReadonlySet<string>>();

/** The origins a site may be used from; parsed once for each list there is. */
export function originsOf({ allowed_origins: json }: SiteRow): ReadonlySet<string> {
  const origins = known.get(json) ?? new Set(JSON.parse(json) as string[]);
  if (known.size > 1000) known.clear();
  known.set(json, origins);
  return origins;
}

/**
 * Whether some site may be used from an origin; which one is asked at the hello. A good answer is remembered
 * for a second, so that thousands who come at once cost one reading.
 */
export function createOriginCheck(ctx: AppContext): (origin: string) => Promise<boolean> {
  let allowed = new Set<string>();
  let until = 0;
  return async (origin) => {
    if (allowed.has(origin) && performance.now() < until) return true;
    const sites = await listSites(ctx.db);
    allowed = new Set(sites.flatMap((site) => [...originsOf(site)]));
    until = performance.now() + FOR_MS;
    return allowed.has(origin);
  };
}
