import { messages } from './index.ts';

export default messages({
  fr: {
    earlier: ['{count} texte antérieur', '{count} textes antérieurs'],
    replaced: 'Remplacé',
  },
  en: {
    earlier: ['{count} earlier text', '{count} earlier texts'],
    replaced: 'Replaced',
  },
});
