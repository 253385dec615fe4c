/** The part of the browser's storage of one tab that is needed. */
export type TabStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const KEY = "schedule-manager:page";

/**
 * The id of this page, the same after a reload: what it edits stays its own. It lies in the tab's storage only from
 * one page to the next, since a tab that is duplicated takes a copy of it.
 * @param onLeave runs something when the page is left
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
    const mine = id;
    onLeave(() => {
      storage.setItem(KEY, mine);
    });
    return mine;
  } catch {
    // The browser forbids storage: after a reload it is another page.
    return id ?? newId();
  }
}
