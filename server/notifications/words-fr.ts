import type { NoticeWords } from './words.ts';

/** No-break spaces stand where French typography wants them. */
export const words: NoticeWords = {
  question: (page) => `Une question attend une réponse\u00a0: ${page}`,
  reminder: (page) => `Cette question attend toujours\u00a0: ${page}`,
  questions: (count) => `${count} questions attendent une réponse`,
  questionLine: (page, waited) => `${page}, depuis ${waited}`,
  asked: (name, waited) => `${name} l’a posée il y a ${waited}. Personne n’y a encore répondu.`,
  answerIt: 'Répondre',
  seeQuestions: 'Voir les questions',
  answered: (name) => `${name} a répondu à votre question`,
  wrote: (name) => `${name} a écrit dans une conversation que vous suivez`,
  answers: (count) => `${count} réponses vous attendent`,
  onPage: (page) => `C’était sur la page «\u00a0${page}\u00a0».`,
  readAnswer: 'Lire la réponse',
  alert: (name) => `Alerte de ${name}`,
  alerts: (count) => `${count} alertes attendent`,
  alertHint: 'Un modérateur vous demande de regarder tout de suite, et personne n’est au back office.',
  seeAlerts: 'Voir les alertes',
  alertAnswered: 'Votre alerte a reçu une réponse',
  alertAnsweredHint: 'Un community manager l’a lue et vous a répondu.',
  seeAnswer: 'Lire la réponse',
  promoted: (site) => `${site} vous propose un nouveau rôle`,
  promotedHint: 'Ouvrez le chat sur la boutique\u00a0: la proposition vous y attend.',
  seeOffer: 'Ouvrir la boutique',
  hidden: (count) =>
    count === 1 ? 'Votre message a été masqué' : `${count} de vos messages ont été masqués`,
  hiddenHint:
    'Plusieurs personnes l’ont signalé, un modérateur va regarder. Le chat dit pourquoi, et ce que vous pouvez faire.',
  seeWhy: 'Voir pourquoi',
  lasting: (minutes) => {
    if (minutes < 60) return `${Math.max(1, minutes)} min`;
    const hours = Math.floor(minutes / 60);
    if (hours < 48) return `${hours} h`;
    return `${Math.floor(hours / 24)} jours`;
  },
  footer: {
    questions: (site) => `Vous répondez aux questions des clients de ${site}.`,
    answers: (site) => `Vous participez à la communauté de ${site}.`,
    alerts: (site) => `Vous veillez sur les échanges de ${site}.`,
    news: (site) => `Vous participez à la communauté de ${site}.`,
    follow: (site) => `Vous avez demandé à être prévenu des réponses, sur ${site}.`,
  },
  stop: 'Ne plus recevoir ces messages',
  stopFollow: 'Ne plus être prévenu de cette conversation',
  confirm: {
    title: 'Confirmez votre adresse',
    hint: (site) =>
      `Quelqu’un a donné cette adresse sur ${site} pour être prévenu d’une réponse. Si c’est vous, confirmez-la. Elle sera oubliée quand la conversation sera finie.`,
    button: 'Confirmer mon adresse',
    footer: 'Si ce n’est pas vous, ne faites rien\u00a0: rien ne sera envoyé à cette adresse.',
  },
};
