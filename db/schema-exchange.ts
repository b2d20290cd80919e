/** Rows of what people do with an answer. */
import type { Generated } from 'kysely';

export type ExchangeTables = {
  thank: ThankRow;
  message_edit: MessageEditRow & { number: Generated<number> };
};

/** Somebody thanks for a message: one row for each of them, whether they still do or took it back. */
export type ThankRow = {
  message_id: string;
  /** May have no row: who only thanks never wrote. */
  person_id: string;
  site_id: string;
  conversation_id: string;
  /** Keyed hash of their network: a new name costs nothing. When whole addresses go, a mark of this message alone. */
  network: string;
  created_at: number;
  withdrawn_at: number | null;
};

/** What a message said before its author changed it. */
export type MessageEditRow = {
  message_id: string;
  site_id: string;
  conversation_id: string;
  body: string;
  replaced_at: number;
};
