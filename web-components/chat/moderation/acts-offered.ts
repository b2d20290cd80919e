import type { MessageView, MeView } from '../../../server/protocol/frames.ts';

/** What a moderator may be offered on a message, in the order of the buttons. */
export type OfferedAct = 'release' | 'reject' | 'restore' | 'hide' | 'settle' | 'alert' | 'block' | 'person';

/** The permissions as the server told them last; it asks them again at each act. */
export function actsOffered(
  { state, mine, author }: MessageView,
  me: MeView,
  isReported: boolean,
): OfferedAct[] {
  const acts: OfferedAct[] = [];
  if (state === 'held' && me.mayRelease) acts.push('release', 'reject');
  if (state === 'hidden') acts.push('restore');
  if (isReported) acts.push('settle');
  if (state === 'published') acts.push('hide');
  if (mine) return acts;
  acts.push('alert');
  if (me.mayBlock && author.role === 'visitor' && state !== 'removed') acts.push('block');
  acts.push('person');
  return acts;
}
