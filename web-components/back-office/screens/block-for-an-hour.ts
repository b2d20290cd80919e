import type { QueueItem } from '../../../server/protocol/back-office.ts';
import { type Api, ApiError } from '../api.ts';
import { translator } from '../locales/index.ts';
import words from '../locales/queue.ts';
import { confirm } from '../parts/confirm.ts';

const t = translator(words);

/**
 * A moderator keeps the address behind a message out for an hour, with a reason, without seeing it.
 * @returns what to say of it; null when they thought better of it
 */
export async function blockForAnHour(api: Api, item: QueueItem): Promise<string | null> {
  const text = t('blockText');
  const asked = await confirm({
    title: t('blockTitle'),
    text,
    confirm: t('blockNow'),
    danger: true,
    reason: 'required',
  });
  if (!asked?.reason) return null;
  try {
    await api.post(`messages/${encodeURIComponent(item.id)}/block`, { reason: asked.reason });
    return t('blockedHour');
  } catch (error) {
    if (error instanceof ApiError && error.code === 'not-blockable') return t('notBlockable');
    throw error;
  }
}
