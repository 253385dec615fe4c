import type { KeyedStorage } from "@schedule-manager/plugin/drafts/draft-storage";

/** A browser's storage, with its items in sight. */
export function memoryStorage(
  items: Readonly<Record<string, string>> = {},
): KeyedStorage & { readonly items: Map<string, string> } {
  const stored = new Map(Object.entries(items));
  return {
    items: stored,
    get length() {
      return stored.size;
    },
    key: (index) => [...stored.keys()][index] ?? null,
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => void stored.set(key, value),
    removeItem: (key) => void stored.delete(key),
  };
}
