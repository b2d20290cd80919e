/** The address bar, without a DOM: `/back-office/<site>/<screen>?filters`. */

export const SCREENS = [
  'queue',
  'alerts',
  'conversations',
  'library',
  'blocks',
  'people',
  'recognition',
  'pages',
  'audit-log',
] as const;
export type ScreenName = (typeof SCREENS)[number];
export type Route = { site: string | null; screen: ScreenName; query: URLSearchParams };

const BASE = '/back-office';

/** What an address asks for; an unknown screen is the review queue. */
export function parseRoute(pathname: string, search: string): Route {
  const [, , site = '', screen = ''] = pathname.split('/');
  return {
    site: site ? decode(site) : null,
    screen: isScreen(screen) ? screen : 'queue',
    query: new URLSearchParams(search),
  };
}

/** The address of a route. */
export function routeUrl(site: string, screen: ScreenName, query?: URLSearchParams): string {
  const search = query?.toString() ?? '';
  return `${BASE}/${encodeURIComponent(site)}/${screen}${search ? `?${search}` : ''}`;
}

/** The filters after some changed; null and '' remove one. */
export function changedQuery(
  query: URLSearchParams,
  changes: Record<string, string | null>,
): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

/** What a person of this role may open: moderators the queue and their alerts, managers everything. */
export function screensFor(role: string): readonly ScreenName[] {
  return role === 'manager' ? SCREENS : ['queue', 'alerts'];
}

const isScreen = (name: string): name is ScreenName => (SCREENS as readonly string[]).includes(name);

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
