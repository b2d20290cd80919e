/** The rows of a planned community. */
import type { Database as Sqlite } from 'better-sqlite3';
import type { MessageStateValue } from '../../../db/schema.ts';
import { seededNumbers } from '../filter/seeded.ts';
import { NOW, type Plan, SITES, siteOfPerson, skewed } from './plan.ts';
import { sentence, vocabularyOf } from './words.ts';

const ORIGIN = 'https://shop.example';
const DAY = 24 * 60 * 60 * 1000;
const FIRST_NAMES =
  'Inès Malik Sonia Théo Nadia Kevin Léa Hugo Emma Tom Zoé Paul Anna Sam Jules Lina Noé Ivy'.split(' ');

export const personId = (person: number) => `person-${String(person * 7919 + 11).padStart(9, '0')}`;
export const conversationId = (at: number) => `conversation-${hashed(at)}`;
export const pageUrl = (page: number) => `${ORIGIN}/chaussures/modele-${page}`;

export function insertCommunity(db: Sqlite, plan: Plan): void {
  insertSites(db);
  insertPeople(db, plan);
  insertConversations(db, plan);
  insertMessages(db, plan);
  insertAuditLog(db, plan);
}

/** The same for the same number, and in no order: as random identifiers are. */
const hashed = (at: number) =>
  (Math.imul(at, 2_654_435_761) >>> 0).toString(16).padStart(8, '0') + at.toString(16).padStart(8, '0');

function insertSites(db: Sqlite): void {
  const site = db.prepare(
    `insert into site (id, name, locale, mode, chat_default, moderators_may_release, report_threshold,
       allowed_origins, library_version, created_at) values (?, ?, 'fr', 'open', 'everywhere', 1, 3, ?, 1, 0)`,
  );
  for (const { id } of SITES) site.run(id, id, JSON.stringify([ORIGIN]));
}

function insertPeople(db: Sqlite, { people, random }: Plan): void {
  const person = db.prepare(
    `insert into person (id, site_id, role, name, account_id, address, trusted, created_at, last_seen_at)
     values (?, ?, ?, ?, ?, ?, 0, ?, ?)`,
  );
  for (let at = 0; at < people; at++) {
    const name = `${FIRST_NAMES[Math.floor(random() * FIRST_NAMES.length)]}${at % 3 === 0 ? '' : ` ${at}`}`;
    const role = at < 10 ? 'manager' : at < 40 ? 'moderator' : at < people / 100 ? 'expert' : 'visitor';
    const address = `198.51.${at % 250}.${Math.floor(at / 250) % 250}`;
    const since = NOW - Math.floor(random() * 700 * DAY);
    const account = role === 'visitor' ? null : `account-${at}`;
    person.run(personId(at), SITES[siteOfPerson(at)]!.id, role, name, account, address, since, NOW);
  }
}

function insertConversations(db: Sqlite, { conversations, random }: Plan): void {
  const conversation = db.prepare(
    `insert into conversation (id, site_id, state, state_before_delete, author_id, page_url, page_key,
       page_title, product_name, created_at, published_at, last_activity_at, last_seq, deleted_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)`,
  );
  for (const [at, { site, page, author, startedAt }] of conversations.entries()) {
    const chance = random();
    const state =
      at < 20 || chance < 0.7 ? 'open' : chance < 0.9 ? 'answered' : chance < 0.99 ? 'closed' : 'deleted';
    const deletedAt = state === 'deleted' ? NOW - Math.floor(random() * 29 * DAY) : null;
    const url = pageUrl(page);
    const published = isUnpublished(at) ? null : startedAt;
    const title = `Modèle ${page}, chaussure de randonnée`;
    const before = deletedAt === null ? null : 'open';
    conversation.run(
      ...[conversationId(at), SITES[site]!.id, state, before, personId(author), `${url}?c=${at}`, url, title],
      ...[`Modèle ${page}`, startedAt, published, startedAt, deletedAt],
    );
  }
}

/** One question in a hundred waits for a moderator. */
const isUnpublished = (conversation: number) => conversation % 100 === 99;

function stateOf(chance: number): MessageStateValue {
  if (chance < 0.002) return 'held';
  if (chance < 0.012) return 'rejected';
  if (chance < 0.018) return 'hidden';
  return chance < 0.024 ? 'removed' : 'published';
}

