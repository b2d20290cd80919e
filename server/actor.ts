import type { PersonRow, SiteRow } from '../db/schema.ts';
import type { Role } from './protocol/frames.ts';

/** Whoever acts on a site, known for the length of one act: roles and bans are read anew each time. */
export type Actor = {
  site: SiteRow;
  personId: string;
  /** null until a visitor's first message: most visitors only read. */
  person: PersonRow | null;
  role: Role;
  /** Canonical. */
  address: string;
  ban: { reason: string; expiresAt: number | null } | null;
  /** The session a member acts by: when it ends, so does what they do. null for who came by a token of ours. */
  sessionId: string | null;
};

const RANK: Record<Role, number> = { visitor: 0, expert: 1, moderator: 2, manager: 3 };

/** Roles add up: each has what those below it have. */
export const isAtLeast = (role: Role, wanted: Role) => RANK[role] >= RANK[wanted];
export const mayModerate = (actor: Actor) => isAtLeast(actor.role, 'moderator') && !actor.ban;
