import { createModerator, type JudgeInput, type Library, type Verdict } from '../../moderation/index.ts';
import { LIMITS } from '../limits.ts';
import { startJudgeThread } from './judge-thread.ts';

/** A library ready to judge. `close` gives back what it holds; judging may be under way. */
export type Prepared = {
  version: number;
  judge(input: JudgeInput): Verdict | Promise<Verdict>;
  close(): void;
};
export type Prepare = (library: Library) => Promise<Prepared>;

/**
 * Prepares a library without holding up anybody: an ordinary one here, where judging takes microseconds; a
 * very large one, which takes long to prepare, in a thread of its own.
 * @throws when it cannot be prepared
 */
export async function prepareModerator(library: Library): Promise<Prepared> {
  const entries = library.terms.length + library.links.length;
  if (entries > LIMITS.judge.entriesHere) return await startJudgeThread(library);
  const { version, judge } = createModerator(library);
  return { version, judge, close: () => undefined };
}
