import type { Store } from "redux";

/**
 * Calls `listener` with the old and the new value each time a selected value changes (`===`). A listener may dispatch.
 * @returns unsubscribes
 */
export function observe<Root, T>(
  store: Pick<Store<Root>, "getState" | "subscribe">,
  select: (root: Root) => T,
  listener: (now: T, before: T) => void,
): () => void {
  let last = select(store.getState());
  return store.subscribe(() => {
    const before = last;
    last = select(store.getState());
    if (last !== before) listener(last, before);
  });
}
