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
import type { Once } from './once.ts';
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
  /** It could not be found out. */
  | { kind: 'fail' }
  /** `outcome`: why nothing is sent. */
  | { kind: 'drop'; outcome: string };

/** Who is connected just now, as far as telling is concerned. */
export type Present = { person(personId: string): boolean; manager(siteId: string): boolean };

const drop = (outcome: string): Fate => ({ kind: 'drop', outcome });

/** Everything one look at several notices shares. */
export type Look = { ctx: AppContext; present: Present; once: Once };

/** What is to become of a notice at this moment, by what is true at this moment. */
export async function fateOf(look: Look, notice: Notice, tries: number): Promise<Fate> {
  const { ctx, once } = look;
  const { site_id: siteId, person_id: personId } = notice;
  const { site, person, isShutOut } = await once(`person ${personId}`, () => whoIs(ctx, siteId, personId));
  if (!site || !person) return drop('gone');
  if (isShutOut) return drop('shut-out');
  if (!mayHear(person, notice)) return drop('no-member');
  const follow = await followOf(ctx, notice);
  const about = await aboutOf(ctx, once, notice, follow);
  if (typeof about === 'string') return drop(about);
  const told = { notice, site, person, about };
  return unlessMailRests(
    ctx,
    follow ? await fateByFollow(look, told, follow) : await fateOfMember(look, told, tries),
  );
}

async function whoIs(ctx: AppContext, siteId: string, personId: string) {
  const site = await findSite(ctx.db, siteId);
  const person = await findPerson(ctx.db, siteId, personId);
  return { site, person, isShutOut: person !== undefined && (await isShutOutOf(ctx, person)) };
}

function unlessMailRests({ mailer, clock }: AppContext, fate: Fate): Fate {
  const rest = fate.kind === 'tell' && fate.way.by === 'mail' ? mailRestsUntil(mailer, clock.now()) : null;
  return rest === null ? fate : { kind: 'later', at: rest };
}

/** Banned, or at an address that is blocked: nothing of the site reaches them. */
async function isShutOutOf(ctx: AppContext, person: PersonRow): Promise<boolean> {
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
    case 'hidden':
      return true;
  }
}

/** The way somebody chose for this conversation. */
async function followOf({ db }: AppContext, notice: Notice): Promise<FollowRow | null> {
  const isByFollow = notice.kind === 'answer' || notice.kind === 'hidden';
  if (!isByFollow || !notice.conversation_id) return null;
  const follow = (await findFollow(db, notice.conversation_id, notice.person_id)) ?? null;
  return notice.kind === 'hidden' && follow?.confirmed_at === null ? null : follow;
}

/** Told the way they asked for in this conversation; of answers not again and again while they do not come back. */
async function fateByFollow(look: Look, told: Told, follow: FollowRow): Promise<Fate> {
  const now = look.ctx.clock.now();
  if (told.notice.kind === 'answer') {
    if (follow.told >= LIMITS.notices.unread) return drop('unread');
    const next = (follow.told_at ?? 0) + LIMITS.notices.betweenAnswersMs;
    if (follow.told > 0 && next > now) return later(next);
  }
  const { profile } = await wishes(look, told);
  const quietEnd = quietUntil(now, profile);
  if (quietEnd !== null) return later(quietEnd);
  const way =
    follow.way === 'push' ? await byPush(look, told.person) : await mailOfFollow(look, told, follow);
  return way ? { kind: 'tell', way, told } : drop('no-way');
}

async function mailOfFollow(look: Look, { person }: Told, follow: FollowRow): Promise<Way | null> {
  const { sealed_email: sealed, locale } = follow;
  const address =
    sealed === null ? await provenAddress(look, person) : openAddress(look.ctx, sealed, follow.id);
  if (address === null || !look.ctx.mailer.configured) return null;
  return { by: 'mail', address, locale, subject: 'answers', follow };
}

