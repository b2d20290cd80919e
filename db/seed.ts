/** One small named community, for the demo and for who tries the product. Never on a site with people. */

import type { Db } from './connect.ts';
import { insertConversation, updateConversation } from './conversations.ts';
import { type Tx, transaction } from './database.ts';
import { appendEvent } from './event-log.ts';
import { insertMessage } from './insert-message.ts';
import { putInForce, writeEntries } from './library-changes.ts';
import { insertPerson } from './people.ts';
import { PLAIN_CONVERSATION, PLAIN_MESSAGE, PLAIN_PERSON } from './plain-rows.ts';
import { insertReport } from './reports.ts';
import type {
  EffectValue,
  ListingValue,
  MessageRow,
  PageRuleRow,
  RoleValue,
  StrictnessValue,
} from './schema.ts';
import { CONVERSATIONS, PAGES, PEOPLE, type SeedMessage } from './seed-community.ts';
import { insertSite, replacePageRules } from './sites.ts';

export const DEMO_SITE = 'demo';
const MINUTE = 60_000;

export type SeedTerm = {
  text: string;
  listing: ListingValue;
  category: string;
  effect: EffectValue;
  vocabulary: string;
  /** The only language it counts in; null = any. */
  language: string | null;
  strictness?: StrictnessValue;
  exactAccents?: boolean;
  exactCase?: boolean;
};
export type SeedOptions = { now: number; id: () => string; shopOrigin: string; terms: SeedTerm[] };

/** Seeds the demo site. @returns whether it did: a site that exists is left as it is. */
export async function seedDemo(db: Db, options: SeedOptions): Promise<boolean> {
  const existing = await db.selectFrom('site').select('id').where('id', '=', DEMO_SITE).executeTakeFirst();
  if (existing) return false;
  await transaction(db, async (tx) => {
    await seedSite(tx, options);
    await seedLibrary(tx, DEMO_SITE, options);
    for (const person of PEOPLE) await seedPerson(tx, options, person);
    for (const conversation of CONVERSATIONS) await seedConversation(tx, options, conversation);
  });
  return true;
}

/** The starter vocabularies as the first version of a site's library. */
export async function seedLibrary(
  tx: Tx,
  siteId: string,
  { terms, id, now }: Omit<SeedOptions, 'shopOrigin'>,
): Promise<void> {
  const distinct = distinctTerms(terms);
  for (let at = 0; at < distinct.length; at += ROWS) {
    const rows = distinct.slice(at, at + ROWS).map((term) => seedEntry(term, { id: id(), siteId, now }));
    await writeEntries(
      tx,
      siteId,
      1,
      rows.map((after) => ({ before: null, after })),
    );
  }
  await putInForce(tx, {
    site_id: siteId,
    version: 1,
    created_at: now,
    actor_id: null,
    added: distinct.length,
    changed: 0,
    removed: 0,
    texts: JSON.stringify(distinct.slice(0, 5).map((term) => term.text)),
  });
}

const ROWS = 200;

/** A text of two vocabularies stands once, as the first has it, and counts where either counts. */
function distinctTerms(terms: SeedTerm[]): SeedTerm[] {
  const byText = new Map<string, SeedTerm>();
  for (const term of terms) {
    const text = term.exactCase ? term.text : term.text.toLowerCase();
    const known = byText.get(text);
    if (!known) byText.set(text, { ...term, text });
    else if (known.language !== term.language) known.language = null;
  }
  return [...byText.values()];
}

/** What a term does is its category's to say, as long as it says the usual. */
function seedEntry(term: SeedTerm, { id, siteId, now }: { id: string; siteId: string; now: number }) {
  return {
    id,
    site_id: siteId,
    since_version: 1,
    until_version: null,
    kind: 'term' as const,
    listing: term.listing,
    text: term.text,
    category: term.category,
    effect: term.effect === 'hold' ? null : term.effect,
    note: null,
    strictness: term.strictness ?? 'normal',
    exact_case: flagOf(term.exactCase),
    exact_accents: flagOf(term.exactAccents),
    language: term.language,
    subdomains: 1 as const,
    vocabulary: term.vocabulary,
    added_by: null,
    added_at: now,
    changed_by: null,
    changed_at: null,
    touched_at: now,
    hits: 0,
    last_hit_at: null,
    overturned: 0,
  };
}

const flagOf = (on: boolean | undefined): 0 | 1 => (on ? 1 : 0);

