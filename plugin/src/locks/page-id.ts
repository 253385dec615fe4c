/** The methods of `sessionStorage` that are used. */
export type TabStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const KEY = "schedule-manager:page";

/**
 * The id of this page, kept across a reload so that the page keeps its locks. It is stored only while the page
 * unloads, because a duplicated tab copies the storage.
 * @param onLeave runs a function when the page unloads
 */
export function pageId(
  storage: TabStorage,
  newId: () => string,
  onLeave: (what: () => void) => void,
): string {
  let id: string | null = null;
  try {
    id = storage.getItem(KEY);
    storage.removeItem(KEY);
    id ??= newId();
    const stored = id;
    onLeave(() => {
      storage.setItem(KEY, stored);
    });
    return stored;
  } catch {
    // The browser forbids storage: a reload makes a new id.
    return id ?? newId();
  }
}
