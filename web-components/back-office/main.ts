import './styles/theme.css';
import './icons/web-awesome.ts';
import '@awesome.me/webawesome/dist/translations/fr.js';
import { beginLocale } from './locales/index.ts';
import './parts/list-state.ts';
import './parts/toasts.ts';
import './screens/sign-in.ts';

beginLocale();
// After the language is known: the shell draws at once.
void import('./shell.ts');
