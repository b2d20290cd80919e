import type { OfferWords } from './words.ts';

const ROLES = { expert: 'expert', moderator: 'modérateur' };

export const words: OfferWords = {
  asked: (siteName, role) => `${siteName} vous propose de devenir ${ROLES[role]} de sa communauté`,
  why: {
    expert:
      'Un badge, et toutes les questions en attente sous vos yeux. Votre nom et vos messages restent les vôtres.',
    moderator: 'Masquer ce qui ne va pas, alerter l’équipe. Votre nom et vos messages restent les vôtres.',
  },
  join: 'Rejoindre',
  accept: 'Accepter',
  decline: 'Non merci',
  cancel: 'Annuler',
  name: 'Votre nom dans la communauté',
  nameHint: 'Visible par tous, à côté de vos réponses.',
  email: 'Votre adresse e-mail',
  emailHint: 'Pour vous reconnecter sur un autre appareil. Jamais affichée.',
  rules: 'Les règles de la maison',
  agree: 'J’ai lu ces règles et je les accepte.',
  sendCode: 'Recevoir un code',
  confirm: 'Rejoindre la communauté',
  code: 'Code à six chiffres',
  codeHint: (email) => `Envoyé à ${email}, valable quinze minutes.`,
  again: 'Renvoyer un code',
  sentAgain: 'Un nouveau code est parti.',
  busy: 'Un instant…',
  thanks: 'Bienvenue dans la communauté.',
  gone: 'Cette proposition n’est plus valable.',
  refusals: {
    'name-refused': 'Ce nom ne peut pas être utilisé ici. Choisissez-en un autre.',
    'name-required': 'Indiquez un nom.',
    'bad-request': 'Cette adresse e-mail n’est pas complète.',
    conflict:
      'Cette adresse a déjà un compte. Connectez-vous avec celui-ci, ou choisissez une autre adresse.',
    rules: 'Lisez et acceptez les règles de la maison. Elles ont peut-être changé entre-temps.',
    'wrong-code': 'Ce code n’est pas le bon, ou il n’est plus valable. Demandez-en un nouveau.',
    'too-many': 'Beaucoup d’essais en peu de temps. Attendez un peu, puis réessayez.',
    'mail-failed': 'Le message n’a pas pu partir. Vérifiez l’adresse, puis réessayez.',
  },
  failed: 'Cela n’a pas fonctionné. Réessayez dans un instant.',
};
