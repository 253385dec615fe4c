import type {
  StoredCatalogueItem,
  CatalogueCache,
} from "@schedule-manager/plugin/catalogue/cache/stored-catalogue";

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** An in-memory cache for several pages in succession. It copies what it stores. */
export class MemoryCache implements CatalogueCache {
  readonly items = new Map<string, StoredCatalogueItem>();
  place: unknown;
  /** The number of items that each save wrote and removed. */
  readonly saves: string[] = [];

  async load() {
    const { place } = this;
    return place === undefined ? null : copy({ items: [...this.items.values()], place });
  }

  async save({ put, drop, place }: Parameters<CatalogueCache["save"]>[0]): Promise<boolean> {
    this.saves.push(`put:${put.length} drop:${drop === "all" ? "all" : drop.length}`);
    if (drop === "all") this.items.clear();
    else for (const ref of drop) this.items.delete(ref);
    for (const item of put) this.items.set(item.ref, copy(item));
    this.place = copy(place);
    return true;
  }
}
