/** The mails of invitations and signing in. Other mails have files of their own, on the same layout. */
import type { Locale, Role } from '../protocol/frames.ts';
import { type MailContent, mailContent } from './mail-content.ts';

const ROLES: Record<Locale, Record<Role, string>> = {
  fr: { visitor: 'visiteur', expert: 'expert', moderator: 'modérateur', manager: 'community manager' },
  en: { visitor: 'visitor', expert: 'expert', moderator: 'moderator', manager: 'community manager' },
};

export type InvitationWords = {
  siteName: string;
  accent?: string | null;
  role: Role;
  link: string;
  /** What the manager wrote; replaces our own sentence, never the link nor what the mail is. */
  message?: string | null;
  /** Where its reader can ask not to be invited again. */
  decline?: string;
};

/** The mail that brings an invitation's link. */
export function invitationMail(locale: Locale, invitation: InvitationWords): MailContent {
  const { siteName, link, accent, decline } = invitation;
  const role = ROLES[locale][invitation.role];
  const message = invitation.message?.trim();
  return locale === 'fr'
    ? mailContent({
        locale,
        accent,
        title: `${siteName} vous invite dans sa communauté`,
        paragraphs: [
          ...(message
            ? [message]
            : ['Bonjour,', `${siteName} vous propose de rejoindre sa communauté d’entraide comme ${role}.`]),
          'Ce lien ne sert qu’une fois, pendant quatorze jours.',
        ],
        button: { label: 'Accepter l’invitation', link },
        footer: `${siteName} vous invite comme ${role}. Si cette invitation ne vous concerne pas, vous pouvez l’ignorer.`,
        ...(decline ? { unsubscribe: { label: 'Ne plus recevoir d’invitation', link: decline } } : {}),
      })
    : mailContent({
        locale,
        accent,
        title: `${siteName} invites you to its community`,
        paragraphs: [
          ...(message
            ? [message]
            : ['Hello,', `${siteName} would like you to join its peer-support community as ${role}.`]),
          'This link works once, for fourteen days.',
        ],
        button: { label: 'Accept the invitation', link },
        footer: `${siteName} invites you as ${role}. If this is not for you, you can ignore it.`,
        ...(decline ? { unsubscribe: { label: 'Receive no more invitations', link: decline } } : {}),
      });
}

/** The mail that brings a link to sign in. */
export function signInMail(locale: Locale, link: string): MailContent {
  return locale === 'fr'
    ? mailContent({
        locale,
        title: 'Votre lien de connexion',
        paragraphs: [
          'Bonjour,',
          'Ouvrez ce lien pour vous connecter. Il ne sert qu’une fois, pendant quinze minutes.',
        ],
        button: { label: 'Se connecter', link },
        footer: 'Si vous n’avez rien demandé, vous pouvez ignorer ce message.',
      })
    : mailContent({
        locale,
        title: 'Your sign-in link',
        paragraphs: ['Hello,', 'Open this link to sign in. It works once, for fifteen minutes.'],
        button: { label: 'Sign in', link },
        footer: 'If you did not ask for it, you can ignore this message.',
      });
}

/** The mail a manager sends to see whether mails arrive. */
export function trialMail(locale: Locale, siteName: string): MailContent {
  return locale === 'fr'
    ? mailContent({
        locale,
        title: `Essai d’envoi de ${siteName}`,
        paragraphs: ['Ce message est arrivé\u00a0: les invitations et les avis arriveront de la même façon.'],
        footer: `Envoyé depuis le back-office de ${siteName} par une personne de l’équipe.`,
      })
    : mailContent({
        locale,
        title: `Test mail from ${siteName}`,
        paragraphs: ['This message arrived: invitations and notices will arrive the same way.'],
        footer: `Sent from the back office of ${siteName} by someone of the team.`,
      });
}
