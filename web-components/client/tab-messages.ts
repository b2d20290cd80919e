import type { ClientFrame, ServerFrame } from '../../server/protocol/frames.ts';
import type { LinkState } from './link.ts';

/** What a tab says to the one that leads. `join`: I am new; `ask`: are you there; `leave`: forget me. */
export type TabMessage = { tab: string; says: 'join' | 'ask' | 'leave' | 'frame'; frame?: ClientFrame };

/** What the tab that leads says to one other (`to`) or to all. */
export type LeaderMessage = { to: string | null; state: LinkState; frames: ServerFrame[] };

/** A tab began to lead: whoever follows joins again. */
export type LeadsMessage = { leads: true };
