import type { MapItem } from "./types";

/** A map's items by key, in the order of their UTF-16 code units, as Sync lists them. */
export class ItemIndex {
  readonly #items = new Map<string, MapItem>();
  readonly #keys: string[] = [];

  get size(): number {
    return this.#items.size;
  }

  get(key: string): MapItem | undefined {
    return this.#items.get(key);
  }

  set(item: MapItem): void {
    if (!this.#items.has(item.key)) this.#keys.splice(this.#position(item.key), 0, item.key);
    this.#items.set(item.key, item);
  }

  delete(key: string): void {
    if (this.#items.delete(key)) this.#keys.splice(this.#position(key), 1);
  }

  /** Every item, in order. */
  *[Symbol.iterator](): Generator<MapItem> {
    for (const key of this.#keys) yield this.#at(key);
  }

  /**
   * Items from a key.
   * @param from null: from the first item in that order
   * @param inclusive whether `from` itself is included
   */
  *walk(order: "asc" | "desc", from: string | null, inclusive: boolean): Generator<MapItem> {
    const keys = this.#keys;
    const step = order === "asc" ? 1 : -1;
    let index = order === "asc" ? 0 : keys.length - 1;
    if (from !== null) {
      index = this.#position(from);
      const exact = keys[index] === from;
      if (order === "asc") index += exact && !inclusive ? 1 : 0;
      else index -= exact && inclusive ? 0 : 1;
    }
    for (; index >= 0 && index < keys.length; index += step) yield this.#at(keys[index] ?? "");
  }

  #at(key: string): MapItem {
    const item = this.#items.get(key);
    if (item === undefined) throw new Error(`no item for the key ${key}`);
    return item;
  }

  /** The position of the key, or the position at which to insert it. */
  #position(key: string): number {
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#keys[middle] ?? "") < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
