import type {
  ContributionMode,
  ConversationView,
  MessageView,
  MeView,
  RefusalCode,
  ServerFrame,
} from '../../server/protocol/frames.ts';
import type { ConversationScope } from '../../server/protocol/widget.ts';

/** One of the three lists of conversations, as far as it is loaded. */
export type ListState = {
  status: 'idle' | 'loading' | 'ready' | 'error';
  conversations: ConversationView[];
  next: string | null;
  error: string | null;
};

/** A message the server has not accepted yet, or would not. */
export type PendingMessage = {
  clientMessageId: string;
  conversationId: string | null;
  text: string;
  createdAt: number;
  /** The message it replies to. */
  replyTo: string | undefined;
  status: 'pending' | 'refused';
  refusal: { code: RefusalCode; message: string } | null;
};

/** Who thanks for what when it was last subscribed to; frames `thanks` tell what came since. */
export type Gratitude = Pick<Extract<ServerFrame, { op: 'subscribed' }>, 'thanks' | 'thanked'>;

/** The conversation on screen: its messages in order, then what is still on its way. */
export type ConversationState_ = {
  id: string;
  status: 'loading' | 'ready' | 'gone';
  conversation: ConversationView | null;
  messages: MessageView[];
  gratitude: Gratitude;
  pending: PendingMessage[];
  /** Names of the people writing. */
  typing: string[];
};

/** Everything a screen may show, replaced as a whole at each change. */
export type ChatState = {
  connection: 'offline' | 'connecting' | 'ready' | 'refused';
  /** The connection has been gone for longer than a moment. */
  interrupted: boolean;
  refusal: string | null;
  me: MeView | null;
  mode: ContributionMode;
  mayAsk: boolean;
  here: number;
  /** How long a question on this page usually waits, in milliseconds; 0 = nobody can say. */
  answerMs: number;
  lists: Record<ConversationScope, ListState>;
  current: ConversationState_ | null;
  /** Questions that have no conversation yet. */
  pendingQuestions: PendingMessage[];
  unread: number;
  /** For experts: waiting questions they were told of since the chat was closed. */
  told: number;
  /** For moderators: items in the review queue. */
  waiting: number;
};

const EMPTY_LIST: ListState = { status: 'idle', conversations: [], next: null, error: null };

/** What is known before anything was loaded. */
export const initialState = (): ChatState => ({
  connection: 'offline',
  interrupted: false,
  refusal: null,
  me: null,
  mode: 'open',
  mayAsk: false,
  here: 0,
  answerMs: 0,
  lists: { page: EMPTY_LIST, site: EMPTY_LIST, mine: EMPTY_LIST },
  current: null,
  pendingQuestions: [],
  unread: 0,
  told: 0,
  waiting: 0,
});
