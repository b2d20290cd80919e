import type { FirstWords } from './words.ts';

const some = (count: number, one: string, many: string) => `${count} ${count < 2 ? one : many}`;

export const words: FirstWords = {
  title: 'Demandez à la communauté',
  invitation: 'Une question ? Demandez à la communauté',
  open: (unread, told) =>
    `Ouvrir le chat${unread ? `, ${some(unread, 'message non lu', 'messages non lus')}` : ''}${told ? `, ${some(told, 'question', 'questions')} en attente` : ''}`,
  close: 'Fermer le chat',
  back: 'Retour aux conversations',
  here: (people) => some(people, 'personne ici', 'personnes ici'),
  tabs: { label: 'Conversations', page: 'Cette page', site: 'Le site', mine: 'Les miennes' },
  list: {
    loading: 'Chargement des conversations',
    empty: {
      page: 'Personne n’a encore posé de question sur cette page. Posez la première : d’autres clients vous répondront ici.',
      site: 'Les questions posées sur tout le site apparaîtront ici. Commencez par poser la vôtre.',
      mine: 'Vos questions et les conversations où vous répondez seront gardées ici. Posez votre première question ci-dessous.',
    },
    emptyClosed: 'Aucune conversation pour l’instant.',
    failed: 'Les conversations n’ont pas pu être chargées.',
    again: 'Réessayer',
    more: 'Voir les conversations précédentes',
    answers: (count) => (count ? some(count, 'réponse', 'réponses') : 'En attente de réponse'),
    accepted: 'Réponse acceptée',
    closed: 'Fermée',
    unpublished: 'Vous seul la voyez',
    hiddenQuestion: 'Question masquée',
    waiting: (count) => `${some(count, 'message', 'messages')} à relire`,
  },
  conversation: {
    participants: (count) => some(count, 'participant', 'participants'),
    waitingSince: (when) => `En attente de réponse · ${when}`,
    goneTitle: 'Conversation supprimée',
  },
  message: {
    you: 'Vous',
    sending: 'Envoi en cours',
    kept: 'Gardé ici, envoyé à la reconnexion',
  },
  composer: {
    label: 'Votre message',
    ask: 'Posez votre question',
    send: 'Envoyer',
    name: 'Votre prénom ou pseudo',
    visible: 'Visible par tous. Ni numéro de commande, ni téléphone.',
    personal: {
      phone: 'Tout le monde le lira. Retirer votre numéro de téléphone ?',
      email: 'Tout le monde le lira. Retirer votre adresse e-mail ?',
      iban: 'Tout le monde le lira. Retirer vos coordonnées bancaires ?',
      card: 'Tout le monde le lira. Retirer votre numéro de carte ?',
    },
    left: (count) => `${some(count, 'caractère restant', 'caractères restants')}`,
    tooLong: 'Ce message est trop long : 4 000 caractères au plus.',
    askClosed: 'Les questions sont fermées pour le moment. Vous pouvez lire les conversations.',
  },
  refusals: {
    'name-required': 'Indiquez un prénom ou un pseudo pour signer votre message.',
  },
  connection: {
    offline: 'Reconnexion en cours… vos messages sont gardés.',
    connecting: 'Connexion…',
    refused: 'Le chat n’est pas disponible sur cette page pour le moment.',
  },
};