async function seedSite(tx: Tx, { now, shopOrigin }: SeedOptions): Promise<void> {
  await insertSite(tx, {
    id: DEMO_SITE,
    name: 'Sentier',
    locale: 'fr',
    mode: 'open',
    chat_default: 'nowhere',
    moderators_may_release: 1,
    report_threshold: 3,
    allowed_origins: JSON.stringify([shopOrigin]),
    accent: '#1f6f54',
    library_version: 1,
    library_saving_until: null,
    library_rules: null,
    community: null,
    created_at: now,
  });
  const rule = (position: number, changes: Partial<PageRuleRow>): PageRuleRow => ({
    id: `demo-rule-${position}`,
    site_id: DEMO_SITE,
    position,
    match_kind: 'starts-with',
    match_value: '',
    show: 1,
    display: 'launcher',
    invitation: null,
    topic: null,
    mode: null,
    ...changes,
  });
  await replacePageRules(tx, DEMO_SITE, [
    rule(0, {
      match_kind: 'contains',
      match_value: '/chaussures/',
      invitation: 'Une question ? Demandez à ceux qui l’ont',
    }),
    rule(1, {
      match_kind: 'contains',
      match_value: '/shoes/',
      invitation: 'A question? Ask those who own it',
    }),
    rule(2, { match_kind: 'pattern', match_value: '*/faq', display: 'in-place' }),
    rule(3, { match_kind: 'pattern', match_value: '*/contact', display: 'in-place' }),
  ]);
}

async function seedPerson(
  tx: Tx,
  { now }: SeedOptions,
  person: { key: string; name: string; role: RoleValue; address: string },
) {
  await insertPerson(tx, {
    id: personId(person.key),
    site_id: DEMO_SITE,
    role: person.role,
    name: person.name,
    account_id: null,
    address: person.address,
    created_at: now - 40 * 24 * 60 * MINUTE,
    ...PLAIN_PERSON,
    last_seen_at: now - 30 * MINUTE,
  });
}

type Seeded = (typeof CONVERSATIONS)[number];

async function seedConversation(tx: Tx, options: SeedOptions, conversation: Seeded): Promise<void> {
  const { now, id, shopOrigin } = options;
  const page = PAGES[conversation.page];
  const conversationId = id();
  const askedAt = now - conversation.minutesAgo * MINUTE;
  await insertConversation(tx, {
    id: conversationId,
    site_id: DEMO_SITE,
    state: 'open',
    state_before_delete: null,
    author_id: personId(conversation.messages[0]!.by),
    page_url: shopOrigin + page.path,
    page_key: shopOrigin + page.path,
    page_title: page.title,
    product_name: page.product,
    image_url: null,
    created_at: askedAt,
    published_at: askedAt,
    last_activity_at: askedAt,
    last_seq: 0,
    deleted_at: null,
    deleted_by: null,
    ...PLAIN_CONVERSATION,
  });
  for (const [index, message] of conversation.messages.entries()) {
    await seedMessage(tx, options, {
      conversationId,
      message,
      isQuestion: index === 0,
      at: askedAt + message.after * MINUTE,
    });
  }
  const last = conversation.messages.filter((message) => !message.held).at(-1);
  await updateConversation(tx, conversationId, { last_activity_at: askedAt + (last?.after ?? 0) * MINUTE });
}

type Placed = { conversationId: string; message: SeedMessage; isQuestion: boolean; at: number };

async function seedMessage(
  tx: Tx,
  { id }: SeedOptions,
  { conversationId, message, isQuestion, at }: Placed,
): Promise<void> {
  const messageId = id();
  const published = !message.held;
  const seq = published ? await appendEvent(tx, { conversationId, kind: 'message', messageId, at }) : null;
  const row: MessageRow = {
    id: messageId,
    site_id: DEMO_SITE,
    conversation_id: conversationId,
    author_id: personId(message.by),
    client_message_id: id(),
    state: published ? 'published' : 'held',
    seq,
    is_question: isQuestion ? 1 : 0,
    body: message.text,
    reasons: JSON.stringify(message.held ? [reasonOf(message.text, message.held)] : []),
    library_version: 1,
    state_reason: null,
    ...PLAIN_MESSAGE,
    address: PEOPLE.find((person) => person.key === message.by)?.address ?? null,
    created_at: at,
    published_at: published ? at : null,
  };
  await insertMessage(tx, row);
  if (message.reportedBy) {
    const report = {
      id: id(),
      site_id: DEMO_SITE,
      message_id: messageId,
      person_id: personId(message.reportedBy),
      network: 'demo',
      weight: 100,
      standing: 1 as const,
    };
    await insertReport(tx, { ...report, reason: 'off-topic', created_at: at + MINUTE });
  }
}

function reasonOf(text: string, held: NonNullable<SeedMessage['held']>) {
  const start = text.indexOf(held.found);
  return {
    kind: held.kind,
    category: held.category,
    entry: held.entry,
    spans: [{ start, end: start + held.found.length }],
  };
}

const personId = (key: string) => `demo-${key}`;
