/** Rows about questions nobody has answered yet. */

export type WaitingTables = {
  question_claim: QuestionClaimRow;
  question_wave: QuestionWaveRow;
};

/** Somebody says they are writing an answer; gone with an answer everybody sees, or with its time. */
export type QuestionClaimRow = {
  conversation_id: string;
  site_id: string;
  person_id: string;
  taken_at: number;
  until: number;
};

/** Whom a question is told to: who it suits, then everybody, then everybody once more. */
export type Wave = 'first' | 'everybody' | 'reminder';

/** A published question that is to be told to somebody; put down by a trigger, gone with the first answer. */
export type QuestionWaveRow = {
  conversation_id: string;
  site_id: string;
  next: Wave;
  due_at: number;
};
