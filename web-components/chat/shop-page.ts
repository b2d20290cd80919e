import type { PageView } from '../../server/protocol/frames.ts';

/** The page of the shop, as it tells itself: the embed line's own data first, then what the page publishes. */
export function shopPage(): PageView {
  const given = document.querySelector<HTMLElement>('script[data-site][src*="embed.js"]')?.dataset ?? {};
  const page: PageView = { url: location.href.replace(/#.*$/, ''), title: document.title };
  const productName = given.productName || productInJsonLd();
  const imageUrl = given.productImage || meta('og:image');
  if (productName) page.productName = productName;
  if (imageUrl) page.imageUrl = new URL(imageUrl, location.href).href;
  return page;
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
