/** Who may do what to what others wrote: one table, asked over HTTP and sockets alike, at every act. */
import type { SiteRow } from '../db/schema.ts';
import { type Actor, isAtLeast } from './actor.ts';
import { communityOf } from './community-settings.ts';
import { forbidden, notFound } from './errors.ts';
import type { Role } from './protocol/frames.ts';

type Who = { role: Role; site: Pick<SiteRow, 'moderators_may_release' | 'community'> };

const always = () => true;
const managersOnly = ({ role }: Who) => role === 'manager';
const release = (who: Who) => managersOnly(who) || who.site.moderators_may_release === 1;
const seeMatches = (who: Who) => managersOnly(who) || communityOf(who.site).moderatorsSeeMatches;
const block = (who: Who) => managersOnly(who) || communityOf(who.site).moderatorsMayBlock;

/** What a moderator of the site may do; a manager may do all of it, anybody else nothing. */
const GRANTED = {
  /** Hide, restore, remove, settle reports, raise alerts, read and write notes. */
  moderate: always,
  /** Decide on held messages. */
  release,
  /** The words of a message that matched, and the entries of the library they matched. */
  'see-matches': seeMatches,
  /** Keep the address behind a message out for an hour, without seeing it. */
  'block-for-an-hour': block,
  /** Take, answer and close alerts. */
  'answer-alerts': managersOnly,
} satisfies Record<string, (who: Who) => boolean>;

export type Permission = keyof typeof GRANTED;

/** Whether a role may on a site, whoever holds it. */
export const roleMay = (who: Who, permission: Permission) =>
  isAtLeast(who.role, 'moderator') && GRANTED[permission](who);

/** Whether this actor may now: whoever is banned may nothing. */
export const may = (actor: Actor, permission: Permission) => !actor.ban && roleMay(actor, permission);

/** @throws Refusal 404 to anybody who does not moderate here, 403 to moderators it is not given to. */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (!may(actor, 'moderate')) throw notFound();
  if (!may(actor, permission)) throw forbidden(WHY_NOT[permission]);
}

const WHY_NOT: Record<Permission, string> = {
  moderate: '',
  release: 'On this site only community managers decide on held messages.',
  'see-matches': 'On this site only community managers see what matched.',
  'block-for-an-hour': 'On this site only community managers block addresses.',
  'answer-alerts': 'Only a community manager can do this.',
};
