/** Which words and which acts go with the state of a conversation or of a message. No DOM. */
import type { ConversationState, MessageState, ModerationAct } from '../../../server/protocol/frames.ts';

export const FILTERS = ['all', 'open', 'answered', 'closed', 'deleted'] as const;
export type StateFilter = (typeof FILTERS)[number];

/** The filter the address bar asks for. */
export function filterOf(value: string | null): StateFilter {
  return FILTERS.find((filter) => filter === value) ?? 'all';
}

export const STATE_WORD = {
  open: 'stateOpen',
  answered: 'stateAnswered',
  closed: 'stateClosed',
  deleted: 'stateDeleted',
} as const satisfies Record<ConversationState, string>;

export const MESSAGE_WORD = {
  published: 'msgPublished',
  held: 'msgHeld',
  rejected: 'msgRejected',
  hidden: 'msgHidden',
  removed: 'msgRemoved',
} as const satisfies Record<MessageState, string>;

const ACTS: Record<MessageState, readonly ModerationAct[]> = {
  published: ['hide', 'remove'],
  held: ['release', 'reject'],
  hidden: ['restore', 'remove'],
  rejected: [],
  removed: [],
};

/** The acts a person may do on a message in this state. */
export function actsOn(state: MessageState, mayRelease: boolean): readonly ModerationAct[] {
  return state === 'held' && !mayRelease ? [] : ACTS[state];
}
