import type {
  ClientListener,
  MapListener,
  SyncConnection,
  SyncItem,
} from "@schedule-manager/plugin/sync/connection";
import { SyncProblem } from "@schedule-manager/plugin/sync/connection";
import { upTo } from "@schedule-manager/plugin/sync/item-range";

type DocumentListener = Parameters<SyncConnection["watchDocument"]>[1];
type MapEvent = (listener: MapListener) => void;
interface MemoryMap {
  readonly items: Map<string, SyncItem>;
  readonly listeners: Set<MapListener>;
}
interface MemoryDocument {
  data: unknown;
  revision: number;
  readonly listeners: Set<DocumentListener>;
}

/** Turns until missed events arrive after the socket is back. */
const CATCH_UP = 10;

/** Sync in memory: delivers events a turn later, in order, as a socket does. Passes the same contract. */
export class MemorySync {
  readonly #maps = new Map<string, MemoryMap>();
  readonly #documents = new Map<string, MemoryDocument>();
  #clients = new Set<ClientListener>();
  /** While true, events are held back as for a client with a lost socket. */
  #waiting: (() => void)[] | null = null;
  /** Tokens of the clients, in order. */
  readonly tokens: string[] = [];
  /** Names of the objects read, in order. */
  readonly reads: string[] = [];
  /** Lists in order: the map and the first key. */
  readonly lists: string[] = [];
  #passed = 0;
  /** When items expire, ms since the epoch. */
  readonly #ends = new WeakMap<SyncItem, number>();

  createMap(name: string, items: Readonly<Record<string, unknown>> = {}): void {
    this.#maps.set(name, { items: new Map(), listeners: new Set() });
    for (const [key, data] of Object.entries(items)) this.put(name, key, data);
  }

  createDocument(name: string, data: unknown): void {
    this.#documents.set(name, { data, revision: 0, listeners: new Set() });
  }

