import { messages } from './index.ts';

export default messages({
  fr: {
    choose: 'Choisir un fichier',
    other: 'Choisir un autre fichier',
    chosen: '{name} ({size})',
  },
  en: {
    choose: 'Choose a file',
    other: 'Choose another file',
    chosen: '{name} ({size})',
  },
});
