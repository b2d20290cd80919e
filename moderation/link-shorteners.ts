/** Services that hide where a link leads; large and long-lived ones. */
const SHORTENERS = new Set(
  (
    'bit.ly t.co tinyurl.com goo.gl is.gd v.gd ow.ly buff.ly cutt.ly rebrand.ly shorturl.at t.ly rb.gy tiny.cc ' +
    'urlz.fr dlvr.it bit.do s.id adf.ly lnkd.in bl.ink shorte.st soo.gd clck.ru qr.ae trib.al urlr.me vu.fr'
  ).split(' '),
);

/** Whether this host is a link shortener. */
export function isShortener(host: string): boolean {
  return SHORTENERS.has(host.startsWith('www.') ? host.slice(4) : host);
}