  put(name: string, key: string, data: unknown): SyncItem {
    const map = this.#map(name);
    const held = map.items.get(key);
    const revision = held === undefined ? 0 : Number(held.revision) + 1;
    const item: SyncItem = { key, data, revision: String(revision), updated: this.#now() };
    map.items.set(key, item);
    this.#happened(map, (listener) => listener.changed(item));
    return item;
  }

  /** Advances Sync's clock. */
  pass(ms: number): void {
    this.#passed += ms;
    for (const [name, { items }] of this.#maps) {
      for (const [key, item] of items) {
        if ((this.#ends.get(item) ?? Infinity) <= this.#now()) this.remove(name, key);
      }
    }
  }

  #now(): number {
    return Date.now() + this.#passed;
  }

  /** Writes of a client wait while its socket is lost. */
  #socket(): Promise<void> {
    return this.#waiting === null
      ? Promise.resolve()
      : new Promise((resolve) => this.#waiting?.push(resolve));
  }

  remove(name: string, key: string): void {
    const map = this.#map(name);
    map.items.delete(key);
    this.#happened(map, (listener) => listener.removed(key));
  }

  removeMap(name: string): void {
    const map = this.#map(name);
    this.#maps.delete(name);
    this.#tell(map.listeners, (listener) => listener.lost({ status: 404, code: 54200, message: "gone" }));
  }

  setDocument(name: string, data: unknown): void {
    const document = this.#document(name);
    document.data = data;
    document.revision += 1;
    const told = { data, revision: String(document.revision) };
    this.#tell(document.listeners, (listener) => listener.changed(told));
  }

  /** Drops all sockets until `restore`. */
  interrupt(): void {
    this.#waiting ??= [];
    for (const client of this.#clients) client.state("disconnected");
  }

  restore(): void {
    const events = this.#waiting ?? [];
    this.#waiting = null;
    for (const client of this.#clients) client.state("connected");
    // Missed events are requested and arrive later.
    void (async () => {
      for (let turn = 0; turn < CATCH_UP; turn += 1) await Promise.resolve();
      for (const event of events) event();
      for (const { listeners } of this.#maps.values()) for (const listener of listeners) listener.caughtUp();
    })();
  }

  tell(event: (client: ClientListener) => void): void {
    for (const client of this.#clients) event(client);
  }

  get clients(): number {
    return this.#clients.size;
  }

  readonly connect = (token: string, client: ClientListener): SyncConnection => {
    this.tokens.push(token);
    this.#clients.add(client);
    const closers: (() => void)[] = [];
    /** This client's cached value of a watched object, as in Twilio's library; undefined: it does not exist. */
    const known = new Map<string, SyncItem | undefined>();
    void Promise.resolve().then(() => {
      if (this.#clients.has(client) && this.#waiting === null) client.state("connected");
    });
    return {
      watchMap: async (name, listener) => {
        await Promise.resolve();
        const map = this.#map(name);
        const knowing: MapListener = {
          ...listener,
          changed: (item) => {
            known.set(`${name} ${item.key}`, item);
            listener.changed(item);
          },
          removed: (key) => {
            known.set(`${name} ${key}`, undefined);
            listener.removed(key);
          },
        };
        const close = (): void => void map.listeners.delete(knowing);
        closers.push(close);
        this.reads.push(name);
        for (const item of map.items.values()) known.set(`${name} ${item.key}`, item);
        listener.reset([...map.items.values()]);
        map.listeners.add(knowing);
        this.#tell(new Set([knowing]), (one) => one.caughtUp());
        return { close };
      },
      watchDocument: async (name, listener) => {
        await Promise.resolve();
        const document = this.#document(name);
        this.reads.push(name);
        listener.changed({ data: document.data, revision: String(document.revision) });
        document.listeners.add(listener);
        const close = (): void => void document.listeners.delete(listener);
        closers.push(close);
        return { close };
      },
      listItems: async (name, range) => {
        await Promise.resolve();
        const { from, order = "asc", pageSize = 100 } = range;
        const sign = order === "asc" ? 1 : -1;
        const after = (a: string, b: string): boolean => (order === "asc" ? a >= b : a <= b);
        this.lists.push(`${name}:${from ?? ""}`);
        const items = [...this.#map(name).items.values()]
          .sort((a, b) => (a.key < b.key ? -sign : sign))
          .filter(({ key }) => from === undefined || after(key, from));
        return upTo(items.slice(0, pageSize), items.length > pageSize, range);
      },
      changeItem: async (name, key, ttl, change) => {
        await this.#socket();
        const there = this.#map(name).items.get(key);
        const here = `${name} ${key}`;
        // Writes from the cached value first, and reads again only if Sync refuses the revision.
        const first = known.has(here) ? known.get(here) : there;
        let data = change(first?.data);
        if (data !== null && first?.revision !== there?.revision) data = change(there?.data);
        if (data === null) return null;
        const item = this.put(name, key, data);
        known.set(here, item);
        this.#ends.set(item, this.#now() + ttl * 1000);
        return item;
      },
      updateToken: async (next) => {
        this.tokens.push(next);
        client.state("connected");
      },
      close: () => {
        this.#clients.delete(client);
        for (const close of closers) close();
      },
    };
  };

  #happened(map: MemoryMap, event: MapEvent): void {
    this.#tell(map.listeners, event);
  }

  #map(name: string): MemoryMap {
    const map = this.#maps.get(name);
    if (map === undefined) throw new SyncProblem(404, 54300, `No map ${name}`);
    return map;
  }

  #document(name: string): MemoryDocument {
    const document = this.#documents.get(name);
    if (document === undefined) throw new SyncProblem(404, 54300, `No document ${name}`);
    return document;
  }

  #tell<L>(listeners: Set<L>, what: (listener: L) => void): void {
    const those = [...listeners];
    const event = (): void => {
      for (const listener of those) if (listeners.has(listener)) what(listener);
    };
    if (this.#waiting === null) void Promise.resolve().then(event);
    else this.#waiting.push(event);
  }
}
