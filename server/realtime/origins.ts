import type { SiteRow } from '../../db/schema.ts';
import { listSites } from '../../db/sites.ts';
import { after, type Soon } from '../../db/soon.ts';
import type { AppContext } from '../context.ts';

const known = new Map<string, ReadonlySet<string>>();

/** The origins a site may be used from; parsed once for each list there is. */
export function originsOf({ allowed_origins: json }: SiteRow): ReadonlySet<string> {
  const remembered = known.get(json);
  if (remembered) return remembered;
  const origins = new Set(JSON.parse(json) as string[]);
  if (known.size > 1000) known.clear();
  known.set(json, origins);
  return origins;
}

/** Whether some site may be used from an origin; which one is asked at the hello. Read again when a site changed. */
export function createOriginCheck(ctx: AppContext): (origin: string) => Soon<boolean> {
  let read: SiteRow[] | null = null;
  let allowed = new Set<string>();
  return (origin) =>
    after(listSites(ctx.db), (sites) => {
      if (sites !== read) allowed = new Set(sites.flatMap((site) => [...originsOf(site)]));
      read = sites;
      return allowed.has(origin);
    });
}
