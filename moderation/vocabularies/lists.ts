/** Words written with blanks between them, in lines. */
export function words(list: string): string[] {
  return list.trim().split(/\s+/);
}

/** Phrases written with commas between them, in lines. */
export function phrases(list: string): string[] {
  return list
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '');
}
