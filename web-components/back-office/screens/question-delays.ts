/** The delays of waiting questions as they stand in their fields. No DOM. */

export type Delays = { widenAfterMinutes: string; remindAfterMinutes: string };

/** Minutes: from one to a week. */
export const DELAYS = { min: 1, max: 7 * 24 * 60 };

export const isDelay = (value: string): boolean =>
  /^\d{1,5}$/.test(value.trim()) && Number(value) >= DELAYS.min && Number(value) <= DELAYS.max;
