import type { Tabs } from '../client/shared-link.ts';

/**
 * How the tabs of a shop find each other; nothing where the browser, or a page without TLS, does not let them,
 * and where they share no storage.
 */
export const browserTabs = (storage: Storage): Tabs | undefined =>
  storage instanceof Storage && navigator.locks && globalThis.BroadcastChannel
    ? { locks: navigator.locks, openChannel: (name) => new BroadcastChannel(name) }
    : undefined;

/** The browser's storage, or a page-long memory where the browser allows none. */
export function browserStorage(): Storage {
  try {
    localStorage.getItem('entraide');
    return localStorage;
  } catch {
    return memory();
  }
}

function memory(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
}
