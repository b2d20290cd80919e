import type { PageRuleRow, SiteRow } from '../../db/schema.ts';
import { matchPageRule } from '../page-rules.ts';
import type { Connection } from './connection.ts';
import type { Directory } from './directory.ts';
import type { Flusher } from './flush.ts';
import { Outgoing } from './outgoing.ts';

/** The pages of a site that one page rule matches, or all its other pages together. */
export type PageGroup = { readonly key: string; people: number };

/** How many distinct people are on each page group: counted as they come and go, told now and then. */
export type Presence = {
  /** Counts a ready connection where its page is now, and no longer where it was. */
  place(connection: Connection, site: SiteRow, rules: PageRuleRow[], url: string): void;
  leave(connection: Connection): void;
  here(site: SiteRow, rules: PageRuleRow[], url: string): number;
  /** Tells one connection the number it does not know yet. */
  tell(connection: Connection): void;
  /** Tells everybody whose number changed. */
  tellAll(): void;
};

export function createPresence(directory: Directory, flusher: Flusher): Presence {
  const groups = new Map<string, PageGroup>();

  function groupOf(site: SiteRow, rules: PageRuleRow[], url: string): PageGroup {
    const { ruleId } = matchPageRule(site, rules, url);
    const key = keyOf(site.id, ruleId);
    const group = groups.get(key) ?? { key, people: 0 };
    groups.set(key, group);
    return group;
  }

  /** Whether the same person is in the group by another connection. */
  function isThereAnyway(connection: Connection, personId: string, group: PageGroup): boolean {
    const theirs = directory.ofPerson(personId);
    return theirs.some((other) => other !== connection && other.group === group);
  }

  function leave(connection: Connection): void {
    const { group, actor } = connection;
    if (!group || !actor) return;
    connection.group = null;
    if (!isThereAnyway(connection, actor.personId, group)) group.people -= 1;
    if (group.people === 0) groups.delete(group.key);
  }

  function tell(connection: Connection, frames = new Map<number, Outgoing>()): void {
    const here = connection.group?.people ?? connection.toldHere;
    if (here === connection.toldHere) return;
    const frame = frames.get(here) ?? presenceFrame(here);
    frames.set(here, frame);
    // What is dropped for a slow reader is told the next time.
    if (flusher.push(connection, frame)) connection.toldHere = here;
  }

  return {
    place(connection, site, rules, url) {
      leave(connection);
      const { actor } = connection;
      if (!actor) return;
      const group = groupOf(site, rules, url);
      if (!isThereAnyway(connection, actor.personId, group)) group.people += 1;
      connection.group = group;
    },
    leave,
    here: (site, rules, url) =>
      groups.get(keyOf(site.id, matchPageRule(site, rules, url).ruleId))?.people ?? 0,
    tell: (connection) => tell(connection),
    tellAll() {
      const frames = new Map<number, Outgoing>();
      flusher.each(directory.all(), (connection) => {
        tell(connection, frames);
        return connection;
      });
    },
  };
}

function presenceFrame(here: number): Outgoing {
  return new Outgoing(JSON.stringify({ op: 'presence', here }), { kind: 'passing', key: 'presence' });
}

const keyOf = (siteId: string, ruleId: string | null) => `${siteId} ${ruleId ?? ''}`;
