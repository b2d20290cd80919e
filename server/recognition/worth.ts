/** What is worth how many points. Documented in docs/recognition.md; what makes it 0 is in `judge-credit.ts`. */
import type { PointSourceValue } from '../../db/schema-recognition.ts';

export type Earned = Extract<PointSourceValue, 'thanks' | 'accepted' | 'first-answer'>;

export const WORTH: Record<Earned, number> = { accepted: 5, thanks: 2, 'first-answer': 1 };
