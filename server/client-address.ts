import type { IncomingMessage } from 'node:http';
import { isIPv4 } from 'node:net';
import ipaddr from 'ipaddr.js';

export type AddressRange = [ipaddr.IPv4 | ipaddr.IPv6, number];

/**
 * The true address of a request, canonical: the peer's, unless the peer is a configured proxy; then the
 * last address of `X-Forwarded-For` that is not itself a configured proxy. Without configured proxies no
 * header is trusted. `::ffff:1.2.3.4` is `1.2.3.4`.
 */
export function clientAddress(request: IncomingMessage, trustedProxies: AddressRange[]): string {
  const peer = canonicalAddress(request.socket.remoteAddress ?? '') ?? '0.0.0.0';
  if (!isIn(peer, trustedProxies)) return peer;
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
  let address = peer;
  for (const hop of forwarded.slice(-20).reverse()) {
    const next = canonicalAddress(hop.trim());
    if (!next) return address;
    address = next;
    if (!isIn(address, trustedProxies)) return address;
  }
  return address;
}

/** An address in its one spelling, or null when it is not strictly an address (no octal, no hexadecimal). */
export function canonicalAddress(text: string): string | null {
  if (isIPv4(text)) return text;
  if (!/^[0-9a-fA-F.:]+$/.test(text)) return null;
  if (!text.includes(':') || !ipaddr.IPv6.isValid(text)) return null;
  return ipaddr.process(text).toString();
}

/** `10.0.0.0/8`, `2001:db8::/32` or one address (IPv6: its /64), canonical; null when it is neither. */
export function parseRange(text: string): { text: string; range: AddressRange } | null {
  const [addressText, bitsText, ...more] = text.trim().split('/');
  const address = addressText && more.length === 0 ? canonicalAddress(addressText) : null;
  if (!address) return null;
  const parsed = ipaddr.parse(address);
  const width = parsed.kind() === 'ipv4' ? 32 : 128;
  const bits = bitsText === undefined ? (width === 32 ? 32 : 64) : decimal(bitsText);
  if (bits === null || bits > width) return null;
  const network =
    parsed.kind() === 'ipv4'
      ? ipaddr.IPv4.networkAddressFromCIDR(`${address}/${bits}`)
      : ipaddr.IPv6.networkAddressFromCIDR(`${address}/${bits}`);
  return { text: `${network.toString()}/${bits}`, range: [network, bits] };
}

function decimal(text: string): number | null {
  return /^\d{1,3}$/.test(text) ? Number(text) : null;
}

/** Whether a canonical address lies in one of the ranges. */
export function isIn(address: string, ranges: AddressRange[]): boolean {
  if (ranges.length === 0) return false;
  const canonical = canonicalAddress(address);
  if (!canonical) return false;
  const parsed = parsedOf(canonical);
  return ranges.some(([network, bits]) => parsed.kind() === network.kind() && parsed.match(network, bits));
}

/** A canonical address. Four numbers need none of the four ways of writing them that `ipaddr` tries. */
function parsedOf(canonical: string): ipaddr.IPv4 | ipaddr.IPv6 {
  return canonical.includes(':')
    ? ipaddr.parse(canonical)
    : new ipaddr.IPv4(canonical.split('.').map(Number));
}

/** What limits count by: the address, or for IPv6 its /64. */
export function limitKey(address: string): string {
  return address.includes(':') ? (parseRange(address)?.text ?? address) : `${address}/32`;
}
