import { dictionary, dictionaryOf } from "@schedule-manager/shared/collections/dictionary";
import { isRecord } from "@schedule-manager/shared/collections/record";
import type { Store } from "redux";
import { observe } from "../redux/observe";
import { pluginState } from "../catalogue/root";
import type { LocksRoot } from "./root";
import { peopleRemembered } from "./presence";

/** Names that are kept; the ones seen first are forgotten first. */
const MOST = 500;

type People = Readonly<Record<string, string>>;

function read(storage: Storage, key: string): People {
  try {
    const json: unknown = JSON.parse(storage.getItem(key) ?? "null");
    if (!isRecord(json)) return dictionary();
    return dictionaryOf(
      Object.entries(json).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    );
  } catch {
    return dictionary();
  }
}

/**
 * Keeps the names of people seen editing in the browser, so that the history names them when they are offline.
 * @returns stops
 */
export function storePeople(store: Store<LocksRoot>, storage: Storage, key: string): () => void {
  store.dispatch(peopleRemembered(read(storage, key)));
  return observe(
    store,
    (root: LocksRoot) => pluginState(root).presence.people,
    (people) => {
      try {
        // Another tab may have seen others.
        const all = Object.entries({ ...read(storage, key), ...people }).slice(-MOST);
        storage.setItem(key, JSON.stringify(Object.fromEntries(all)));
      } catch {
        // A full storage costs only the names.
      }
    },
  );
}
