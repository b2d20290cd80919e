import { gluedEnding, isCommonEnding, isMailHost, isProvider } from './mail-hosts.ts';

/** What stands behind the `@`. `dots`: the weakest of its dots: a dot inside, a word for it, the end of a sentence. */
export type MailDomain = {
  labels: string[];
  end: number;
  provider: boolean;
  dots: 'plain' | 'spoken' | 'sentence';
};

const FIRST = /[\p{L}\p{N}]/uy;
const LABEL = /[\p{L}\p{N}](?:(?!-(?:dot|point|punto|punkt)-)[\p{L}\p{N}-]){0,62}/uy;
const PLAIN_DOT = /\.|\s?[([{<]\s?\.\s?[)\]}>]\s?|\s\.\s?/y;
const SPOKEN_DOT =
  /\s?[([{<]\s?(?:dot|point|punto|punkt)\s?[)\]}>]\s?|[\s_*-](?:dot|point|punto|punkt)[\s_*-]|[([{<]\.|\.[)\]}>]/y;
const SENTENCE_DOT = /\.\s|,\s?/y;
const SPACED_LETTERS = /\s?[\p{L}\p{N}](?:\s[\p{L}\p{N}.-]){3,60}/uy;
const MAX_LABELS = 6;

/**
 * The domain that begins here, blanks before it allowed, or null. `undotted`: also one whose dot is left out
 * (`gmail`, `example com`).
 */
export function mailDomainAt(text: string, at: number, undotted: boolean): MailDomain | null {
  const from = afterBlanks(text, at);
  if (endOf(FIRST, text, from) === from) return null;
  return dottedDomain(text, from) ?? spacedDomain(text, at) ?? (undotted ? undottedDomain(text, from) : null);
}

function afterBlanks(text: string, at: number): number {
  let from = at;
  while (from - at < 2 && /[\s_*-]/.test(text.charAt(from))) from += 1;
  return from;
}

/** As many labels as make a host with the plainest dots; `gmail.com. Merci` ends at `com`. */
function dottedDomain(text: string, from: number): MailDomain | null {
  const labels: string[] = [];
  let dots: MailDomain['dots'] = 'plain';
  let best: MailDomain | null = null;
  for (let at = from; labels.length < MAX_LABELS; ) {
    const end = endOf(LABEL, text, at);
    if (end === at) break;
    labels.push(text.slice(at, end));
    if (best && best.dots !== dots) break;
    if (isMailHost(labels)) best = { labels: [...labels], end, provider: labels.some(isProvider), dots };
    const [next, dot] = dotAt(text, end);
    if (next === end) break;
    dots = weaker(dots, dot);
    at = next;
  }
  return best;
}

function dotAt(text: string, at: number): [number, MailDomain['dots']] {
  const sentence = endOf(SENTENCE_DOT, text, at);
  if (sentence > at) return [sentence, 'sentence'];
  const plain = endOf(PLAIN_DOT, text, at);
  return plain > at ? [plain, 'plain'] : [endOf(SPOKEN_DOT, text, at), 'spoken'];
}

function weaker(a: MailDomain['dots'], b: MailDomain['dots']): MailDomain['dots'] {
  const order = ['plain', 'spoken', 'sentence'] as const;
  return order[Math.max(order.indexOf(a), order.indexOf(b))]!;
}

/** `g m a i l . c o m` */
function spacedDomain(text: string, at: number): MailDomain | null {
  const end = endOf(SPACED_LETTERS, text, at);
  const joined = text.slice(at, end).replace(/\s/g, '');
  const dot = joined.indexOf('.');
  if (dot < 1) return null;
  const name = joined.slice(0, dot);
  const ending = gluedEnding(name, joined.slice(dot + 1));
  if (!ending) return null;
  return { labels: [name, ending], end, provider: isProvider(name), dots: 'plain' };
}

function undottedDomain(text: string, from: number): MailDomain | null {
  const end = endOf(LABEL, text, from);
  if (end === from) return null;
  const name = text.slice(from, end);
  const endingEnd = /[\s_]/.test(text.charAt(end)) ? endOf(LABEL, text, end + 1) : end;
  const ending = text.slice(end + 1, endingEnd);
  if (isCommonEnding(ending))
    return { labels: [name, ending], end: endingEnd, provider: isProvider(name), dots: 'plain' };
  return isProvider(name) ? { labels: [name], end, provider: true, dots: 'plain' } : null;
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
