/** What the triggers of 004-search keep of messages that are there (db/message-sums.ts: of new ones), and how it is counted from nothing. SQLite's dialect. */

const NEVER = Number.MAX_SAFE_INTEGER;

/** Messages with what they wait for; nothing of deleted conversations. */
const waitingWhere = (condition: string) => `
  insert or replace into waiting (message_id, site_id, conversation_id, kinds, since)
  select id, site_id, conversation_id,
    (held_at is not null) + 2 * (reported_at is not null) + 4 * (alerted_at is not null),
    min(coalesce(held_at, ${NEVER}), coalesce(reported_at, ${NEVER}), coalesce(alerted_at, ${NEVER}))
  from (
    select message.id, message.site_id, message.conversation_id,
      case when message.state = 'held' then message.created_at end as held_at,
      (select min(created_at) from report where message_id = message.id and resolved_at is null) as reported_at,
      (select min(created_at) from alert where message_id = message.id and closed_at is null) as alerted_at
    from message join conversation on conversation.id = message.conversation_id
    where ${condition} and conversation.state <> 'deleted'
  )
  where held_at is not null or reported_at is not null or alerted_at is not null`;

const waitAgain = (messageId: string) => `
  delete from waiting where message_id = ${messageId};
  ${waitingWhere(`message.id = ${messageId}`)};`;

const trigger = (name: string, when: string, work: string) => ({
  name,
  sql: `create trigger ${name} after ${when} begin ${work} end`,
});

export const TRIGGERS = [
  trigger(
    'message_moved',
    'update of state on message when old.state <> new.state',
    `update conversation set answers = answers + (new.state = 'published') - (old.state = 'published')
     where id = new.conversation_id and author_id <> new.author_id;
     update person set published = published + (new.state = 'published') - (old.state = 'published'),
       rejected = rejected + (new.state = 'rejected') - (old.state = 'rejected')
     where id = new.author_id;
     ${waitAgain('new.id')}`,
  ),
  trigger(
    'message_erased',
    'delete on message',
    `update person set published = published - (old.state = 'published'),
       rejected = rejected - (old.state = 'rejected')
     where id = old.author_id;
     delete from waiting where message_id = old.id;`,
  ),
  trigger('report_inserted', 'insert on report', waitAgain('new.message_id')),
  trigger('report_resolved', 'update of resolved_at on report', waitAgain('new.message_id')),
  trigger('alert_inserted', 'insert on alert', waitAgain('new.message_id')),
  trigger('alert_closed', 'update of closed_at on alert', waitAgain('new.message_id')),
  trigger(
    'conversation_deleted_or_restored',
    "update of state on conversation when (old.state = 'deleted') <> (new.state = 'deleted')",
    `delete from waiting where conversation_id = new.id;
     ${waitingWhere('message.conversation_id = new.id')};`,
  ),
];

/** Counts what is there already, for a database that was filled before there were triggers. */
export const COUNT_EVERYTHING = [
  `update conversation set messages = counted.messages, answers = counted.answers from (
     select message.conversation_id as id, count(*) as messages,
       sum(message.state = 'published' and message.author_id <> conversation.author_id) as answers
     from message join conversation on conversation.id = message.conversation_id group by 1
   ) as counted where counted.id = conversation.id`,
  `update person set published = counted.published, rejected = counted.rejected from (
     select author_id as id, sum(state = 'published') as published, sum(state = 'rejected') as rejected
     from message group by 1
   ) as counted where counted.id = person.id`,
  waitingWhere(
    `message.id in (select id from message where state = 'held'
       union select message_id from report where resolved_at is null
       union select message_id from alert where closed_at is null)`,
  ),
];
