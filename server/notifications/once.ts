/** Asks each thing once for everything that is looked at together: a thousand people are told of one question. */
export type Once = <T>(what: string, load: () => Promise<T>) => Promise<T>;

export function createOnce(): Once {
  const known = new Map<string, Promise<unknown>>();
  return <T>(what: string, load: () => Promise<T>) => {
    const asked = (known.get(what) as Promise<T> | undefined) ?? load();
    known.set(what, asked);
    return asked;
  };
}
