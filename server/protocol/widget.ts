/** What the widget's HTTP routes take and answer, as the frames' contract goes on over HTTP. */
import type {
  ClientFrame,
  ContributionMode,
  ConversationView,
  Display,
  MessageView,
  MeView,
} from './frames.ts';

/** GET /api/widget/embed?site=ID&url=URL: whether and how the chat appears on this page. */
export type EmbedAnswer =
  | { show: false }
  | {
      show: true;
      display: Display;
      siteName: string;
      /** The launcher's words; null = the widget's own. */
      invitation: string | null;
      topic: string | null;
      mode: ContributionMode;
      /** CSS colour of the brand, null = the widget's own. */
      accent: string | null;
      /** Where the widget's code is, relative to the server. */
      script: string;
    };

/** POST /api/widget/token { site } -> a visitor's token. */
export type TokenAnswer = { token: string; me: MeView };

/** GET /api/widget/conversations?site=ID&scope=page|site|mine&url=URL&before=CURSOR */
export type ConversationScope = 'page' | 'site' | 'mine';
export type ConversationsAnswer = {
  conversations: ConversationView[];
  next: string | null;
  here: number;
  /** How long questions of this page usually wait for an answer at this hour; absent where nobody can say. */
  answerMs?: number;
};

/**
 * POST /api/widget/waiting: how many messages of others came after `seq` in conversations one wrote in, where
 * no socket is open. What this viewer may not see, and a position of another epoch, is not in the answer.
 */
export type WaitingBody = {
  site: string;
  conversations: { id: string; seq: number; epoch: string }[];
};
export type WaitingAnswer = { conversations: { id: string; seq: number; waiting: number }[] };

/** POST /api/widget/messages: the same as the frame `send`, for where there is no socket. */
export type SendBody = { site: string } & Omit<Extract<ClientFrame, { op: 'send' }>, 'op'>;
export type SendAnswer = { message: MessageView; conversation: ConversationView };

/** Every refusal over HTTP. */
export type ErrorBody = { error: { code: string; message: string; requestId: string } };
