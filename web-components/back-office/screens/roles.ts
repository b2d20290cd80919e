/** Roles a list can be filtered by or a person can be given. No DOM. */
import type { Role } from '../../../server/protocol/frames.ts';

export const ROLES = ['visitor', 'expert', 'moderator', 'manager'] as const satisfies Role[];
export const ROLE_FILTERS = ['all', ...ROLES] as const;
export type RoleFilter = (typeof ROLE_FILTERS)[number];

/** The filter the address bar asks for. */
export function roleFilterOf(value: string | null): RoleFilter {
  return ROLE_FILTERS.find((filter) => filter === value) ?? 'all';
}

/** What a select gave back, or `otherwise` when it is no role. */
export function roleOf(value: string, otherwise: Role): Role {
  return ROLES.find((role) => role === value) ?? otherwise;
}

/** Roles offered for a person: one who cannot sign in becomes staff by an invitation only. */
export function rolesFor(person: { role: Role; email: string | null }): readonly Role[] {
  if (person.email !== null || person.role === 'moderator' || person.role === 'manager') return ROLES;
  return ['visitor', 'expert'];
}

/** Why a role was refused, so that it can be said in the person's language. */
export function roleProblem({
  status,
  code,
}: {
  status: number;
  code: string;
}): 'lastManager' | 'noSignIn' | null {
  if (code === 'no-sign-in') return 'noSignIn';
  return status === 409 ? 'lastManager' : null;
}