function insertMessages(db: Sqlite, plan: Plan): void {
  const { conversations, conversationOf, writtenAt, people, random } = plan;
  const vocabulary = vocabularyOf(40_000, seededNumbers(1));
  const message = db.prepare(
    `insert into message (id, site_id, conversation_id, author_id, client_message_id, state, seq, is_question,
       body, reasons, library_version, address, created_at, published_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, '[]', 1, '198.51.7.7', ?, ?)`,
  );
  const event = db.prepare(
    `insert into conversation_event (conversation_id, seq, kind, message_id, created_at)
     values (?, ?, 'message', ?, ?)`,
  );
  const signals = signalsOf(db);
  const seqs = new Uint32Array(conversations.length);
  const lastAt = new Float64Array(conversations.length);
  for (let at = 0; at < conversationOf.length; at++) {
    const owner = conversationOf[at]!;
    const { author: asker, site } = conversations[owner]!;
    const createdAt = writtenAt[at]!;
    const isQuestion = lastAt[owner] === 0;
    const state = isQuestion ? (isUnpublished(owner) ? 'held' : 'published') : stateOf(random());
    const isPublic = state !== 'held' && state !== 'rejected';
    const seq = isPublic ? ++seqs[owner]! : null;
    const id = `message-${hashed(at)}`;
    const author = isQuestion || random() < 0.3 ? asker : personOfSite(site, people, random);
    const text = sentence(vocabulary, at % 50 === 0 ? 120 : 28, random);
    message.run(
      ...[id, SITES[site]!.id, conversationId(owner), personId(author), `client-${at}`, state, seq],
      ...[isQuestion ? 1 : 0, text, createdAt, isPublic ? createdAt : null],
    );
    if (seq !== null) event.run(conversationId(owner), seq, id, createdAt);
    lastAt[owner] = createdAt;
    if (state === 'published') signals(at, SITES[site]!.id, id, createdAt);
  }
  const activity = db.prepare('update conversation set last_seq = ?, last_activity_at = ? where id = ?');
  for (let owner = 0; owner < seqs.length; owner++)
    if (lastAt[owner]! > 0) activity.run(seqs[owner], lastAt[owner], conversationId(owner));
}

/** Somebody of this site, regulars far more often. */
function personOfSite(site: number, people: number, random: () => number): number {
  const person = skewed(people, random);
  const offset = [0, 6, 9][site]!;
  return Math.min(people - 1, person - (person % 10) + offset);
}

/** A message in 250 was reported, one in 5,000 alerted; of those few are still open. */
function signalsOf(db: Sqlite) {
  const report = db.prepare(
    `insert into report (id, site_id, message_id, person_id, network, reason, created_at, resolved_at)
     values (?, ?, ?, ?, ?, 'spam', ?, ?)`,
  );
  const alert = db.prepare(
    `insert into alert (id, site_id, message_id, raised_by, note, degree, created_at, closed_at)
     values (?, ?, ?, ?, '…', 'look', ?, ?)`,
  );
  return (at: number, siteId: string, messageId: string, createdAt: number) => {
    const later = createdAt + 60_000;
    if (at % 250 === 0)
      report.run(
        `report-${at}`,
        siteId,
        messageId,
        personId(1),
        'network',
        later,
        at % 2000 === 0 ? null : later,
      );
    if (at % 5000 === 1)
      alert.run(`alert-${at}`, siteId, messageId, personId(2), later, at % 50_000 === 1 ? null : later);
  };
}

/** An entry for every fifteenth message. */
function insertAuditLog(db: Sqlite, { conversationOf, writtenAt, conversations }: Plan): void {
  const entry = db.prepare(
    `insert into audit_log (site_id, actor_id, act, target_kind, target_id, reason, details, created_at)
     values (?, ?, ?, 'message', ?, 'spam', '{}', ?)`,
  );
  const acts = ['message.held', 'message.hidden', 'message.flagged', 'conversation.closed'];
  for (let at = 0; at < conversationOf.length; at += 15) {
    const site = SITES[conversations[conversationOf[at]!]!.site]!.id;
    const actor = at % 2 === 0 ? null : personId(3);
    entry.run(site, actor, acts[(at / 15) % 4], `message-${hashed(at)}`, writtenAt[at]);
  }
}
