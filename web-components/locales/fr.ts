import type { Words } from './words.ts';

const some = (count: number, one: string, many: string) => `${count} ${count < 2 ? one : many}`;

export const words: Words = {
  title: 'Demandez à la communauté',
  invitation: 'Une question ? Demandez à la communauté',
  open: (unread) =>
    unread
      ? `Ouvrir le chat, ${some(unread, 'message non lu', 'messages non lus')}`
      : 'Ouvrir le chat de la communauté',
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
    messages: 'Messages',
    participants: (count) => some(count, 'participant', 'participants'),
    waitingSince: (when) => `En attente de réponse · ${when}`,
    askedOn: 'Page où la question a été posée',
    askedHere: 'Question posée sur cette page',
    loading: 'Chargement de la conversation',
    goneTitle: 'Conversation supprimée',
    seeOthers: 'Voir les autres conversations',
    gone: 'Cette conversation n’est plus disponible.',
    newMessages: 'Nouveaux messages',
    typing: (names) =>
      names.length === 1
        ? `${names[0]} écrit…`
        : names.length === 2
          ? `${names[0]} et ${names[1]} écrivent…`
          : 'Plusieurs personnes écrivent…',
    announced: (author, text) => `${author} : ${text}`,
  },
  message: {
    you: 'Vous',
    roles: { expert: 'Expert', moderator: 'Modérateur', manager: 'Community manager' },
    held: (kind) => `${HELD[kind ?? 'filter-error']} Vous seul voyez ce message pour l’instant.`,
    heldForModerator: (author) => `En attente de relecture. Seuls ${author} et les modérateurs le voient.`,
    reasons: {
      term: 'mot de la bibliothèque',
      link: 'lien',
      'personal-data': 'données personnelles',
      repetition: 'répétition',
      pace: 'messages rapprochés',
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
      'filter-error': 'un modérateur l’a écarté.',
    },
    editAndSend: 'Modifier et renvoyer',
    hiddenMine: 'Votre message a été masqué',
    hidden: 'Message masqué',
    removed: 'Message supprimé',
    sending: 'Envoi en cours',
    kept: 'Gardé ici, envoyé dès le retour de la connexion',
    notSent: 'Non envoyé.',
    retry: 'Renvoyer',
    discard: 'Effacer',
  },
  composer: {
    label: 'Votre message',
    ask: 'Posez votre question',
    reply: 'Répondre à la conversation',
    addDetail: 'Ajouter un détail',
    send: 'Envoyer',
    name: 'Votre prénom ou pseudo',
    visible: 'Visible par tous. Ni numéro de commande, ni téléphone.',
    left: (count) => `${some(count, 'caractère restant', 'caractères restants')}`,
    tooLong: 'Ce message est trop long : 4 000 caractères au plus.',
    onlyExperts: 'Seuls les experts répondent ici. Vous pouvez poser votre propre question.',
    askClosed: 'Les questions sont fermées pour le moment. Vous pouvez lire les conversations.',
    closed: 'Cette conversation est fermée. Vous pouvez poser une nouvelle question.',
    readFirst: 'Votre question est en cours de relecture. Vous pourrez la compléter ensuite.',
  },
  refusals: {
    'bad-request': 'Ce message n’a pas pu être envoyé. Rechargez la page, votre texte est gardé.',
    'invalid-text':
      'Ce texte ne peut pas être envoyé. Vérifiez qu’il n’est ni vide ni trop long, avec dix liens au plus.',
    'name-required': 'Indiquez un prénom ou un pseudo pour signer votre message.',
    'name-refused': 'Ce nom ne peut pas être utilisé ici. Choisissez-en un autre.',
    'only-experts-answer': 'Seuls les experts répondent ici. Vous pouvez poser votre propre question.',
    'conversation-closed': 'Cette conversation a été fermée. Vous pouvez poser une nouvelle question.',
    'not-found': 'Cette conversation n’est plus disponible.',
    conflict: 'Ce message a déjà été traité.',
    'too-many': 'Beaucoup de messages en peu de temps. Attendez un instant, puis renvoyez.',
    banned: 'Vous ne pouvez plus écrire sur ce site.',
    blocked: 'L’envoi de messages est fermé depuis votre connexion.',
    busy: 'Le chat est très demandé. Renvoyez votre message dans un instant.',
  },
  connection: {
    offline: 'Reconnexion en cours… vos messages sont gardés.',
    connecting: 'Connexion…',
    refused: 'Le chat n’est pas disponible sur cette page pour le moment.',
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
    done: 'Merci, un modérateur va regarder.',
    failed: 'Le signalement n’est pas parti. Réessayez.',
  },
  moderation: {
    hide: 'Masquer',
    restore: 'Rétablir',
    release: 'Publier',
    reject: 'Rejeter',
    alert: 'Alerter',
    reason: 'Raison, lue par l’auteur (facultatif)',
    note: 'Que doivent savoir les community managers ?',
    confirm: 'Confirmer',
    cancel: 'Annuler',
    alerted: 'Les community managers sont alertés.',
    failed: 'L’action n’a pas abouti. Réessayez.',
  },
};

const HELD = {
  term: 'Un modérateur relit votre message avant de le publier.',
  link: 'Un modérateur vérifie les liens avant de les publier.',
  'personal-data':
    'Ce message semble contenir une information personnelle. Un modérateur le relit pour vous protéger.',
  repetition: 'Ce message ressemble à un autre. Un modérateur le relit avant de le publier.',
  pace: 'Plusieurs messages rapprochés : un modérateur relit celui-ci.',
  'filter-error': 'Un modérateur relit votre message avant de le publier.',
};
