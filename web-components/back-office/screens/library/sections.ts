/** What the library is made of, each with an address of its own. No DOM. */
export const SECTIONS = [
  'entries',
  'try',
  'import',
  'versions',
  'vocabularies',
  'categories',
  'rules',
] as const;
export type Section = (typeof SECTIONS)[number];

/** The section the address bar asks for. */
export function sectionOf(value: string | null): Section {
  return SECTIONS.find((section) => section === value) ?? 'entries';
}

/** The address bar for another section: what was chosen in the one left does not follow. */
export function sectionQuery(query: URLSearchParams, section: Section): Record<string, string | null> {
  const cleared = Object.fromEntries([...query.keys()].map((name) => [name, null]));
  return { ...cleared, section: section === 'entries' ? null : section };
}
