const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const INITIAL_BIAS = 72;
const INITIAL_N = 128;
const MAX_LENGTH = 63;

/** A host with every `xn--` label in the letters it is shown with; labels that are not valid stay as they are. */
export function unicodeHost(host: string): string {
  if (!host.includes('xn--')) return host;
  const labels = host.split('.');
  return labels
    .map((label) => (label.startsWith('xn--') ? (decode(label.slice(4)) ?? label) : label))
    .join('.');
}

/** Punycode to Unicode, as in RFC 3492, section 6.2; null when it is none. */
function decode(input: string): string | null {
  if (input.length > MAX_LENGTH) return null;
  const delimiter = input.lastIndexOf('-');
  const output = [...input.slice(0, Math.max(0, delimiter))].map((basic) => basic.charCodeAt(0));
  let n = INITIAL_N;
  let i = 0;
  let bias = INITIAL_BIAS;
  for (let at = delimiter + 1; at < input.length; ) {
    const number = readNumber(input, at, bias);
    if (!number) return null;
    const length = output.length + 1;
    i += number.value;
    bias = adapt(number.value, length, output.length === Math.max(0, delimiter));
    n += Math.floor(i / length);
    i %= length;
    if (n > 0x10ffff || (n >= 0xd800 && n <= 0xdfff)) return null;
    output.splice(i, 0, n);
    i += 1;
    at = number.end;
  }
  return String.fromCodePoint(...output);
}

function readNumber(input: string, from: number, bias: number): { value: number; end: number } | null {
  let value = 0;
  let weight = 1;
  for (let at = from, k = BASE; at < input.length; at++, k += BASE) {
    const digit = digitOf(input.charCodeAt(at));
    if (digit === null) return null;
    value += digit * weight;
    if (value > 0x7fffffff) return null;
    const threshold = Math.min(T_MAX, Math.max(T_MIN, k - bias));
    if (digit < threshold) return { value, end: at + 1 };
    weight *= BASE - threshold;
  }
  return null;
}

function digitOf(code: number): number | null {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  return code >= 0x30 && code <= 0x39 ? code - 0x30 + 26 : null;
}

function adapt(value: number, length: number, first: boolean): number {
  let delta = Math.floor(value / (first ? DAMP : 2));
  delta += Math.floor(delta / length);
  let k = 0;
  for (; delta > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) delta = Math.floor(delta / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * delta) / (delta + SKEW));
}
