import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WHAT, WHO, type What, type Who } from './world.ts';

/** A line of the matrix: a route or a frame, what it is about, and the outcome for everybody. */
export type Line = { subject: string; what: What | '-'; outcomes: Record<Who, string> };

/** `matrix.txt`: method, path, what, then a column for everybody; frames have FRAME for a method. */
export function readMatrix(): Line[] {
  const text = readFileSync(join(import.meta.dirname, 'matrix.txt'), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map(lineOf);
}

function lineOf(text: string): Line {
  const [method, path, what, ...outcomes] = text.trim().split(/\s+/);
  const isWhat = what === '-' || WHAT.includes(what as What);
  if (!isWhat || outcomes.length !== WHO.length) throw new Error(`not a line of the matrix: ${text}`);
  return {
    subject: `${method} ${path}`,
    what: what as What | '-',
    outcomes: Object.fromEntries(WHO.map((who, index) => [who, outcomes[index]])) as Record<Who, string>,
  };
}
