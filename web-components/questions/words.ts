import type { Locale } from '../../server/protocol/frames.ts';

export type PageWords = {
  title: string;
  signIn: string;
  signInHint: (site: string) => string;
  email: string;
  sendLink: string;
  sent: string;
  noMail: string;
  failed: string;
  withPasskey: string;
  passkeyFailed: string;
};

const WORDS: Record<Locale, PageWords> = {
  fr: {
    title: 'Questions en attente',
    signIn: 'Connectez-vous pour répondre',
    signInHint: (site) =>
      `Cette page est celle des experts de ${site}. Recevez un lien de connexion par e-mail.`,
    email: 'Adresse e-mail',
    sendLink: 'Recevoir le lien',
    sent: 'Si cette adresse a un compte ici, un lien vient d’y être envoyé. Ouvrez-le sur cet appareil.',
    noMail: 'Ce serveur n’envoie pas de mails. Demandez un lien de connexion à un community manager.',
    failed: 'Le lien n’a pas pu être demandé. Réessayez dans un instant.',
    withPasskey: 'Se connecter avec une passkey',
    passkeyFailed: 'Aucune passkey ne convient ici. Demandez un lien par e-mail.',
  },
  en: {
    title: 'Waiting questions',
    signIn: 'Sign in to answer',
    signInHint: (site) => `This page is for the experts of ${site}. Get a sign-in link by e-mail.`,
    email: 'E-mail address',
    sendLink: 'Get the link',
    sent: 'If this address has an account here, a link was just sent to it. Open it on this device.',
    noMail: 'This server sends no mail. Ask a community manager for a sign-in link.',
    failed: 'The link could not be requested. Try again in a moment.',
    withPasskey: 'Sign in with a passkey',
    passkeyFailed: 'No passkey fits here. Ask for a link by e-mail.',
  },
};

export const pageWords = (locale: Locale): PageWords => WORDS[locale];
