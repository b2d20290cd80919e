import { canonicalHost, farGlanceOf, glanceOf, type Registrable, registrableOf } from './domains.ts';
import { isOneSlip, slipsOf } from './link-slips.ts';

type Trusted = { host: string; registrable: Registrable; glance: string };

/** Shorter names are too near to each other for one letter, or one digit, to tell anything. */
const SHORTEST_FOR_SLIP = 6;
const SHORTEST_ELSEWHERE = 8;
const SHORTEST_DRAWN = 4;
const SHORTEST_WITH_DIGITS = 5;

/**
 * Tells which of these hosts another one would be taken for without being under the same registrable domain:
 * drawn alike (`paypa1.com`), one slip away (`colisimo.fr`), or put before another domain
 * (`shop.example.evil.com`, `shop-example.evil.com`).
 */
export function createImitations(hosts: string[]): (host: string) => string | null {
  const trusted = hosts.map(toTrusted).filter((one) => one !== null);
  const own = new Set(trusted.map(({ registrable }) => domainOf(registrable)));
  const byGlance = new Map(trusted.map((one) => [one.glance, one]));
  const bySlip = slipIndex(trusted);
  const byFirstLabel = Map.groupBy(trusted, ({ host }) => host.slice(0, host.indexOf('.')));
  return (host) => {
    if (trusted.length === 0) return null;
    const canonical = canonicalHost(host);
    const registrable = registrableOf(canonical);
    if (!registrable || own.has(domainOf(registrable))) return null;
    const found =
      drawnAlike(registrable, byGlance) ??
      oneSlipAway(registrable, bySlip) ??
      putBefore(canonical, registrable, byFirstLabel);
    return found?.host ?? null;
  };
}

function toTrusted(host: string): Trusted | null {
  const registrable = registrableOf(canonicalHost(host));
  return registrable && { host, registrable, glance: farGlanceOf(glanceOf(registrable.name)) };
}

function domainOf({ name, suffix }: Registrable): string {
  return `${name}.${suffix}`;
}

function drawnAlike({ name }: Registrable, byGlance: Map<string, Trusted>): Trusted | null {
  const trusted = byGlance.get(farGlanceOf(glanceOf(name)));
  if (!trusted || trusted.registrable.name === name) return null;
  const shortest = name.startsWith('xn--') ? SHORTEST_DRAWN : SHORTEST_WITH_DIGITS;
  return trusted.glance.length >= shortest ? trusted : null;
}

function slipIndex(trusted: Trusted[]): Map<string, Trusted[]> {
  const index = new Map<string, Trusted[]>();
  for (const one of trusted) {
    if (one.glance.length < SHORTEST_FOR_SLIP) continue;
    for (const slip of slipsOf(one.glance)) {
      const there = index.get(slip);
      if (there) there.push(one);
      else index.set(slip, [one]);
    }
  }
  return index;
}

/** Two names that differ in one letter are two shops, but for a long name at the same ending or a longer one. */
function oneSlipAway({ name, suffix }: Registrable, bySlip: Map<string, Trusted[]>): Trusted | null {
  if (bySlip.size === 0) return null;
  const glance = farGlanceOf(glanceOf(name));
  for (const slip of slipsOf(glance)) {
    const near = bySlip
      .get(slip)
      ?.find(
        (one) =>
          (one.registrable.suffix === suffix || one.glance.length >= SHORTEST_ELSEWHERE) &&
          isOneSlip(one.glance, glance),
      );
    if (near) return near;
  }
  return null;
}

/** The run of labels must end before the public suffix: `shop.co.uk` is not `shop.co` put before `uk`. */
function putBefore(
  host: string,
  { suffix }: Registrable,
  byFirstLabel: Map<string, Trusted[]>,
): Trusted | null {
  const front = host.slice(0, -suffix.length);
  const labels = front.split('.');
  for (const [index, label] of labels.entries()) {
    const rest = `${labels.slice(index).join('.')}.`;
    const dotted = byFirstLabel.get(label)?.find((one) => rest.startsWith(`${one.host}.`));
    const found = dotted ?? hyphenedIn(label, byFirstLabel);
    if (found) return found;
  }
  return null;
}

/** Hyphens for dots, and perhaps something behind another one: `shop-example`, `shop-example-login`. */
function hyphenedIn(label: string, byFirstLabel: Map<string, Trusted[]>): Trusted | null {
  for (let at = label.indexOf('-'); at > 0; at = label.indexOf('-', at + 1)) {
    const rest = `${label}-`;
    const found = byFirstLabel.get(label.slice(0, at))?.find((one) => rest.startsWith(hyphened(one.host)));
    if (found) return found;
  }
  return null;
}

function hyphened(host: string): string {
  return `${host.replaceAll('.', '-')}-`;
}
