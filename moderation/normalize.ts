import { type Glyph, glyphsOf } from './glyphs.ts';

/** One visible character of a text and where it stands in the original, in UTF-16 offsets. */
export type Cell = {
  glyph: Glyph;
  start: number;
  end: number;
  /** Letters drawn with this sign and the next ones; null until somebody asks. */
  drawn: readonly Drawn[] | null;
};

/** A letter drawn with this many cells. */
export type Drawn = { letter: number; cells: number };

const RIGHT_TO_LEFT_OVERRIDE = 0x202e;
const MARKUP =
  /<\/?(?:b|i|u|s|em|strong|span|sub|sup|wbr|br|p|div)\s?\/?>|<!--[^<>]{0,40}-->|&shy;|&zwnj;|&#8203;/iy;
const LESS_THAN = 0x3c;
const AMPERSAND = 0x26;
const ENDS_OVERRIDE = new Set([0x202c, 0x2069, 0x0a]);

/** A text as it is read: invisible characters gone, overridden runs turned round, positions kept. */
export function skeletonOf(text: string): Cell[] {
  const cells: Cell[] = [];
  let overriddenFrom = -1;
  for (let start = 0; start < text.length; ) {
    const unit = text.charCodeAt(start);
    const skipped = unit === LESS_THAN || unit === AMPERSAND ? markupAt(text, start) : 0;
    if (skipped > 0) {
      start += skipped;
      continue;
    }
    const codePoint = unit < 0xd800 ? unit : text.codePointAt(start)!;
    const end = start + (codePoint > 0xffff ? 2 : 1);
    if (codePoint === RIGHT_TO_LEFT_OVERRIDE) overriddenFrom = cells.length;
    else if (overriddenFrom >= 0 && ENDS_OVERRIDE.has(codePoint)) {
      reverseFrom(cells, overriddenFrom);
      overriddenFrom = -1;
    }
    const glyphs = glyphsOf(codePoint);
    for (let at = 0; at < glyphs.length; at++) cells.push({ glyph: glyphs[at]!, start, end, drawn: null });
    start = end;
  }
  if (overriddenFrom >= 0) reverseFrom(cells, overriddenFrom);
  return cells;
}

/** The length of a tag that draws nothing by itself, put inside a word to break it. */
function markupAt(text: string, at: number): number {
  MARKUP.lastIndex = at;
  return MARKUP.exec(text)?.[0].length ?? 0;
}

function reverseFrom(cells: Cell[], from: number): void {
  const turned = cells.splice(from).reverse();
  for (const cell of turned) cells.push(cell);
}
