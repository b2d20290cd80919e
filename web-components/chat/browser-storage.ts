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
