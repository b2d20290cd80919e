import type { Locale } from '../protocol/frames.ts';

/** What the pages of notices say. No-break spaces stand where French typography wants them. */
export const NOTIFY_TEXTS = {
  fr: {
    confirmTitle: 'Être prévenu d’une réponse',
    confirmHint: (site: string) =>
      `Vous recevrez un e-mail quand quelqu’un vous répond sur ${site}, si vous ne l’avez pas déjà lu. Cette adresse sera oubliée quand la conversation sera finie.`,
    confirm: 'Confirmer mon adresse',
    confirmed: 'C’est noté',
    confirmedHint: 'Nous vous écrirons quand quelqu’un aura répondu.',
    see: 'Revoir ma question',
    stopTitle: 'Ne plus recevoir ces messages',
    stopHint: (site: string) => `Vous ne recevrez plus ces e-mails de ${site}. Rien d’autre ne change.`,
    stopFollowHint: (site: string) =>
      `Vous ne serez plus prévenu de cette conversation sur ${site}, et votre adresse sera oubliée.`,
    stop: 'Ne plus les recevoir',
    stopped: 'C’est fait',
    stoppedHint: 'Vous ne recevrez plus ces messages.',
    resume: 'Les recevoir à nouveau',
    resumed: 'Vous les recevrez à nouveau.',
    over: 'Ce lien ne sert plus',
    overHint: 'La conversation est finie, ou le lien est trop ancien. Vous pouvez fermer cette page.',
    deviceOverHint: 'Ouvrez-le de nouveau depuis le chat.',
    deviceTitle: 'Notifications',
    deviceHint: (site: string) =>
      `Cet appareil peut vous prévenir quand quelque chose vous attend sur ${site}, même quand la boutique est fermée.`,
    deviceNeedsScript: 'Cette page a besoin de JavaScript.',
  },
  en: {
    confirmTitle: 'Be told of an answer',
    confirmHint: (site: string) =>
      `You will get an e-mail when somebody answers you on ${site}, unless you have read it already. This address will be forgotten when the conversation is over.`,
    confirm: 'Confirm my address',
    confirmed: 'Done',
    confirmedHint: 'We will write to you when somebody has answered.',
    see: 'See my question',
    stopTitle: 'No longer receive these messages',
    stopHint: (site: string) => `You will no longer get these e-mails from ${site}. Nothing else changes.`,
    stopFollowHint: (site: string) =>
      `You will no longer be told of this conversation on ${site}, and your address will be forgotten.`,
    stop: 'No longer receive them',
    stopped: 'Done',
    stoppedHint: 'You will no longer receive these messages.',
    resume: 'Receive them again',
    resumed: 'You will receive them again.',
    over: 'This link no longer works',
    overHint: 'The conversation is over, or the link is too old. You can close this page.',
    deviceOverHint: 'Open it again from the chat.',
    deviceTitle: 'Notifications',
    deviceHint: (site: string) =>
      `This device can tell you when something is waiting for you on ${site}, even when the shop is closed.`,
    deviceNeedsScript: 'This page needs JavaScript.',
  },
} satisfies Record<Locale, object>;
