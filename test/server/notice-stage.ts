/** A server whose mails and pushes arrive on the loopback, and a clock that only moves when it is told to. */
import { sql } from 'kysely';
import { transaction } from '../../db/database.ts';
import type { Notice } from '../../db/notice-queue.ts';
import { addNotices, type NewNotice } from '../../db/notices.ts';
import { lookAtAll } from '../../server/jobs/notice-answers.ts';
import { createPushSender } from '../../server/notifications/push-sender.ts';
import { newVapidKeys, readVapidKeys } from '../../server/notifications/vapid-keys.ts';
import { type Person, startTestServer, type TestSocket } from './harness.ts';
import { startPushService } from './push-service.ts';
import { startSmtpSink } from './smtp-sink.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** A Monday, noon in Paris. */
export const NOON = Date.UTC(2026, 0, 12, 11);

export type Stage = Awaited<ReturnType<typeof openStage>>;

export async function openStage() {
  let now = NOON;
  const sink = await startSmtpSink({ refuse: ['refused'] });
  const service = await startPushService();
  const settings = { ENTRAIDE_MAIL_URL: sink.url, ENTRAIDE_MAIL_FROM: 'Sentier <chat@sentier.test>' };
  const keys = readVapidKeys(newVapidKeys());
  const config = {
    publicUrl: 'https://chat.test',
    mail: { url: '', from: settings.ENTRAIDE_MAIL_FROM, perMinute: 60 },
  };
  const server = await startTestServer(
    { clock: { now: () => now }, push: createPushSender(config, keys, service.network) },
    settings,
  );
  const { ctx } = server;
  // Whom a question's waves tell is not what is tried here: notices are put down by the tests.
  for (const trigger of ['question_published', 'question_released']) {
    await sql`drop trigger ${sql.raw(trigger)}`.execute(ctx.db);
  }
  return {
    ...server,
    sink,
    service,
    now: () => now,
    /** Time passes, and what is due by then is told. */
    async pass(ms: number): Promise<void> {
      now += ms;
      await this.tell();
    },
    async tell(): Promise<void> {
      await lookAtAll(ctx);
      await server.notices.deliver();
    },
    async notice(person: Person, changes: Partial<NewNotice>): Promise<void> {
      const id = ctx.random.id();
      const row: NewNotice = {
        id,
        site_id: person.site,
        person_id: person.id,
        kind: 'waiting-question',
        conversation_id: null,
        message_id: null,
        subject_id: null,
        key: id,
        created_at: now,
        due_at: now,
        ...changes,
      };
      await transaction(ctx.db, (tx) => addNotices(tx, [row]));
    },
    /** What became of everything that somebody was to be told, in the order it was put down. */
    async outcomes(person: Person): Promise<(string | null)[]> {
      const rows = await ctx.db
        .selectFrom('notice')
        .selectAll()
        .where('person_id', '=', person.id)
        .orderBy('number')
        .execute();
      return (rows as Notice[]).map(({ outcome }) => outcome);
    },
    mailsTo: (address: string) =>
      sink.mails.filter(({ to }) => [to].flat().some((list) => list?.text.includes(address))),
    /** Gives a person a browser that shows notifications. */
    async device(person: Person, path: string, conversationId?: string) {
      const browser = service.browser(path);
      const page = await devicePage(person, conversationId);
      const answer = await subscribe(page, browser.subscription, person);
      if (answer.status !== 200) throw new Error(`no subscription: ${answer.status}`);
      return browser;
    },
    async close(): Promise<void> {
      await server.stop();
      await sink.stop();
      await service.stop();
    },
  };
}

/** The link to our own page where a browser is asked. */
export async function devicePage(person: Person, conversationId?: string): Promise<string> {
  const path = conversationId
    ? `/api/widget/notifications/follow?site=${person.site}&conversationId=${conversationId}`
    : `/api/widget/notifications?site=${person.site}`;
  const { devicePage: link } = (await (await person.get(path)).json()) as { devicePage: string };
  return link;
}

/** What the script of that page posts. */
export async function subscribe(page: string, subscription: object, person: Person, on = true) {
  const token = page.slice(page.lastIndexOf('/') + 1);
  return await fetch(`${person.base}/api/notify/device`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: person.office,
      'x-forwarded-for': person.address,
      'accept-language': 'fr',
    },
    body: JSON.stringify({ token, subscription, on }),
  });
}

/** A link of a mail, as its reader's browser opens it: our public origin is the test server's. */
export function here(person: Person, link: string): string {
  return person.base + new URL(link).pathname;
}

/** Asks, and is answered by somebody else. */
export async function answeredQuestion(asker: TestSocket, answerer: TestSocket) {
  const { conversation, message: question } = await asker.ask('Est-ce qu’elles taillent grand ?');
  const { message: answer } = await answerer.write('Prenez une taille de moins.', conversation.id, 'Karim');
  return { conversation, question, answer };
}
