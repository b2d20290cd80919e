import type { ExchangeRefusal } from '../../server/protocol/exchange.ts';

/** What people do with messages that are there. */
export type ExchangeWords = {
  thank: string;
  /** Beside the button, and for who cannot see it. */
  thanks: (count: number) => string;
  reply: string;
  more: (author: string) => string;
  accept: string;
  unaccept: string;
  accepted: string;
  acceptedMine: string;
  edit: string;
  edited: string;
  editLabel: string;
  save: string;
  cancel: string;
  delete: string;
  deleteMessage: string;
  deleteQuestion: string;
  deleteNow: string;
  keep: string;
  replyingTo: (author: string) => string;
  noReply: string;
  /** A quoted message that is not, or no longer, to be read. */
  unseen: string;
  quoted: (author: string, text: string) => string;
  refusals: Record<ExchangeRefusal, string>;
  failed: string;
};
