import type { Fetch } from '../client/api.ts';
import type { WhoAmI } from '../client/identity.ts';

/** On our own pages the session's cookie says who somebody is: there is no token for a script to read. */
export const sessionIdentity: WhoAmI = {
  hasCode: false,
  token: async () => '',
  keep: () => {},
  forget: () => {},
};

/** Requests that carry the cookie, and no empty token beside it. @param signedOut when there is no session, or of somebody who does not answer here */
export function sessionFetch(signedOut: () => void): Fetch {
  return async (url, init) => {
    const headers = new Headers(init?.headers);
    headers.delete('Authorization');
    const response = await fetch(url, { ...init, headers, credentials: 'same-origin' });
    const isNotTheirs = response.status === 404 && url.includes('/api/questions/waiting');
    if (response.status === 401 || isNotTheirs) signedOut();
    return response;
  };
}