async function fateOfMember(look: Look, told: Told, tries: number): Promise<Fate> {
  const { notice, person, site } = told;
  const now = look.ctx.clock.now();
  const wished = await wishes(look, told);
  const isQuestion = SUBJECT_OF[notice.kind] === 'questions';
  if (isQuestion && !wished.profile.available) return drop('unavailable');
  const quietEnd = quietUntil(now, wished.profile);
  if (quietEnd !== null) return later(quietEnd);
  if (notice.kind === 'alert' && look.present.manager(site.id)) return later(now + LIMITS.notices.presentMs);
  const way = await wayOf(look, told, wished, tries);
  if (!way) return drop('no-way');
  // Who is connected may see it there first.
  const isSeenHere = notice.kind !== 'alert' && look.present.person(person.id);
  const due = Math.max(
    isSeenHere ? notice.created_at + LIMITS.notices.connectedMs : 0,
    isQuestion ? await writtenUntil(look, notice) : 0,
    isQuestion ? await dueOf(look, told, way, wished) : 0,
  );
  return due > now ? later(due) : { kind: 'tell', way, told };
}

/** To the next few seconds, so that those who wait alike are put down together. */
const later = (at: number): Fate => ({ kind: 'later', at: Math.ceil(at / ROUNDED_MS) * ROUNDED_MS });
const ROUNDED_MS = 5000;

const wishes = ({ ctx, once }: Look, { site, person }: Told): Promise<Wishes> =>
  once(`wishes ${person.id}`, () => wishesOf(ctx.db, site.id, person.id));

/** Until when somebody says they are writing an answer: it may be answered by then. */
async function writtenUntil({ ctx, once }: Look, { conversation_id: id }: Notice): Promise<number> {
  if (id === null) return 0;
  const claim = await once(`claim ${id}`, () => findClaim(ctx.db, id));
  return claim?.until ?? 0;
}

/** Their devices first; mail where there are none, or where pushing failed again and again. */
async function wayOf(look: Look, { person, notice, site }: Told, wished: Wishes, tries: number) {
  const push = wished.profile.push ? await byPush(look, person) : null;
  const subject = SUBJECT_OF[notice.kind];
  const wantsMail = wished.profile.mail !== 'none' && !wished.refused.includes(subject);
  if (push && (tries < 2 || !wantsMail)) return push;
  const address = wantsMail && look.ctx.mailer.configured ? await provenAddress(look, person) : null;
  if (address === null) return push;
  return { by: 'mail' as const, address, locale: site.locale, subject, follow: null };
}

async function byPush({ ctx, once }: Look, person: PersonRow): Promise<Extract<Way, { by: 'push' }> | null> {
  const devices = await once(`devices ${person.id}`, () => listSubscriptions(ctx.db, person.id));
  return devices.length > 0 ? { by: 'push', devices } : null;
}

/** When questions may be told next: with the day's digest, or some time after those before. */
async function dueOf(
  { ctx, once }: Look,
  { notice, person }: Told,
  way: Way,
  wished: Wishes,
): Promise<number> {
  const { mail, time_zone: timeZone } = wished.profile;
  if (way.by === 'mail' && mail === 'digest') return digestAfter(notice.created_at, timeZone);
  const { betweenMailsMs, betweenPushesMs } = LIMITS.notices;
  const outcome = way.by === 'mail' ? 'mailed' : 'pushed';
  const before = await once(`${outcome} ${person.id}`, () => lastTold(ctx.db, person.id, outcome));
  return before === null ? 0 : before + (way.by === 'mail' ? betweenMailsMs : betweenPushesMs);
}

/** An address that was only typed may be somebody else's: nothing is sent there. */
async function provenAddress({ ctx, once }: Look, { account_id: id }: PersonRow): Promise<string | null> {
  const account = id === null ? undefined : await once(`account ${id}`, () => findAccount(ctx.db, id));
  return account?.emailVerified === 1 ? account.email : null;
}
