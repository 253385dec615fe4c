import { keysOf } from "@schedule-manager/shared/collections/keys";
import { isRecord } from "@schedule-manager/shared/collections/record";
import type { StoredItem } from "@schedule-manager/shared/model/model";
import type { Store } from "redux";
import { isItemRef, type ItemRef, parseItemRef } from "@schedule-manager/shared/sync/layout";
import type { Draft, DraftBase } from "./draft";
import type { Drafts } from "./draft-steps";
import { draftsFollowed, draftsRestored } from "./drafts";
import { batchEvents } from "../sync/batch-events";
import { pluginState } from "../catalogue/root";
import { observe } from "../redux/observe";
import type { DraftsRoot } from "./root";
import { whenIdle, workInSlices } from "./work-in-slices";

/** So many drafts are stored at once; an import's thousands would stop the page. */
const AT_ONCE = 50;

/** The methods of `Storage` that are used. */
export type KeyedStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((item) => typeof item === "string");

/** Checks only the fields that the code relies on, because a draft may be an incomplete edit. */
function isItem(kind: Draft["kind"], value: unknown): value is StoredItem {
  if (!isRecord(value) || typeof value["name"] !== "string") return false;
  return kind === "schedule"
    ? typeof value["timeZone"] === "string" && isTexts(value["rules"])
    : typeof value["isOpen"] === "boolean";
}

const isBase = (kind: Draft["kind"], base: unknown): base is DraftBase =>
  isRecord(base) && typeof base["revision"] === "string" && isItem(kind, base["value"]);

/** Parses a stored draft; null: it is not valid. */
function parseDraft(ref: string, text: string | null): Draft | null {
  const named = parseItemRef(ref);
  if (named === null || text === null) return null;
  try {
    const draft: unknown = JSON.parse(text);
    if (!isRecord(draft)) return null;
    const { base, value, edited } = draft;
    const { kind } = named;
    if (!(base === null || isBase(kind, base)) || !(value === null || isItem(kind, value))) return null;
    if (base === null && value === null) return null;
    return { ...named, base, value, edited: typeof edited === "number" ? edited : 0 };
  } catch {
    return null;
  }
}

/** Subscribes to what other tabs store: the key, and the text or null. */
export type OtherTabs = (tell: (key: string, text: string | null) => void) => void;

export const otherTabs: OtherTabs = (tell) => {
  window.addEventListener("storage", ({ key, newValue }) => {
    if (key !== null) tell(key, newValue);
  });
};

/**
 * Restores drafts after a reload and stores each under its own key when it changes. Other tabs of the same person
 * follow.
 * @param prefix identifies the account and the person
 * @param onLeave calls back when the page is left: what waits to be stored is stored then
 */
export function storeDrafts(
  store: Pick<Store<DraftsRoot>, "dispatch" | "getState" | "subscribe">,
  storage: KeyedStorage,
  prefix: string,
  others: OtherTabs = () => undefined,
  onLeave: (then: () => void) => void = () => undefined,
): () => void {
  const found: Draft[] = [];
  for (let index = 0; index < storage.length; index += 1) {
    const key = storage.key(index);
    if (key?.startsWith(prefix) !== true) continue;
    const draft = parseDraft(key.slice(prefix.length), storage.getItem(key));
    if (draft !== null) found.push(draft);
  }
  found.sort((a, b) => a.edited - b.edited);
  if (found.length > 0) store.dispatch(draftsRestored(found));

  // Batched, because a tab that imports a file stores thousands at once.
  const followed = batchEvents<{ readonly ref: ItemRef; readonly draft: Draft | null }>((drafts) => {
    store.dispatch(draftsFollowed(drafts));
  });
  others((key, text) => {
    if (!key.startsWith(prefix)) return;
    const ref = key.slice(prefix.length);
    const draft = parseDraft(ref, text);
    if (!isItemRef(ref) || (draft === null && text !== null)) return;
    followed.add({ ref, draft });
  });
  const selectItems = (root: DraftsRoot): Drafts["items"] => pluginState(root).drafts.items;
  const waiting = new Set<ItemRef>();
  function* writes(): Generator<void, void> {
    for (const ref of waiting) {
      waiting.delete(ref);
      const draft = selectItems(store.getState())[ref];
      try {
        if (draft === undefined) storage.removeItem(prefix + ref);
        else storage.setItem(prefix + ref, JSON.stringify(draft));
      } catch {
        // The storage is full or forbidden: drafts last until the reload.
      }
      yield;
    }
  }
  const writeAll = (): void => void [...writes()];
  onLeave(writeAll);
  let cancel = (): void => undefined;
  const unsubscribe = observe(store, selectItems, (items, before) => {
    for (const ref of new Set([...keysOf(before), ...keysOf(items)]))
      if (items[ref] !== before[ref]) waiting.add(ref);
    cancel();
    if (waiting.size <= AT_ONCE) writeAll();
    else
      cancel = workInSlices({
        steps: writes(),
        idle: whenIdle,
        clock: () => performance.now(),
        onDone: () => undefined,
      });
  });
  return () => {
    unsubscribe();
    cancel();
    writeAll();
    followed.close();
  };
}
