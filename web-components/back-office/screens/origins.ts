/** The origins a site's shop pages are served from, one a line. No DOM. */

/** What was written, cut down to origins; and the lines that are none. */
export function readOrigins(text: string): { origins: string[]; wrong: string[] } {
  const origins: string[] = [];
  const wrong: string[] = [];
  for (const raw of text.split(/[\s,]+/)) {
    if (raw === '') continue;
    const origin = originOf(raw);
    if (origin === null) wrong.push(raw);
    else if (!origins.includes(origin)) origins.push(origin);
  }
  return { origins, wrong };
}

/** `shop.example` and `https://shop.example/shoes` both mean `https://shop.example`. */
function originOf(raw: string): string | null {
  const address = /^[a-z]+:\/\//i.test(raw) ? raw : `https://${raw}`;
  if (raw.includes('*') || !URL.canParse(address)) return null;
  const { protocol, origin, hostname } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  return hostname.includes('.') || hostname === 'localhost' ? origin : null;
}
