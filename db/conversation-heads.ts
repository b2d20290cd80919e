import { type SqlBool, sql } from 'kysely';
import { compileForMany } from './compile-once.ts';
import { AUTHOR_COLUMNS, type MessageWithAuthor } from './messages.ts';
import type { RoleValue } from './schema.ts';

/** What a list of conversations shows of each one: its question, the newest published answer, counts. */
export type HeadRow = MessageWithAuthor & {
  last_text: string | null;
  last_author_name: string | null;
  last_author_role: RoleValue | null;
  /** Published messages that are not the asker's. */
  answers: number;
};

const newestAnswer = sql<number>`(
  select number from message where message.conversation_id = conversation.id
    and message.is_question = 0 and message.state = 'published' order by message.seq desc limit 1)`;

/** The heads of these conversations, in no order; none for a conversation without a question. */
export const listHeads = compileForMany<string, HeadRow>((db, ids) =>
  db
    .selectFrom('conversation')
    .innerJoin('message as question', (join) =>
      join
        .onRef('question.conversation_id', '=', 'conversation.id')
        .on(sql<SqlBool>`question.is_question = 1`),
    )
    .innerJoin('person as author', 'author.id', 'question.author_id')
    .leftJoin('message as last', (join) => join.on('last.number', '=', newestAnswer))
    .leftJoin('person as last_author', 'last_author.id', 'last.author_id')
    .selectAll('question')
    .select(AUTHOR_COLUMNS)
    .select(['last.body as last_text', 'last_author.name as last_author_name'])
    .select(['last_author.role as last_author_role', 'conversation.answers'])
    .where('conversation.id', 'in', ids),
);

export type MessageCounts = { id: string; messages: number; held: number };

/** How many messages these conversations have, and how many of them wait for a moderator. */
export const countMessages = compileForMany<string, MessageCounts>((db, ids) =>
  db
    .selectFrom('conversation')
    .select(['id', 'messages'])
    .select((eb) =>
      eb
        .selectFrom('message')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .whereRef('message.conversation_id', '=', 'conversation.id')
        .where(sql<SqlBool>`message.state = 'held'`)
        .$asScalar()
        .$notNull()
        .as('held'),
    )
    .where('conversation.id', 'in', ids),
);
