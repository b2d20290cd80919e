/** The width up to which the chat takes the whole screen. */
export const PHONE = '(max-width: 480px)';

/**
 * On a phone: keeps the sheet exactly as tall as what the keyboard leaves visible, and the page behind it
 * still. Returns how to let the page go.
 */
export function holdPage(host: HTMLElement): () => void {
  const { visualViewport: viewport } = window;
  if (!viewport || !matchMedia(PHONE).matches) return () => {};
  const follow = () => {
    host.style.setProperty('--sheet-height', `${viewport.height}px`);
    host.style.setProperty('--sheet-top', `${viewport.offsetTop}px`);
  };
  const page = document.documentElement;
  const { overflow } = page.style;
  page.style.overflow = 'hidden';
  viewport.addEventListener('resize', follow);
  viewport.addEventListener('scroll', follow);
  follow();
  return () => {
    page.style.overflow = overflow;
    viewport.removeEventListener('resize', follow);
    viewport.removeEventListener('scroll', follow);
  };
}
