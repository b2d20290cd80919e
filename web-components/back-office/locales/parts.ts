import { messages } from './index.ts';

export default messages({
  fr: {
    loading: 'Chargement…',
    retry: 'Réessayer',
    notLoaded: 'Le chargement a échoué',
    undo: 'Annuler · {seconds} s',
    dismiss: 'Fermer',
    cancel: 'Annuler',
    reasonOptional: 'Raison (facultatif)',
    reason: 'Raison',
    copy: 'Copier',
    copied: 'Copié',
    notifications: 'Messages',
  },
  en: {
    loading: 'Loading…',
    retry: 'Try again',
    notLoaded: 'This could not be loaded',
    undo: 'Undo · {seconds} s',
    dismiss: 'Close',
    cancel: 'Cancel',
    reasonOptional: 'Reason (optional)',
    reason: 'Reason',
    copy: 'Copy',
    copied: 'Copied',
    notifications: 'Messages',
  },
});
