import { canonicalHost, farGlanceOf, glanceOf, type Registrable, registrableOf } from './domains.ts';
import { indexSlips, type SlipIndex } from './link-slips.ts';

/** A host as the library writes it, and as it is compared. */
type Trusted = { host: string; canonical: string; registrable: Registrable; glance: string };

/** Shorter names are too near to each other for one letter, or one digit, to tell anything. */
const SHORTEST_FOR_SLIP = 6;
const SHORTEST_ELSEWHERE = 8;
const SHORTEST_DRAWN = 4;
const SHORTEST_HYPHENED = 8;

/**
 * Tells which of these hosts another one would be taken for without being under the same registrable domain:
 * drawn alike (`paypa1.com`), one slip away (`colisimo.fr`), or put before another domain
 * (`shop.example.evil.com`, `shop-example.evil.com`).
 */
export function createImitations(hosts: string[]): (host: string) => string | null {
  const trusted = hosts.map(toTrusted).filter((one) => one !== null);
  const own = new Set(trusted.map(({ registrable }) => domainOf(registrable)));
  const byGlance = new Map(trusted.map((one) => [one.glance, one]));
  const long = trusted.filter(({ glance }) => glance.length >= SHORTEST_FOR_SLIP);
  const bySlip = indexSlips(long, ({ glance }) => glance);
  const byFirstLabel = Map.groupBy(trusted, ({ canonical }) => canonical.slice(0, canonical.indexOf('.')));
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
  const canonical = canonicalHost(host);
  const registrable = registrableOf(canonical);
  return registrable && { host, canonical, registrable, glance: farGlanceOf(glanceOf(registrable.name)) };
}

function domainOf({ name, suffix }: Registrable): string {
  return `${name}.${suffix}`;
}

function drawnAlike({ name }: Registrable, byGlance: Map<string, Trusted>): Trusted | null {
  const trusted = byGlance.get(farGlanceOf(glanceOf(name)));
  if (!trusted || trusted.registrable.name === name) return null;
  return trusted.glance.length >= SHORTEST_DRAWN ? trusted : null;
}

/** Two names that differ in one letter are two shops, but for the same ending, or long names. */
function oneSlipAway({ name, suffix }: Registrable, bySlip: SlipIndex<Trusted>): Trusted | null {
  const glance = farGlanceOf(glanceOf(name));
  return bySlip(
    glance,
    (one) => one.registrable.suffix === suffix || one.glance.length >= SHORTEST_ELSEWHERE,
  );
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
    const dotted = byFirstLabel.get(label)?.find((one) => rest.startsWith(`${one.canonical}.`));
    const found = dotted ?? hyphenedIn(label, byFirstLabel);
    if (found) return found;
  }
  return null;
}

/** Hyphens for dots, and perhaps something around: `shop-example`, `my-shop-example-login`. */
function hyphenedIn(label: string, byFirstLabel: Map<string, Trusted[]>): Trusted | null {
  const parts = label.split('-');
  for (let from = 0; from < parts.length - 1; from++) {
    const rest = `${parts.slice(from).join('-')}-`;
    for (let to = from + 1; to < parts.length; to++) {
      const found = byFirstLabel.get(parts.slice(from, to).join('-'))?.find((one) => isHyphened(one, rest));
      if (found) return found;
    }
  }
  return null;
}

function isHyphened({ canonical }: Trusted, rest: string): boolean {
  return canonical.length >= SHORTEST_HYPHENED && rest.startsWith(`${canonical.replaceAll('.', '-')}-`);
}
