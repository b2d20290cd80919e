import type { TellMeWords } from './words.ts';

export const words: TellMeWords = {
  label: 'Être prévenu d’une réponse',
  offer: 'Comment vous prévenir quand quelqu’un répond\u00a0?',
  here: 'Ici',
  byMail: 'Par e-mail',
  byPush: 'Par notification',
  otherwise: 'Me prévenir autrement',
  address: 'Votre adresse e-mail',
  addressHint: 'Pour cette conversation seulement\u00a0: elle est oubliée quand la conversation est finie.',
  send: 'Me prévenir',
  back: 'Annuler',
  confirm: (address) =>
    address
      ? `Un e-mail est parti vers ${address}. Ouvrez-le pour confirmer votre adresse.`
      : 'Un e-mail est parti. Ouvrez-le pour confirmer votre adresse.',
  mailed: 'Vous recevrez un e-mail si vous n’avez pas lu la réponse ici.',
  pushed: 'Vous recevrez une notification si vous n’avez pas lu la réponse ici.',
  stop: 'Ne plus me prévenir',
  failed: 'Cela n’a pas pu être enregistré. Réessayez dans un instant.',
  tooMany: 'Trop d’adresses données en peu de temps. Réessayez plus tard.',
  noAddress: 'Écrivez une adresse e-mail, comme nom@exemple.fr.',
};
