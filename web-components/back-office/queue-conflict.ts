const DECIDED = /^Already (released|rejected|hidden|restored|removed) by (.+)\.$/;
export type Decided = { act: 'released' | 'rejected' | 'hidden' | 'restored' | 'removed'; by: string };

/** Who was first and what they decided, out of the server's answer 409; null when it does not say. */
export function whoDecided(message: string): Decided | null {
  const [, act, by] = DECIDED.exec(message) ?? [];
  return act && by ? { act: act as Decided['act'], by } : null;
}
