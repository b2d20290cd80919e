import type { ModerateAnswer, QueueItem } from '../../../server/protocol/back-office.ts';
import type { ModerationAct } from '../../../server/protocol/frames.ts';
import { type Api, ApiError } from '../api.ts';
import { translator } from '../locales/index.ts';
import words from '../locales/queue.ts';
import { whoDecided } from '../queue-conflict.ts';

const t = translator(words);

/** What a decision came to: taken (with a way back when there is one), or somebody was first. */
export type Outcome = { text: string; undo: string | null } | { conflict: string };

const DONE = {
  release: 'released',
  reject: 'rejected',
  hide: 'hidden',
  restore: 'restored',
  remove: 'removed',
  keep: 'kept',
} as const;
export type Decision = ModerationAct | 'keep';

/**
 * Tells the server what was decided about a card; a manager's decision answers its alerts too.
 * @throws ApiError for anything but somebody having been first
 */
export async function decide(
  api: Api,
  item: QueueItem,
  act: Decision,
  { reason, alerts }: { reason: string | null; alerts: boolean },
): Promise<Outcome> {
  try {
    const undo = act === 'keep' ? await dismiss(api, item) : await moderate(api, item, act, reason);
    if (alerts) await Promise.all(item.alerts.map(({ id }) => closeAlert(api, id, reason)));
    return { text: t(DONE[act], { name: item.message.author.name }), undo };
  } catch (error) {
    if (error instanceof ApiError && error.status === 409) return { conflict: conflictWords(error.message) };
    throw error;
  }
}

async function moderate(
  api: Api,
  item: QueueItem,
  act: ModerationAct,
  reason: string | null,
): Promise<string | null> {
  const path = `messages/${encodeURIComponent(item.id)}`;
  const { undo } = await api.post<ModerateAnswer>(path, { act, reason });
  return undo;
}

async function dismiss(api: Api, item: QueueItem): Promise<null> {
  if (item.reports.length > 0) await api.post('reports/dismiss', { messageId: item.id });
  return null;
}

const closeAlert = (api: Api, id: string, answer: string | null) =>
  api.post(`alerts/${encodeURIComponent(id)}/close`, { answer });

const ALREADY = {
  released: 'alreadyReleased',
  rejected: 'alreadyRejected',
  hidden: 'alreadyHidden',
  restored: 'alreadyRestored',
  removed: 'alreadyRemoved',
} as const;

function conflictWords(message: string): string {
  const decided = whoDecided(message);
  return decided ? t(ALREADY[decided.act], { name: decided.by }) : t('alreadyDecided');
}
