const BRACKETED = /^\[[0-9a-f:.]{2,45}\]$/;
const LAST_IS_NUMBER = /(?:^|\.)(?:\d+|0x[0-9a-f]*)$/;
const FOUR_NUMBERS = /^(?:\d{1,3}\.){3}\d{1,3}$/;
/** IPv6 notations that hold an IPv4 address: mapped, compatible and translated (RFC 4291, RFC 6052). */
const HOLDS_IPV4 = /^\[(?:::ffff:|::|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/;

/**
 * The address a host is, in its usual form, whatever its notation (decimal, octal, hexadecimal, fewer than four
 * parts, an IPv4 address within an IPv6 one); null when it is a name. Read by the rules browsers follow, the
 * WHATWG URL Standard's host parser.
 */
export function addressOf(host: string): string | null {
  if (!BRACKETED.test(host) && (host.length > 60 || !LAST_IS_NUMBER.test(host))) return null;
  const url = `http://${host}`;
  if (!URL.canParse(url)) return null;
  const { hostname } = new URL(url);
  const embedded = HOLDS_IPV4.exec(hostname);
  if (embedded) return ipv4Of(Number.parseInt(embedded[1]!, 16), Number.parseInt(embedded[2]!, 16));
  return hostname.startsWith('[') || FOUR_NUMBERS.test(hostname) ? hostname : null;
}

/** Whether the host is written as the four decimal numbers people know addresses by. */
export function isUsualAddress(host: string): boolean {
  return FOUR_NUMBERS.test(host);
}

function ipv4Of(high: number, low: number): string {
  return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
}
