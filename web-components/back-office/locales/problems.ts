import { messages } from './index.ts';

export default messages({
  fr: {
    unreachable: 'Le serveur ne répond pas. Vérifiez la connexion, puis réessayez.',
    forbidden: 'Votre rôle ne permet pas cela.',
    notFound: 'Introuvable : quelqu’un l’a peut-être déjà supprimé.',
    tooMany: 'Trop de demandes d’un coup. Attendez quelques secondes.',
    broken: 'Un problème de notre côté. Réessayez dans un instant.',
    unexpected: 'Cela n’a pas été accepté. Réessayez.',
  },
  en: {
    unreachable: 'The server does not answer. Check the connection, then try again.',
    forbidden: 'Your role does not allow this.',
    notFound: 'Not found: somebody may have deleted it already.',
    tooMany: 'Too many requests at once. Wait a few seconds.',
    broken: 'Something went wrong on our side. Try again in a moment.',
    unexpected: 'This was not accepted. Try again.',
  },
});
