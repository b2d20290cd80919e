import type { Connection } from './open.ts';
import { createStatements } from './statements.ts';

const MESSAGES_A_PART = 32_768;

/** A message's words; a question has its page's too. For `message` joined with `conversation`. */
export const SEARCHED_TEXT = `case message.is_question when 1
  then message.body || ' ' || conversation.page_title || ' ' || coalesce(conversation.product_name, '')
    || ' ' || conversation.page_url
  else message.body end`;

const NEWEST_FIRST = 2 ** 32;

/**
 * A message's row in the index: the newer, the smaller. The index reads upwards nearly twice as fast as
 * downwards, and the search wants the newest first.
 */
export const rowOf = (number: string) => `(${NEWEST_FIRST} - ${number})`;

type New = { number: number; site_id: string };

/** Takes up to so many messages into the search index, oldest first. @returns how many there were. */
export function indexMessagesUnit(connection: Connection) {
  const { run } = createStatements(connection);

  function listNew(most: number): New[] {
    return run(
      `select number, site_id from message
       where number > (select coalesce(max(last), 0) from search_part) order by number limit ?`,
      [most],
    ).rows as New[];
  }

  function addToPart(siteId: string, numbers: number[]): void {
    const [first, last] = [numbers[0]!, numbers.at(-1)!];
    const part = openPart(siteId, first);
    run(
      `insert into search_${part} (rowid, body) select ${rowOf('message.number')}, ${SEARCHED_TEXT}
       from message cross join conversation on conversation.id = message.conversation_id
       -- By the number, and never by the site's whole index.
       where message.number >= ? and message.number <= ? and +message.site_id = ?
       order by message.number desc`,
      [first, last, siteId],
    );
    run('update search_part set last = ?, messages = messages + ? where id = ?', [
      last,
      numbers.length,
      part,
    ]);
  }

  function openPart(siteId: string, first: number): number {
    const [newest] = run(
      'select id, messages from search_part where site_id = ? order by last desc limit 1',
      [siteId],
    ).rows as { id: number; messages: number }[];
    if (newest && newest.messages < MESSAGES_A_PART) return newest.id;
    if (newest) closePart(newest.id);
    const sql = 'insert into search_part (site_id, first, last, messages) values (?, ?, ?, 0)';
    const id = Number(run(sql, [siteId, first, first]).lastId);
    connection.exec(
      `create virtual table search_${id} using fts5(body, content = '', columnsize = 0,
         tokenize = 'unicode61 remove_diacritics 2');
       -- What is erased is overwritten there and then, not marked to go some day.
       insert into search_${id} (search_${id}, rank) values ('secure-delete', 1);
       -- Merged less often meanwhile: what that saves pays for the one merge at the end.
       insert into search_${id} (search_${id}, rank) values ('automerge', 8)`,
    );
    return id;
  }

  /** A full part is merged into one piece, which is read in two thirds of the time. */
  function closePart(id: number): void {
    connection.exec(`insert into search_${id} (search_${id}) values ('optimize')`);
  }

  return (most: number): number => {
    const rows = listNew(most);
    for (const siteId of new Set(rows.map(({ site_id }) => site_id))) {
      addToPart(
        siteId,
        rows.flatMap((row) => (row.site_id === siteId ? [row.number] : [])),
      );
    }
    return rows.length;
  };
}
