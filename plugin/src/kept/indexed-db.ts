import type { KeptStore } from "./kept";

const ITEMS = "items";
const PLACE = "place";
const ONLY = "place";

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error("IndexedDB failed"));
    };
  });

function open(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  const request = factory.open(name, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(ITEMS, { keyPath: "ref" });
    request.result.createObjectStore(PLACE);
  };
  return settled(request);
}

/**
 * Keeps the catalogue in the browser's IndexedDB.
 * @param factory undefined: the browser has none, as in some private windows
 * @param name one database for each Flex account
 */
export function indexedDbStore(factory: IDBFactory | undefined, name: string): KeptStore {
  let opening: Promise<IDBDatabase> | null = null;
  const database = (): Promise<IDBDatabase> => {
    if (factory === undefined) return Promise.reject(new Error("no IndexedDB"));
    opening ??= open(factory, name).then((db) => {
      // Another page wants to delete or upgrade it: it must not wait for this one.
      db.onversionchange = () => {
        db.close();
        opening = null;
      };
      return db;
    });
    return opening;
  };
  return {
    async load() {
      try {
        const transaction = (await database()).transaction([ITEMS, PLACE], "readonly");
        const [items, place] = await Promise.all([
          settled(transaction.objectStore(ITEMS).getAll() as IDBRequest<unknown[]>),
          settled(transaction.objectStore(PLACE).get(ONLY) as IDBRequest<unknown>),
        ]);
        return place === undefined ? null : { items, place };
      } catch {
        return null;
      }
    },

    async save({ put, drop, place }) {
      try {
        const transaction = (await database()).transaction([ITEMS, PLACE], "readwrite");
        const items = transaction.objectStore(ITEMS);
        if (drop === "all") items.clear();
        else for (const ref of drop) items.delete(ref);
        for (const item of put) items.put(item);
        transaction.objectStore(PLACE).put(place, ONLY);
        return await new Promise<boolean>((resolve) => {
          transaction.oncomplete = () => {
            resolve(true);
          };
          transaction.onabort = transaction.onerror = () => {
            resolve(false);
          };
        });
      } catch {
        return false;
      }
    },
  };
}
