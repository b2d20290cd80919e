import type { Hub } from '../realtime/hub.ts';

/** Whether a community manager of the site is connected, in the back office or in the widget. */
export function isManagerHere(hub: Hub, siteId: string): boolean {
  return [...hub.directory.staffOf(siteId)].some(({ actor }) => actor?.role === 'manager');
}
