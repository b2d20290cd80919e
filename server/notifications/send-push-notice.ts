import type { AppContext } from '../context.ts';
import { contentOf } from './contents.ts';
import type { Told, Way } from './fate.ts';

export type PushNoticeOutcome = {
  outcome: 'pushed' | 'failed' | 'gone';
  /** Subscriptions that no longer exist. */
  gone: string[];
};

/** Shown on each of a person's devices. `gone`: none of them listens any more. */
export async function sendPushNotice(
  ctx: AppContext,
  { devices }: Extract<Way, { by: 'push' }>,
  told: Told[],
): Promise<PushNoticeOutcome> {
  const { notice, site } = told[0]!;
  const tag = `${site.id} ${notice.kind === 'answer' ? notice.conversation_id : notice.kind}`;
  const sent = await Promise.all(
    devices.map(async (device) => {
      const { title, lines, link } = contentOf(ctx, device.locale, told);
      const content = { title, body: lines.join('\n'), url: link.url, tag };
      return { id: device.id, outcome: await ctx.push.send(device, content, notice.kind === 'alert') };
    }),
  );
  const gone = sent.filter(({ outcome }) => outcome === 'gone').map(({ id }) => id);
  const isPushed = sent.some(({ outcome }) => outcome === 'pushed');
  const outcome = isPushed ? 'pushed' : gone.length === sent.length ? 'gone' : 'failed';
  return { outcome, gone };
}
