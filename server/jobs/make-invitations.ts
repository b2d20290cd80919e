import { transaction } from '../../db/database.ts';
import {
  countLeftOut,
  deletePart,
  hasStopped,
  insertInvitations,
  listKnown,
  nextPart,
  revokeStopped,
} from '../../db/invitation-batches.ts';
import type { InvitedPerson } from '../../db/schema-invitations.ts';
import type { AppContext } from '../context.ts';
import { invitationHashes } from '../invitations/invitation-link.ts';
import { mailsPerMinute } from '../invitations/mail-invitation.ts';
import { LIMITS } from '../limits.ts';
import { everybodyElse } from '../slices.ts';
import { type AgainLater, createAgainLater } from './again-later.ts';

/**
 * Turns confirmed people into invitations, a part a transaction: the part and its people are there, or their
 * invitations are, never both and never neither. @returns how many parts there were
 */
export async function makeInvitations(
  ctx: AppContext,
  isStopped = () => false,
  again = createAgainLater(ctx),
): Promise<number> {
  let made = 0;
  const sites = new Set<string>();
  const first = { id: '', position: -1 };
  for (let part = await nextPart(ctx.db, first); part && !isStopped(); part = await nextPart(ctx.db, part)) {
    if (!(await makeAlone(ctx, part, again))) continue;
    made += 1;
    sites.add(part.site_id);
    if (made % TELL_EVERY === 0) tell(ctx, sites);
    await everybodyElse();
  }
  tell(ctx, sites);
  return made;
}

/** Parts between two times that the back office is told: it asks again each time. */
const TELL_EVERY = 10;

function tell({ broker }: AppContext, sites: Set<string>): void {
  for (const siteId of sites) broker.publish({ topic: 'back-office', siteId, changed: ['invitations'] });
}

/** What stopped batches have in the queue is revoked, a few hundred at a time. */
export async function endStopped(ctx: AppContext, isStopped = () => false): Promise<void> {
  while (!isStopped() && (await hasStopped(ctx.db))) {
    await transaction(ctx.db, (tx) => revokeStopped(tx, LIMITS.invitation.part, ctx.clock.now()));
    await everybodyElse();
  }
}

type Part = NonNullable<Awaited<ReturnType<typeof nextPart>>>;

/** One that cannot be made keeps no other. It is never given up: nobody is forgotten. @returns whether it was made */
async function makeAlone(ctx: AppContext, part: Part, again: AgainLater): Promise<boolean> {
  const id = `${part.id} ${part.position}`;
  if (again.isResting(id)) return false;
  try {
    await makePart(ctx, part);
    again.forget(id);
    return true;
  } catch (error) {
    again.noteFailure(id, error, 'invitations of a batch could not be made');
    return false;
  }
}

async function makePart(ctx: AppContext, part: Part): Promise<void> {
  const people = JSON.parse(part.people) as InvitedPerson[];
  const siteId = part.site_id;
  await transaction(ctx.db, async (tx) => {
    if (!(await deletePart(tx, { batch_id: part.id, position: part.position }))) return;
    const now = ctx.clock.now();
    const emails = people.map(({ email }) => email);
    // Others may have been invited, or have joined, since the list was read.
    const known = await listKnown(tx, siteId, emails, now);
    const wanted = people.filter(({ email }) => !known.has(email));
    // Ids of one millisecond are in no order: sorted, the list shows people as they were given.
    const ids = wanted
      .map(() => ctx.random.id())
      .sort()
      .reverse();
    const rows = wanted.map((person, index) =>
      invitationRow(ctx, part, person, { id: ids[index]!, now, index }),
    );
    await insertInvitations(tx, rows);
    if (rows.length < people.length) await countLeftOut(tx, part.id, people.length - rows.length);
  });
}

type Place = { id: string; now: number; index: number };

function invitationRow(ctx: AppContext, part: Part, person: InvitedPerson, { id, now, index }: Place) {
  return {
    id,
    site_id: part.site_id,
    role: part.role,
    email: person.email,
    name: person.name,
    ...invitationHashes(ctx, id),
    created_by: part.created_by,
    // A part is a millisecond older than the one before: the newest first is the order of the list.
    created_at: part.created_at - part.position,
    expires_at: now + LIMITS.invitation.validMs,
    used_at: null,
    used_by: null,
    revoked_at: null,
    batch_id: part.id,
    language: person.language,
    topics: person.topics.length > 0 ? JSON.stringify(person.topics) : null,
    ...mailOf(ctx, part, index),
  };
}

/** Due when its turn within the batch comes: a small batch is not behind all of a large one that came before. */
function mailOf(ctx: AppContext, { created_at, position }: Part, index: number) {
  if (!ctx.mailer.configured) return { send_state: 'none', send_at: null } as const;
  const turn = position * LIMITS.invitation.part + index;
  return {
    send_state: 'queued',
    send_at: created_at + Math.floor((turn * 60_000) / mailsPerMinute(ctx)),
  } as const;
}
