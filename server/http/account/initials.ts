/** What stands where there is no picture: two letters of the name. */
export function initialsOf(name: string): string {
  const [first = '', second] = name.trim().split(/[\s-]+/u);
  const letters = second ? [[...first][0], [...second][0]] : [...first].slice(0, 2);
  return letters.join('').toLocaleUpperCase();
}
