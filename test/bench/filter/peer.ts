import { createRequire } from 'node:module';

/** A word filter made ready with a list: says whether a text holds something of it. */
export type Filter = (text: string) => boolean;

export type Peer = {
  /** As in the tables, short enough for a column. */
  name: string;
  /** The package; null for a rule written out here. */
  from: string | null;
  /** How it is set up, in a few words. */
  setUp: string;
  make(terms: string[], allowed: string[]): Filter | Promise<Filter>;
};

const require = createRequire(import.meta.url);

/** Loads a peer's package by name at run time, so that the project neither needs nor compiles it. */
export async function load<Package>(name: string): Promise<Package> {
  const module: Record<string, unknown> = await import(name);
  return module as Package;
}

/** Loads one of the packages that only come in the older module format. */
export function loadCommon<Package>(name: string): Package {
  return require(name) as Package;
}

/** The version installed, null when the package is not there. */
export function installedVersion(name: string): string | null {
  try {
    return (require(`./node_modules/${name}/package.json`) as { version: string }).version;
  } catch {
    return null;
  }
}

/** Lower case without accents: what a list has to be for the filters that fold the text but not their list. */
export function folded(term: string): string {
  return term.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
