import { exchange } from './fr-exchange.ts';
import type { ConversationWords } from './words.ts';

export const words: ConversationWords = {
  conversation: {
    messages: 'Messages',
    askedOn: 'Page où la question a été posée',
    askedHere: 'Question posée sur cette page',
    loading: 'Chargement de la conversation',
    seeOthers: 'Voir les autres conversations',
    gone: 'Cette conversation n’est plus disponible.',
    newMessages: 'Nouveaux messages',
    typing: (names) =>
      names.length === 1
        ? `${names[0]} écrit…`
        : names.length === 2
          ? `${names[0]} et ${names[1]} écrivent…`
          : 'Plusieurs personnes écrivent…',
    taking: (name) => `${name} prépare une réponse…`,
    announced: (author, text) => `${author} : ${text}`,
  },
  exchange,
  refusals: {
    'bad-request': 'Ce message n’a pas pu être envoyé. Rechargez la page, votre texte est gardé.',
    'invalid-text':
      'Ce texte ne peut pas être envoyé. Vérifiez qu’il n’est ni vide ni trop long, avec dix liens au plus.',
    'name-refused': 'Ce nom ne peut pas être utilisé ici. Choisissez-en un autre.',
    'only-experts-answer': 'Seuls les experts répondent ici. Vous pouvez poser votre propre question.',
    'conversation-closed': 'Cette conversation a été fermée. Vous pouvez poser une nouvelle question.',
    'not-found': 'Cette conversation n’est plus disponible.',
    conflict: 'Ce message a déjà été traité.',
    'too-many': 'Beaucoup de messages en peu de temps. Attendez un instant, puis renvoyez.',
    banned: 'Vous ne pouvez plus écrire sur ce site.',
    blocked: 'L’envoi de messages est fermé depuis votre connexion.',
    busy: 'Le chat est très demandé. Renvoyez votre message dans un instant.',
    'reply-gone':
      'Le message auquel vous répondez n’est plus visible. Renvoyez le vôtre tel quel si vous voulez.',
  },
  message: {
    roles: { expert: 'Expert', moderator: 'Modérateur', manager: 'Community manager' },
    verified: 'Client vérifié',
    held: (kind) => `${HELD[kind ?? 'filter-error']} Vous seul voyez ce message pour l’instant.`,
    heldForModerator: (author) => `En attente de relecture. Seuls ${author} et les modérateurs le voient.`,
    reasons: {
      term: 'mot de la bibliothèque',
      link: 'lien',
      'personal-data': 'données personnelles',
      repetition: 'répétition',
      pace: 'messages rapprochés',
      newcomer: 'premier message',
      shouting: 'majuscules',
      'filter-error': 'filtre indisponible',
    },
    flagged: (reasons) => `Repéré : ${reasons}`,
    rejected: (why) => (why ? `Ce message n’a pas été publié : ${why}` : 'Ce message n’a pas été publié.'),
    rejectedFor: {
      term: 'il contient un mot qui n’est pas accepté ici.',
      link: 'il contient un lien qui n’est pas accepté ici.',
      'personal-data': 'il contient une information personnelle.',
      repetition: 'il répète un autre message.',
      pace: 'trop de messages en peu de temps.',
      newcomer: 'un modérateur l’a écarté.',
      shouting: 'il est écrit en majuscules.',
      'filter-error': 'un modérateur l’a écarté.',
    },
    editAndSend: 'Modifier et renvoyer',
    hiddenMine: 'Votre message a été masqué',
    hidden: 'Message masqué',
    byReports: 'signalé',
    removed: 'Message supprimé',
    notSent: 'Non envoyé.',
    retry: 'Renvoyer',
    discard: 'Effacer',
  },
  composer: {
    reply: 'Répondre à la conversation',
    addDetail: 'Ajouter un détail',
    onlyExperts: 'Seuls les experts répondent ici. Vous pouvez poser votre propre question.',
    closed: 'Cette conversation est fermée. Vous pouvez poser une nouvelle question.',
    readFirst: 'Votre question est en cours de relecture. Vous pourrez la compléter ensuite.',
  },
  report: {
    button: 'Signaler',
    question: 'Que signalez-vous ?',
    reasons: {
      insult: 'Insulte',
      spam: 'Publicité',
      'personal-data': 'Donnée personnelle',
      'off-topic': 'Hors sujet',
      other: 'Autre chose',
    },
    cancel: 'Annuler',
    done: 'Merci, un modérateur va regarder.',
    failed: 'Le signalement n’est pas parti. Réessayez.',
  },
};

const HELD = {
  term: 'Un modérateur relit votre message avant de le publier.',
  link: 'Un modérateur vérifie les liens avant de les publier.',
  'personal-data':
    'Ce message semble contenir une information personnelle. Un modérateur le relit pour vous protéger.',
  repetition: 'Ce message ressemble à un autre. Un modérateur le relit avant de le publier.',
  pace: 'Plusieurs messages rapprochés : un modérateur relit celui-ci.',
  newcomer: 'Un modérateur relit vos premiers messages avant de les publier.',
  shouting: 'Message en majuscules : un modérateur le relit avant de le publier.',
  'filter-error': 'Un modérateur relit votre message avant de le publier.',
};
