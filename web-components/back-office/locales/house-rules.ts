import { messages } from './index.ts';

export default messages({
  fr: {
    title: 'Règles de la maison',
    lead: 'Qui rejoint la communauté les lit et les accepte. Dans une langue sans règles, l’autre est montrée.',
    fr: 'En français',
    en: 'En anglais',
    save: 'Enregistrer les règles',
    discard: 'Abandonner',
    saved: 'Règles enregistrées. Les prochains membres accepteront celles-ci.',
    left: ['{count} caractère de trop', '{count} caractères de trop'],
  },
  en: {
    title: 'Rules of the house',
    lead: 'Whoever joins the community reads and accepts them. In a language without rules, the other is shown.',
    fr: 'In French',
    en: 'In English',
    save: 'Save the rules',
    discard: 'Discard',
    saved: 'Rules saved. The next members agree to these.',
    left: ['{count} character too many', '{count} characters too many'],
  },
});
