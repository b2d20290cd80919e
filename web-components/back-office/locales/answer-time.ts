import { messages } from './index.ts';

export default messages({
  fr: {
    show: 'Dire le délai habituel au-dessus du champ',
    hint: 'La médiane des premières réponses sur cette page, à cette heure, depuis sept jours. Rien n’est dit avant cinq réponses, ni quand la moitié des questions reste sans réponse.',
    shown: 'Le délai habituel est affiché',
    notShown: 'Le délai habituel n’est plus affiché',
  },
  en: {
    show: 'Say the usual wait above the field',
    hint: 'The median of the first answers on this page, at this hour, over seven days. Nothing is said below five answers, nor where half of the questions stay unanswered.',
    shown: 'The usual wait is shown',
    notShown: 'The usual wait is no longer shown',
  },
});
