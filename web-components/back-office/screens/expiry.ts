/** How long a block or a ban lasts, as a manager chooses it. No DOM. */
export const EXPIRIES = ['1h', '1d', '7d', '30d', 'none'] as const;
export type Expiry = (typeof EXPIRIES)[number];

const HOURS: Record<Expiry, number | null> = { '1h': 1, '1d': 24, '7d': 168, '30d': 720, none: null };

/** Hours, as the server wants them; null = until somebody lifts it. */
export function hoursOf(expiry: Expiry): number | null {
  return HOURS[expiry];
}

/** What a select gave back, or `otherwise` when it is none of ours. */
export function expiryOf(value: unknown, otherwise: Expiry): Expiry {
  return EXPIRIES.find((expiry) => expiry === value) ?? otherwise;
}
