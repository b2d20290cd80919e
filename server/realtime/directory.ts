import { type Actor, mayModerate } from '../actor.ts';
import { limitKey } from '../client-address.ts';
import { may } from '../permissions.ts';
import type { Connection } from './connection.ts';

type Site = { readonly connections: Set<Connection>; readonly staff: Set<Connection>; people: number };

/** Every open connection, by address from the handshake on, by site and person once it is ready. */
export type Directory = {
  all(): ReadonlySet<Connection>;
  ofSite(siteId: string): ReadonlySet<Connection>;
  /** Those of a site who may moderate it. */
  staffOf(siteId: string): ReadonlySet<Connection>;
  ofPerson(personId: string): readonly Connection[];
  fromAddress(address: string): number;
  /** Distinct people connected to a site. */
  peopleOf(siteId: string): number;
  add(connection: Connection): void;
  /** The connection is ready as this actor, on the page named, or its actor changed. Nothing when it is gone. */
  become(connection: Connection, actor: Actor, url?: string): void;
  /** No longer of its site nor a person's. */
  leave(connection: Connection): void;
  remove(connection: Connection): void;
};

const NOBODY: ReadonlySet<Connection> = new Set();

export function createDirectory(): Directory {
  const all = new Set<Connection>();
  const sites = new Map<string, Site>();
  const people = new Map<string, Connection[]>();
  const addresses = new Map<string, number>();

  function count(address: string, by: number): void {
    const key = limitKey(address);
    const left = (addresses.get(key) ?? 0) + by;
    if (left > 0) addresses.set(key, left);
    else addresses.delete(key);
  }

  function enter(connection: Connection, { site, personId }: Actor): void {
    const theirs = people.get(personId) ?? [];
    const here = sites.get(site.id) ?? { connections: new Set(), staff: new Set(), people: 0 };
    if (!theirs.some((other) => other.actor?.site.id === site.id)) here.people += 1;
    sites.set(site.id, here);
    here.connections.add(connection);
    people.set(personId, [...theirs, connection]);
  }

  function leave(connection: Connection): void {
    const { actor } = connection;
    const here = actor && sites.get(actor.site.id);
    if (!here) return;
    const theirs = (people.get(actor.personId) ?? []).filter((other) => other !== connection);
    if (theirs.length > 0) people.set(actor.personId, theirs);
    else people.delete(actor.personId);
    here.connections.delete(connection);
    here.staff.delete(connection);
    if (!theirs.some((other) => other.actor?.site.id === actor.site.id)) here.people -= 1;
    if (here.connections.size === 0) sites.delete(actor.site.id);
  }

  return {
    all: () => all,
    ofSite: (siteId) => sites.get(siteId)?.connections ?? NOBODY,
    staffOf: (siteId) => sites.get(siteId)?.staff ?? NOBODY,
    ofPerson: (personId) => people.get(personId) ?? [],
    fromAddress: (address) => addresses.get(limitKey(address)) ?? 0,
    peopleOf: (siteId) => sites.get(siteId)?.people ?? 0,
    add(connection) {
      all.add(connection);
      count(connection.from.address, 1);
    },
    become(connection, actor, url) {
      const { state } = connection;
      if (state.name === 'closing') return;
      if (state.name === 'awaiting-hello') enter(connection, actor);
      const mayWatch = mayModerate(actor);
      const page = url ?? (state.name === 'ready' ? state.url : '');
      const seesMatches = may(actor, 'see-matches');
      connection.state = { name: 'ready', actor, mayModerate: mayWatch, seesMatches, url: page };
      const staff = sites.get(actor.site.id)?.staff;
      if (mayWatch) staff?.add(connection);
      else staff?.delete(connection);
    },
    leave,
    remove(connection) {
      if (all.delete(connection)) count(connection.from.address, -1);
    },
  };
}
