export type Theme = 'light' | 'dark';

const STORED = 'entraide-theme';
const system = () => matchMedia('(prefers-color-scheme: dark)');

/** What the person chose, else what the system shows, followed while nothing is chosen. */
export function beginTheme(changed: () => void): void {
  apply();
  system().addEventListener('change', () => {
    apply();
    changed();
  });
}

/** The theme on screen. */
export function theme(): Theme {
  const chosen = localStorage.getItem(STORED);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return system().matches ? 'dark' : 'light';
}

/** Changes the theme and keeps the choice. */
export function setTheme(next: Theme): void {
  localStorage.setItem(STORED, next);
  apply();
}

function apply(): void {
  document.documentElement.classList.toggle('wa-dark', theme() === 'dark');
}
