import { messages } from './index.ts';

export default messages({
  fr: {
    title: 'Notes',
    of: 'Notes sur {name}',
    none: 'Aucune note sur cette personne.',
    loading: 'Chargement…',
    label: 'Une note pour les autres modérateurs',
    add: 'Noter',
    delete: 'Supprimer la note',
    deleted: 'Note supprimée',
  },
  en: {
    title: 'Notes',
    of: 'Notes on {name}',
    none: 'No note on this person.',
    loading: 'Loading…',
    label: 'A note for other moderators',
    add: 'Add note',
    delete: 'Delete the note',
    deleted: 'Note deleted',
  },
});
