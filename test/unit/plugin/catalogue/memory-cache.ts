import type {
  StoredCatalogueItem,
  CatalogueCache,
} from "@schedule-manager/plugin/catalogue/cache/stored-catalogue";

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** A browser's storage in memory, for several pages one after the other. What it holds is a copy. */
export class MemoryKept implements CatalogueCache {
  readonly items = new Map<string, StoredCatalogueItem>();
  place: unknown;
  /** How many items each save wrote and dropped. */
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
