import type { PageView } from '../../server/protocol/frames.ts';

const URL_LENGTH = 2048;
const TITLE_LENGTH = 300;

/** The page of the shop, as it tells itself: the embed line's own data first, then what the page publishes. */
export function shopPage(): PageView {
  const given = document.querySelector<HTMLElement>('script[data-site][src*="embed.js"]')?.dataset ?? {};
  const page: PageView = { url: address(), title: document.title.slice(0, TITLE_LENGTH) };
  const productName = given.productName || productInJsonLd();
  const imageUrl = given.productImage || meta('og:image');
  const { lang } = document.documentElement;
  if (lang && lang.length < 36) page.language = lang;
  if (productName) page.productName = productName.slice(0, TITLE_LENGTH);
  const image =
    imageUrl && URL.canParse(imageUrl, location.href) ? new URL(imageUrl, location.href).href : '';
  if (/^https?:/.test(image) && image.length <= URL_LENGTH) page.imageUrl = image;
  return page;
}

/** Without its fragment; what is too long to be kept goes without its query. */
function address(): string {
  const whole = location.href.replace(/#.*$/, '');
  return whole.length <= URL_LENGTH ? whole : (location.origin + location.pathname).slice(0, URL_LENGTH);
}

const meta = (property: string): string | undefined =>
  document.querySelector<HTMLMetaElement>(`meta[property="${property}"]`)?.content;

function productInJsonLd(): string | undefined {
  for (const { textContent } of document.querySelectorAll('script[type="application/ld+json"]')) {
    const name = /"@type"\s*:\s*"Product"/.test(textContent) && productName(textContent);
    if (name) return name;
  }
}

/** What a shop's own data say is not ours to correct: unreadable, it names no product. */
function productName(json: string): string | undefined {
  try {
    const { name } = JSON.parse(json);
    return typeof name === 'string' ? name : undefined;
  } catch {
    return undefined;
  }
}
