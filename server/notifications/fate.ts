import { findAccount } from '../../db/accounts.ts';
import { findBan } from '../../db/bans.ts';
import { findFollow } from '../../db/follows.ts';
import type { Notice } from '../../db/notice-queue.ts';
import { lastTold } from '../../db/notice-queue.ts';
import { findPerson } from '../../db/people.ts';
import { listSubscriptions } from '../../db/push-subscriptions.ts';
import { findClaim } from '../../db/question-claims.ts';
import type { PersonRow, SiteRow } from '../../db/schema.ts';
import type { FollowRow, MailSubject, PushSubscriptionRow } from '../../db/schema-notifications.ts';
import { findSite } from '../../db/sites.ts';
import { isAtLeast } from '../actor.ts';
import { isBlocked } from '../authenticate.ts';
import type { AppContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import type { Locale } from '../protocol/frames.ts';
import { digestAfter, quietUntil } from './local-time.ts';
import { mailRestsUntil } from './mail-rest.ts';
import { type About, aboutOf } from './moot.ts';
import { openAddress } from './sealed-address.ts';
import { SUBJECT_OF, type Wishes, wishesOf } from './wishes.ts';

/** How one notice reaches its person. */
export type Way =
  | { by: 'push'; devices: PushSubscriptionRow[] }
  | { by: 'mail'; address: string; locale: Locale; subject: MailSubject; follow: FollowRow | null };

export type Told = { notice: Notice; site: SiteRow; person: PersonRow; about: About };
export type Fate =
  | { kind: 'tell'; way: Way; told: Told }
  | { kind: 'later'; at: number }
  /** `outcome`: why nothing is sent. */
  | { kind: 'drop'; outcome: string };

/** Who is connected just now, as far as telling is concerned. */
export type Present = { person(personId: string): boolean; manager(siteId: string): boolean };

const drop = (outcome: string): Fate => ({ kind: 'drop', outcome });

/** What is to become of a notice at this moment, by what is true at this moment. */
export async function fateOf(
  ctx: AppContext,
  present: Present,
  notice: Notice,
  tries: number,
): Promise<Fate> {
  const site = await findSite(ctx.db, notice.site_id);
  const person = await findPerson(ctx.db, notice.site_id, notice.person_id);
  if (!site || !person) return drop('gone');
  if (await isShutOut(ctx, person)) return drop('shut-out');
  if (!mayHear(person, notice)) return drop('no-member');
  const follow = await followOf(ctx, notice);
  const about = await aboutOf(ctx, notice, follow);
  if (typeof about === 'string') return drop(about);
  const told = { notice, site, person, about };
  return unlessMailRests(
    ctx,
    follow ? await fateOfAnswer(ctx, told, follow) : await fateOfMember(ctx, present, told, tries),
  );
}

function unlessMailRests({ mailer, clock }: AppContext, fate: Fate): Fate {
  const rest = fate.kind === 'tell' && fate.way.by === 'mail' ? mailRestsUntil(mailer, clock.now()) : null;
  return rest === null ? fate : { kind: 'later', at: rest };
}

/** Banned, or at an address that is blocked: nothing of the site reaches them. */
async function isShutOut(ctx: AppContext, person: PersonRow): Promise<boolean> {
  if (await findBan(ctx.db, person.id, ctx.clock.now())) return true;
  const isFull = person.address !== null && !person.address.includes('/');
  return isFull && person.role !== 'manager' && (await isBlocked(ctx, person.site_id, person.address!));
}

/** Whether somebody is still what they were told as. */
function mayHear({ role }: PersonRow, { kind }: Notice): boolean {
  switch (kind) {
    case 'waiting-question':
    case 'reminder':
      return isAtLeast(role, 'expert');
    case 'alert':
      return role === 'manager';
    case 'alert-answer':
      return isAtLeast(role, 'moderator');
    case 'answer':
    case 'promotion':
      return true;
  }
}

async function followOf({ db }: AppContext, notice: Notice): Promise<FollowRow | null> {
  if (notice.kind !== 'answer' || !notice.conversation_id) return null;
  return (await findFollow(db, notice.conversation_id, notice.person_id)) ?? null;
}

/** Told the way they asked for in this conversation; not again and again while they do not come back. */
async function fateOfAnswer(ctx: AppContext, told: Told, follow: FollowRow): Promise<Fate> {
  const now = ctx.clock.now();
  if (follow.told >= LIMITS.notices.unread) return drop('unread');
  const next = (follow.told_at ?? 0) + LIMITS.notices.betweenAnswersMs;
  if (follow.told > 0 && next > now) return { kind: 'later', at: next };
  const { profile } = await wishesOf(ctx.db, told.site.id, told.person.id);
  const quietEnd = quietUntil(now, profile);
  if (quietEnd !== null) return { kind: 'later', at: quietEnd };
  const way = follow.way === 'push' ? await byPush(ctx, told.person) : await mailOfFollow(ctx, told, follow);
  return way ? { kind: 'tell', way, told } : drop('no-way');
}

async function mailOfFollow(ctx: AppContext, { person }: Told, follow: FollowRow): Promise<Way | null> {
  const { sealed_email: sealed, locale } = follow;
  const address = sealed === null ? await provenAddress(ctx, person) : openAddress(ctx, sealed, follow.id);
  if (address === null || !ctx.mailer.configured) return null;
  return { by: 'mail', address, locale, subject: 'answers', follow };
}

async function fateOfMember(ctx: AppContext, present: Present, told: Told, tries: number): Promise<Fate> {
  const { notice, person, site } = told;
  const now = ctx.clock.now();
  const wishes = await wishesOf(ctx.db, site.id, person.id);
  const isQuestion = SUBJECT_OF[notice.kind] === 'questions';
  if (isQuestion && !wishes.profile.available) return drop('unavailable');
  const quietEnd = quietUntil(now, wishes.profile);
  if (quietEnd !== null) return { kind: 'later', at: quietEnd };
  if (notice.kind === 'alert' && present.manager(site.id))
    return { kind: 'later', at: now + LIMITS.notices.presentMs };
  const claim =
    isQuestion && notice.conversation_id ? await findClaim(ctx.db, notice.conversation_id) : undefined;
  // Somebody is writing: it may be answered by then.
  if (claim && claim.until > now) return { kind: 'later', at: claim.until };
  const isHere = present.person(person.id);
  const seenBy = notice.created_at + LIMITS.notices.connectedMs;
  if (isQuestion && isHere && seenBy > now) return { kind: 'later', at: seenBy };
  const way = await wayOf(ctx, told, wishes, tries);
  if (!way) return drop('no-way');
  if (!isQuestion) return { kind: 'tell', way, told };
  const due = await dueOf(ctx, told, way, wishes);
  return due > now ? { kind: 'later', at: due } : { kind: 'tell', way, told };
}

/** Their devices first; mail where there are none, or where pushing failed again and again. */
async function wayOf(ctx: AppContext, { person, notice, site }: Told, wishes: Wishes, tries: number) {
  const push = wishes.profile.push ? await byPush(ctx, person) : null;
  const subject = SUBJECT_OF[notice.kind];
  const wantsMail = wishes.profile.mail !== 'none' && !wishes.refused.includes(subject);
  if (push && (tries < 2 || !wantsMail)) return push;
  const address = wantsMail && ctx.mailer.configured ? await provenAddress(ctx, person) : null;
  if (address === null) return push;
  return { by: 'mail' as const, address, locale: site.locale, subject, follow: null };
}

async function byPush({ db }: AppContext, person: PersonRow): Promise<Extract<Way, { by: 'push' }> | null> {
  const devices = await listSubscriptions(db, person.id);
  return devices.length > 0 ? { by: 'push', devices } : null;
}

/** When questions may be told next: with the day's digest, or some time after those before. */
async function dueOf(ctx: AppContext, { notice, person }: Told, way: Way, wishes: Wishes): Promise<number> {
  const { mail, time_zone: timeZone } = wishes.profile;
  if (way.by === 'mail' && mail === 'digest') return digestAfter(notice.created_at, timeZone);
  const { betweenMailsMs, betweenPushesMs } = LIMITS.notices;
  const before = await lastTold(ctx.db, person.id, way.by === 'mail' ? 'mailed' : 'pushed');
  return before === null ? 0 : before + (way.by === 'mail' ? betweenMailsMs : betweenPushesMs);
}

/** An address that was only typed may be somebody else's: nothing is sent there. */
async function provenAddress({ db }: AppContext, { account_id: id }: PersonRow): Promise<string | null> {
  const account = id === null ? undefined : await findAccount(db, id);
  return account?.emailVerified === 1 ? account.email : null;
}
