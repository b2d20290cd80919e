/** Whom a waiting question is told to. Pure. */
import type { Answerer } from '../db/expert-profiles.ts';
import type { ConversationRow } from '../db/schema.ts';
import type { Wave } from './protocol/frames.ts';
import { isQuiet } from './quiet-hours.ts';

type Question = Pick<ConversationRow, 'author_id' | 'topic' | 'language'>;

/** Those of `answerers` a wave reaches: the first one who know the topic and the language, later ones everybody. */
export function toldOf(wave: Wave, question: Question, answerers: Answerer[], now: number): Answerer[] {
  const awake = quietOnce(now);
  return answerers.filter(
    (answerer) =>
      answerer.person_id !== question.author_id &&
      answerer.available === 1 &&
      awake(answerer) &&
      (wave !== 'first' || suits(answerer, question)),
  );
}

/** Says nothing = any; a question that says nothing suits everybody. */
const suits = ({ topics, languages }: Answerer, { topic, language }: Question): boolean =>
  knows(topics, topic) && knows(languages, language);

const knows = (json: string, wanted: string | null): boolean =>
  wanted === null || json === '[]' || (JSON.parse(json) as string[]).includes(wanted);

/** Most have the same hours as somebody else: their clock is read once. */
function quietOnce(now: number): (answerer: Answerer) => boolean {
  const known = new Map<string, boolean>();
  return (answerer) => {
    const key = `${answerer.quiet_from} ${answerer.quiet_to} ${answerer.time_zone}`;
    const awake = known.get(key) ?? !isQuiet(answerer, now);
    known.set(key, awake);
    return awake;
  };
}
