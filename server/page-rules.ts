import type { PageRuleRow, SiteRow } from '../db/schema.ts';
import type { ContributionMode, Display } from './protocol/frames.ts';

export type PageDecision = {
  ruleId: string | null;
  show: boolean;
  display: Display;
  invitation: string | null;
  topic: string | null;
  mode: ContributionMode;
};

/** What the site's page rules say of an address: first match wins, else the site's default. Pure. */
export function matchPageRule(site: SiteRow, rules: PageRuleRow[], url: string): PageDecision {
  const rule = rules.find((candidate) => matches(candidate, url));
  return {
    ruleId: rule?.id ?? null,
    show: rule ? rule.show === 1 : site.chat_default === 'everywhere',
    display: rule?.display ?? 'launcher',
    invitation: rule?.invitation ?? null,
    topic: rule?.topic ?? null,
    mode: rule?.mode ?? site.mode,
  };
}

/** The address that names a page: no query, no fragment, no trailing slash. */
export function pageKey(url: string): string {
  const parsed = parseHttpUrl(url);
  if (!parsed) return '';
  return `${parsed.origin}${parsed.pathname.replace(/\/+$/, '')}`;
}

/** An http(s) address, or null for anything else. */
export function parseHttpUrl(url: string): URL | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed : null;
}

function matches(rule: PageRuleRow, url: string): boolean {
  const parsed = parseHttpUrl(url);
  if (!parsed) return false;
  const value = rule.match_value.trim();
  // A value that is only a path is compared with the path, so that a rule serves every origin of the site.
  const whole = value.startsWith('/')
    ? parsed.pathname + parsed.search
    : parsed.origin + parsed.pathname + parsed.search;
  const address = whole.toLowerCase();
  const wanted = value.toLowerCase();
  switch (rule.match_kind) {
    case 'is':
      return (
        withoutTail(address) === withoutTail(wanted) ||
        withoutTail(address.split('?')[0]!) === withoutTail(wanted)
      );
    case 'starts-with':
      return address.startsWith(wanted);
    case 'contains':
      return (parsed.origin + parsed.pathname + parsed.search).toLowerCase().includes(wanted);
    case 'pattern':
      return matchesPattern(address, wanted) || matchesPattern(address.split('?')[0]!, wanted);
  }
}

const withoutTail = (address: string) => address.replace(/\/+$/, '') || '/';

/** `*` stands for any run of characters; the rest is literal. Linear: each part is searched for once. */
function matchesPattern(text: string, pattern: string): boolean {
  const parts = pattern.split('*');
  const first = parts[0]!;
  const last = parts[parts.length - 1]!;
  if (parts.length === 1) return text === pattern;
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last))
    return false;
  let position = first.length;
  const end = text.length - last.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, position);
    if (found === -1 || found + part.length > end) return false;
    position = found + part.length;
  }
  return position <= end;
}
