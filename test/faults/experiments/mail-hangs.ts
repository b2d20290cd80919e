/** I11: the mail server takes connections and says nothing. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Sabotage } from '../../rig/sabotage.ts';
import { startChild } from '../child.ts';
import { startMailSink } from '../mail-sink.ts';

type Size = { mails: number; sabotage?: Sabotage[] };
type Outcome = { faults: string[]; longestHeldMs: number; mailed: (boolean | undefined)[] };

/** @returns whether anybody but those who asked for a mail had to wait for it, or was told it had gone */
export async function mailHangs({ mails, sabotage }: Size): Promise<Outcome> {
  const sink = await startMailSink({ hangs: true });
  const settings = { ENTRAIDE_MAIL_URL: sink.url, ENTRAIDE_MAIL_FROM: 'chat@example.com' };
  const child = await startChild({ settings, sabotage });
  try {
    const [manager, visitor] = [await child.person('manager'), await child.person()];
    const socket = await visitor.connect();
    await child.state();
    let answered = 0;
    const invited = Array.from({ length: mails }, async (_, i) => {
      const body = { role: 'expert', email: `invited${i}@example.com`, name: 'Invitée' };
      const answer = await manager.post('/api/back-office/demo/invitations', body);
      answered += 1;
      return ((await answer.json()) as { mailed?: boolean }).mailed;
    });
    const faults: string[] = [];
    const { conversation } = await socket.ask('Et pendant ce temps ?');
    for (let i = 0; i < 4; i += 1) await socket.write(`Message ${i}`, conversation.id);
    const list = await manager.get('/api/back-office/demo/people');
    if (!list.ok) faults.push(`the back office answers ${list.status}`);
    if (answered > 0) faults.push('an invitation was answered before its mail was given up');
    const { longestHeldMs } = await child.state();
    while (sink.connections() === 0) await wait(20);
    sink.close();
    const mailed = await Promise.all(invited);
    if (mailed.some((one) => one !== false)) faults.push(`said to be mailed: ${mailed.join()}`);
    if (child.exited() !== null) faults.push(`the server ended with ${child.exited()}`);
    return { faults, longestHeldMs, mailed };
  } finally {
    sink.close();
    await child.stop();
  }
}
