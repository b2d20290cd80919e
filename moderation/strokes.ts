import type { Cell, Drawn } from './normalize.ts';

/** Letters drawn with several signs, as people do to get past filters; longer ones first where they overlap. */
const DRAWN: Record<string, string> = {
  a: '/\\ /-\\ /=\\ |-\\',
  b: '|3 l3 i3 !3 13 |} |8 (3',
  c: '[_ (_',
  d: '|) |] [) |} c| o| l) |>',
  e: '[- |=- (=',
  f: '|= ph |#',
  g: '(_+ [_-',
  h: '|-| }{ |=| ]-[ [-] )-( (-) #- {-} /-/ \\-\\',
  i: '][ ()-',
  j: '_| _/ _)',
  k: '|< |{ |( /< 1< l< i<',
  l: '|_ [_ 1_',
  m: '|\\/| /\\/\\ |v| [v] /v\\ (v) (\\/) {v} ^^ |\\|\\ nn',
  n: '|\\| /\\/ [\\] {\\} ^/',
  o: '() [] {} <>',
  p: '|> |* |o |° |d |^(o)',
  q: '(,) 0_ (_,) <|',
  r: '|2 |? |^ |~ l2 /2 |z',
  s: '_/-',
  t: "']['  '][' -|- ']' ~|~ '|'",
  u: '|_| (_) \\_/ [_] {_} l_l /_/ \\_\\',
  v: '\\/ |/',
  w: '\\/\\/ vv |/\\| \\^/ \\x/ uu \\|/ \\_|_/ |/|/',
  x: '>< }{ )( ][',
  y: "`/ '/ \\|/ `|",
  z: '>_ ~/_',
};

type Branch = { next: Map<number, Branch>; letters: number[] };

const root: Branch = { next: new Map(), letters: [] };
for (const [letter, drawings] of Object.entries(DRAWN)) {
  for (const drawing of drawings.split(/ +/)) file(drawing, letter.codePointAt(0)!);
}

function file(drawing: string, letter: number): void {
  let branch = root;
  for (const sign of drawing) {
    const unit = sign.codePointAt(0)!;
    const there = branch.next.get(unit) ?? { next: new Map(), letters: [] };
    branch.next.set(unit, there);
    branch = there;
  }
  branch.letters.push(letter);
}

const NONE: readonly Drawn[] = [];

/** The letters that begin at this cell and take two cells or more. */
export function strokesAt(cells: Cell[], from: number): readonly Drawn[] {
  const cell = cells[from]!;
  cell.drawn ??= findStrokes(cells, from);
  return cell.drawn;
}

function findStrokes(cells: Cell[], from: number): readonly Drawn[] {
  let branch = root.next.get(signOf(cells[from]!));
  if (!branch) return NONE;
  const found: Drawn[] = [];
  for (let at = from + 1; branch && at < cells.length; at++) {
    branch = branch.next.get(signOf(cells[at]!));
    for (const letter of branch?.letters ?? []) found.push({ letter, cells: at + 1 - from });
  }
  return found.length === 0 ? NONE : found;
}

/** The sign as it is written: a mark's last reading, a letter's or digit's first. */
function signOf({ glyph }: Cell): number {
  if (glyph.disguise !== null) return 0;
  return glyph.readings.at(glyph.kind === 'mark' ? -1 : 0) ?? 0;
}
