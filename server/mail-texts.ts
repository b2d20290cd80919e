import type { Locale, Role } from './protocol/frames.ts';

type Content = { subject: string; text: string };

const ROLES: Record<Locale, Record<Role, string>> = {
  fr: { visitor: 'visiteur', expert: 'expert', moderator: 'modérateur', manager: 'community manager' },
  en: { visitor: 'visitor', expert: 'expert', moderator: 'moderator', manager: 'community manager' },
};

export function invitationMail(
  locale: Locale,
  invitation: { siteName: string; role: Role; link: string },
): Content {
  const { siteName, link } = invitation;
  const role = ROLES[locale][invitation.role];
  return locale === 'fr'
    ? {
        subject: `${siteName} vous invite dans sa communauté`,
        text: `Bonjour,\n\n${siteName} vous propose de rejoindre sa communauté d’entraide comme ${role}.\n\nPour accepter, ouvrez ce lien (il ne sert qu’une fois, pendant quatorze jours) :\n${link}\n\nSi cette invitation ne vous concerne pas, vous pouvez l’ignorer.\n`,
      }
    : {
        subject: `${siteName} invites you to its community`,
        text: `Hello,\n\n${siteName} would like you to join its peer-support community as ${role}.\n\nTo accept, open this link (it works once, for fourteen days):\n${link}\n\nIf this is not for you, you can ignore it.\n`,
      };
}

export function signInMail(locale: Locale, link: string): Content {
  return locale === 'fr'
    ? {
        subject: 'Votre lien de connexion',
        text: `Bonjour,\n\nOuvrez ce lien pour vous connecter (il ne sert qu’une fois, pendant quinze minutes) :\n${link}\n\nSi vous n’avez rien demandé, vous pouvez ignorer ce message.\n`,
      }
    : {
        subject: 'Your sign-in link',
        text: `Hello,\n\nOpen this link to sign in (it works once, for fifteen minutes):\n${link}\n\nIf you did not ask for it, you can ignore this message.\n`,
      };
}
