/** What the browser keeps for one site, as JSON under the site's own prefix. */
export class SiteStorage {
  readonly #storage: Storage;
  readonly #prefix: string;
  /** What a full or forbidden storage would not take lives as long as the page. */
  readonly #unkept = new Map<string, string>();

  constructor(site: string, storage: Storage) {
    this.#storage = storage;
    this.#prefix = `entraide:${site}:`;
  }

  read<T>(key: string, otherwise: T): T {
    const json = this.#unkept.get(key) ?? this.#storage.getItem(this.#prefix + key);
    return json === null ? otherwise : parsed(json, otherwise);
  }

  write(key: string, value: unknown): void {
    const json = JSON.stringify(value);
    try {
      this.#storage.setItem(this.#prefix + key, json);
      this.#unkept.delete(key);
    } catch {
      this.#unkept.set(key, json);
    }
  }

  /** The keys that begin with `start`, without it. */
  keys(start: string): string[] {
    const whole = this.#prefix + start;
    const kept = Array.from({ length: this.#storage.length }, (_, at) => this.#storage.key(at) ?? '')
      .filter((key) => key.startsWith(whole))
      .map((key) => key.slice(whole.length));
    const unkept = [...this.#unkept.keys()].filter((key) => key.startsWith(start));
    return [...new Set([...kept, ...unkept.map((key) => key.slice(start.length))])];
  }

  remove(key: string): void {
    this.#unkept.delete(key);
    this.#storage.removeItem(this.#prefix + key);
  }
}

/** The shop's own scripts may write here too: what cannot be read, or is of another kind, counts as not there. */
function parsed<T>(json: string, otherwise: T): T {
  try {
    const value: unknown = JSON.parse(json);
    return kindOf(value) === kindOf(otherwise) ? (value as T) : otherwise;
  } catch {
    return otherwise;
  }
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
}
