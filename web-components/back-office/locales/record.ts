import { messages } from './index.ts';

export default messages({
  fr: {
    published: ['{count} publié', '{count} publiés'],
    rejected: ['{count} rejeté', '{count} rejetés'],
    days: ['ici depuis {count} jour', 'ici depuis {count} jours'],
    today: 'arrivé aujourd’hui',
    names: ['{count} pseudo sur cette adresse', '{count} pseudos sur cette adresse'],
  },
  en: {
    published: ['{count} published', '{count} published'],
    rejected: ['{count} rejected', '{count} rejected'],
    days: ['{count} day here', '{count} days here'],
    today: 'came today',
    names: ['{count} name on this address', '{count} names on this address'],
  },
});
