/** What the columns of a file of people may be called, in French and English. */
export type PeopleColumn = 'email' | 'name' | 'language' | 'topics';

const NAMES: Record<PeopleColumn, string[]> = {
  email: [
    'e-mail',
    'email',
    'mail',
    'adresse',
    'address',
    'courriel',
    'adresse e-mail',
    'adresse mail',
    'email address',
    'adresse email',
  ],
  name: ['nom', 'name', 'prenom', 'pseudo', 'first name', 'full name', 'nom complet', 'display name'],
  language: ['langue', 'language', 'lang', 'locale'],
  topics: ['sujets', 'sujet', 'topics', 'topic', 'themes', 'theme', 'tags', 'interets'],
};

/** Where each column stands in this header line; null = it is no header: it names no column of addresses. */
export function columnsOf(cells: string[]): Map<PeopleColumn, number> | null {
  const columns = new Map<PeopleColumn, number>();
  for (const [index, cell] of cells.entries()) {
    const called = folded(cell);
    const column = (Object.keys(NAMES) as PeopleColumn[]).find((name) => NAMES[name].includes(called));
    if (column && !columns.has(column)) columns.set(column, index);
  }
  return columns.has('email') ? columns : null;
}

const LANGUAGES: Record<'fr' | 'en', string[]> = {
  fr: ['fr', 'fra', 'fre', 'francais', 'french'],
  en: ['en', 'eng', 'anglais', 'english'],
};

/** @returns the language this cell means; null when it means none of ours (`fr-CA` is French) */
export function languageOf(cell: string): 'fr' | 'en' | null {
  const said = folded(cell).split(/[-_ ]/)[0] ?? '';
  return (['fr', 'en'] as const).find((language) => LANGUAGES[language].includes(said)) ?? null;
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();
}
