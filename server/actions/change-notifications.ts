import { findAccount } from '../../db/accounts.ts';
import { transaction } from '../../db/database.ts';
import { hasExpertProfile, saveExpertProfile } from '../../db/expert-profiles.ts';
import { refuseMail, wantMailAgain } from '../../db/mail-refusals.ts';
import { listSubscriptions } from '../../db/push-subscriptions.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../errors.ts';
import { devicePage } from '../notifications/device-link.ts';
import { wishesOf } from '../notifications/wishes.ts';
import {
  MAIL_SUBJECTS,
  type NotificationsAnswer,
  type NotificationWishes,
} from '../protocol/notifications.ts';

/** How a member is told. @throws Refusal 404 for visitors */
export async function notificationsOf(ctx: AppContext, actor: Actor): Promise<NotificationsAnswer> {
  const { person, site } = actor;
  if (!person?.account_id) throw notFound();
  const { profile, refused } = await wishesOf(ctx.db, site.id, person.id);
  const account = await findAccount(ctx.db, person.account_id);
  const devices = await listSubscriptions(ctx.db, person.id);
  return {
    mail: profile.mail,
    address: account?.emailVerified === 1 ? account.email : null,
    mailConfigured: ctx.mailer.configured,
    refused: [...refused],
    push: profile.push === 1,
    devices: devices.length,
    devicePage: devicePage(ctx, actor, null),
  };
}

/** Changes what is given. @throws Refusal 404 for visitors */
export async function changeNotifications(
  ctx: AppContext,
  actor: Actor,
  { mail, push, refused }: Omit<NotificationWishes, 'site'>,
): Promise<NotificationsAnswer> {
  const { person, site } = actor;
  if (!person?.account_id) throw notFound();
  await transaction(ctx.db, async (tx) => {
    // A manager is told of questions once they say they are there, not by choosing how they are told.
    const isAway = person.role === 'manager' && !(await hasExpertProfile(tx, person.id));
    await saveExpertProfile(tx, site.id, person.id, {
      ...(isAway ? { available: 0 as const } : {}),
      ...(mail === undefined ? {} : { mail }),
      ...(push === undefined ? {} : { push: push ? 1 : 0 }),
    });
    for (const subject of refused ? MAIL_SUBJECTS : []) {
      if (refused?.includes(subject)) await refuseMail(tx, person.id, subject, ctx.clock.now());
      else await wantMailAgain(tx, person.id, subject);
    }
  });
  return await notificationsOf(ctx, actor);
}
