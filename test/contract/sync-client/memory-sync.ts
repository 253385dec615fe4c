import type { SyncClient, SyncDocument, SyncEntry } from "@schedule-manager/functions/sync/sync-client";
import { SyncFailure } from "@schedule-manager/functions/sync/sync-failure";

interface Cell {
  revision: number;
  data: string;
  updatedAt: number;
}

/** A call as seen by a test. */
export interface SyncOperation {
  readonly op: keyof SyncClient;
  /** The document, or the map. */
  readonly name: string;
  readonly key?: string;
}

/** Sync behind the port, in memory, for tests of its users. Passes the same contract as the real client. */
export class MemorySync {
  readonly #documents = new Map<string, Cell>();
  readonly #maps = new Map<string, Map<string, Cell>>();
  /** Dates are whole seconds, as in Sync. */
  clock: () => number;

  constructor(clock: () => number = Date.now) {
    this.clock = clock;
  }

  addDocument(name: string, data: object): void {
    this.#documents.set(name, this.#cell(data, -1));
  }

  addMap(name: string): void {
    this.#maps.set(name, new Map());
  }

  /** All items of a map by key, as parsed data. */
  itemsOf(map: string): Record<string, unknown> {
    return Object.fromEntries(
      [...this.#map(map)].map(([key, cell]) => [key, JSON.parse(cell.data) as unknown]),
    );
  }

  /** Writes like the console: without a revision. */
  put(map: string, key: string, data: unknown): void {
    const items = this.#map(map);
    items.set(key, this.#cell(data, items.get(key)?.revision ?? -1));
  }

  putDocument(name: string, data: unknown): void {
    this.#documents.set(name, this.#cell(data, this.#documents.get(name)?.revision ?? -1));
  }

  drop(map: string, key: string): void {
    this.#map(map).delete(key);
  }

  /**
   * @param before runs before each call, and may reject instead of it
   * @param after runs after the call, and may reject as well
   */
  client(
    before: (operation: SyncOperation) => Promise<void> | void = () => undefined,
    after: (operation: SyncOperation) => Promise<void> | void = () => undefined,
  ): SyncClient {
    const around = async <T>(operation: SyncOperation, work: () => T): Promise<T> => {
      await Promise.resolve();
      await before(operation);
      const result = work();
      await after(operation);
      return result;
    };
    return {
      readDocument: (name) =>
        around({ op: "readDocument", name }, () => {
          const cell = this.#documents.get(name);
          return cell === undefined ? null : this.#document(cell);
        }),
      updateDocument: (name, data, revision) =>
        around({ op: "updateDocument", name }, () => {
          const cell = matching(this.#documents.get(name), revision);
          const next = this.#cell(data, cell.revision);
          this.#documents.set(name, next);
          return this.#document(next);
        }),
      readItem: (name, key) =>
        around({ op: "readItem", name, key }, () => {
          const cell = this.#maps.get(name)?.get(key);
          return cell === undefined ? null : entryOf(key, cell);
        }),
      listItems: (name) =>
        around({ op: "listItems", name }, () =>
          [...this.#map(name)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, cell]) => entryOf(key, cell)),
        ),
      createItem: (name, key, data) =>
        around({ op: "createItem", name, key }, () => {
          const items = this.#map(name);
          if (items.has(key)) throw new SyncFailure("exists", "409", 409, 54208);
          const cell = this.#cell(data, -1);
          items.set(key, cell);
          return entryOf(key, cell);
        }),
      updateItem: (name, key, data, revision) =>
        around({ op: "updateItem", name, key }, () => {
          const items = this.#map(name);
          const cell = this.#cell(data, matching(items.get(key), revision).revision);
          items.set(key, cell);
          return entryOf(key, cell);
        }),
      removeItem: (name, key, revision) =>
        around({ op: "removeItem", name, key }, () => {
          matching(this.#map(name).get(key), revision);
          this.#map(name).delete(key);
        }),
    };
  }

  #map(name: string): Map<string, Cell> {
    const items = this.#maps.get(name);
    if (items === undefined) throw new SyncFailure("missing", "404", 404, 54200);
    return items;
  }

  #cell(data: unknown, revision: number): Cell {
    return {
      revision: revision + 1,
      data: JSON.stringify(data),
      updatedAt: Math.floor(this.clock() / 1000) * 1000,
    };
  }

  #document(cell: Cell): SyncDocument {
    const { revision, data, updatedAt } = cell;
    return {
      revision: String(revision),
      data: JSON.parse(data) as unknown,
      updatedAt,
      readAt: Math.floor(this.clock() / 1000) * 1000,
    };
  }
}

const entryOf = (key: string, { revision, data }: Cell): SyncEntry => ({
  key,
  revision: String(revision),
  data: JSON.parse(data) as unknown,
});

function matching(cell: Cell | undefined, revision: string): Cell {
  if (cell === undefined) throw new SyncFailure("missing", "404", 404, 54201);
  if (String(cell.revision) !== revision) throw new SyncFailure("moved", "412", 412, 54205);
  return cell;
}
