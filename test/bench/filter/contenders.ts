import { obscenitySkipping, obscenityWords } from './obscenity.ts';
import { isHit, judge, ourModerator } from './ours.ts';
import { type Filter, installedVersion, type Peer } from './peer.ts';
import { SIMPLE_PEERS } from './peers.ts';

/** Our filter as a peer among peers: words only, or everything a message goes through. */
export const ours: Peer = {
  name: 'ours',
  from: null,
  setUp: 'the whole judge: words, links, personal data, behaviour',
  make(terms, allowed): Filter {
    const moderator = ourModerator({ terms, allowed });
    return (text) => isHit(judge(moderator, text), 'term');
  },
};

export const peers: readonly Peer[] = [...SIMPLE_PEERS, obscenityWords, obscenitySkipping];

/** Of a peer by its name in the tables, ours included. */
export function contenderNamed(name: string): Peer {
  const found = [ours, ...peers].find((peer) => peer.name === name);
  if (!found) throw new Error(`No filter is called ${name}`);
  return found;
}

/** The package and its version, or why there is none. */
export function originOf({ from }: Peer): string {
  if (from === null) return 'written out';
  const version = installedVersion(from);
  return version === null ? `${from}: not installed` : `${from} ${version}`;
}

/** A peer made ready; null, and a line that says why, when its package is there and does not load. */
export async function ready(peer: Peer, terms: string[], allowed: string[]): Promise<Filter | null> {
  try {
    return isThere(peer) ? await peer.make(terms, allowed) : null;
  } catch (error) {
    console.error(`${peer.name} does not load: ${error instanceof Error ? error.message : error}`);
    return null;
  }
}

/** Whether a peer's package is installed. */
export function isThere({ from }: Peer): boolean {
  return from === null || installedVersion(from) !== null;
}
