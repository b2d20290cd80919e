import type { SessionAnswer } from '../../server/protocol/back-office.ts';
import { ApiError, request } from './api.ts';

/** Who is at the screen, one state at a time. */
export type Session =
  | { name: 'loading' }
  | { name: 'signed-out' }
  | { name: 'broken'; error: unknown }
  | { name: 'signed-in'; me: SessionAnswer['me']; sites: SessionAnswer['sites'] };

/** Asks the server who is signed in. */
export async function loadSession(): Promise<Session> {
  try {
    const { me, sites } = await request<SessionAnswer>('GET', '/api/back-office/session');
    return {
      name: 'signed-in',
      me,
      sites: sites.filter(({ role }) => role === 'manager' || role === 'moderator'),
    };
  } catch (error) {
    return error instanceof ApiError && error.status === 401
      ? { name: 'signed-out' }
      : { name: 'broken', error };
  }
}

export const signOut = () => request<void>('POST', '/api/sign-out', {});
