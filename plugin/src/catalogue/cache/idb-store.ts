import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { StoredCatalogueItem, CacheKey, CatalogueCache } from "./stored-catalogue";

const PLACE = "place";

interface CacheSchema extends DBSchema {
  readonly items: { readonly key: string; readonly value: StoredCatalogueItem };
  readonly place: { readonly key: string; readonly value: CacheKey };
}

/**
 * Stores the catalogue in IndexedDB. Where IndexedDB is missing, as in some private windows, it stores nothing.
 * @param name a database name per Flex account
 */
export function idbStore(name: string): CatalogueCache {
  let opening: Promise<IDBPDatabase<CacheSchema>> | null = null;
  const open = (): Promise<IDBPDatabase<CacheSchema>> =>
    openDB<CacheSchema>(name, 1, {
      upgrade(db) {
        db.createObjectStore("items", { keyPath: "ref" });
        db.createObjectStore("place");
      },
      // Another page wants to delete or upgrade the database and must not wait for this one.
      blocking(_, __, event) {
        if (event.target instanceof IDBDatabase) event.target.close();
        opening = null;
      },
      terminated() {
        opening = null;
      },
    });
  const database = (): Promise<IDBPDatabase<CacheSchema>> => (opening ??= open());

  return {
    async load() {
      try {
        const transaction = (await database()).transaction(["items", "place"]);
        const [items, place] = await Promise.all([
          transaction.objectStore("items").getAll(),
          transaction.objectStore("place").get(PLACE),
        ]);
        return place === undefined ? null : { items, place };
      } catch {
        return null;
      }
    },

    async save({ put, drop, place }) {
      try {
        const transaction = (await database()).transaction(["items", "place"], "readwrite");
        const items = transaction.objectStore("items");
        const writes = [
          ...(drop === "all" ? [items.clear()] : drop.map((ref) => items.delete(ref))),
          ...put.map((item) => items.put(item)),
          transaction.objectStore("place").put(place, PLACE),
        ];
        await Promise.all([...writes, transaction.done]);
        return true;
      } catch {
        return false;
      }
    },
  };
}
