import { compileOnce } from './compile-once.ts';
import type { Reader, Tx } from './database.ts';
import type { MailSubject } from './schema-notifications.ts';

export async function listMailRefusals(db: Reader, personId: string): Promise<MailSubject[]> {
  return (await ofPerson(db, [personId])).map(({ subject }) => subject);
}

const ofPerson = compileOnce((db) =>
  db.selectFrom('mail_refusal').select('subject').where('person_id', '=', ''),
);

export async function refuseMail(tx: Tx, personId: string, subject: MailSubject, at: number): Promise<void> {
  await tx
    .insertInto('mail_refusal')
    .values({ person_id: personId, subject, at })
    .onConflict((oc) => oc.columns(['person_id', 'subject']).doNothing())
    .execute();
}

export async function wantMailAgain(tx: Tx, personId: string, subject: MailSubject): Promise<void> {
  await tx
    .deleteFrom('mail_refusal')
    .where('person_id', '=', personId)
    .where('subject', '=', subject)
    .execute();
}
