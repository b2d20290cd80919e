import type { ClientFrame } from '../../server/protocol/frames.ts';

export type Subscribe = Extract<ClientFrame, { op: 'subscribe' }>;
export type LinkState = 'idle' | 'connecting' | 'ready' | 'waiting' | 'refused';

/** What carries frames to the server and back: a socket of one's own, or that of another tab. */
export type Link = {
  readonly state: LinkState;
  /** Whether the connection is this page's own: only then does it send what is kept, and count what is new. */
  readonly leads: boolean;
  /** Whether other tabs live off the same connection. */
  readonly isShared: boolean;
  /** Connects, or tries again at once when waiting to. */
  open(): void;
  close(): void;
  /** Nothing may depend on this page any longer. */
  leave(): void;
  /** Somebody is back before the page, or the machine woke up: what was connected may be so no longer. */
  wake(): void;
  /** @returns false when there is nobody to send to: whoever asks keeps what is to be sent. */
  send(frame: ClientFrame): boolean;
};
