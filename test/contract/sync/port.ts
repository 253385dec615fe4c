/**
 * The operations that the contract suite needs. The stand-in's semantics, the `twilio` library over REST and the
 * `twilio-sync` library over its socket each implement them. Operations that only some support have separate
 * ports.
 */

export type Data = Readonly<Record<string, unknown>>;

export interface Item {
  readonly key: string;
  readonly data: Data;
  readonly revision: string;
  readonly dateUpdated: Date;
  readonly dateExpires: Date | null;
}

interface Listing {
  readonly order?: "asc" | "desc";
  /** The first key, inclusive. */
  readonly from?: string;
  readonly pageSize?: number;
}

export interface MapPort {
  readonly sid: string;
  /**
   * Adds or replaces.
   * @param ttl seconds
   */
  put(key: string, data: Data, ttl?: number): Promise<Item>;
  /** Rejects with a 404 for a missing item. */
  get(key: string): Promise<Item>;
  remove(key: string): Promise<void>;
  /** The keys of each page. */
  pages(listing?: Listing): Promise<string[][]>;
}

export interface DocumentPort {
  readonly sid: string;
  read(): Promise<{ readonly data: Data; readonly revision: string }>;
  write(data: Data): Promise<void>;
}

/** Operations of every implementation. Objects are opened by unique name or sid; a missing one is a 404. */
export interface SyncPort {
  createMap(name: string): Promise<MapPort>;
  openMap(id: string): Promise<MapPort>;
  removeMap(id: string): Promise<void>;
  createDocument(name: string, data: Data): Promise<DocumentPort>;
  openDocument(id: string): Promise<DocumentPort>;
}

/** Writes conditional on a revision given by the caller; clients do this only inside `mutate`. */
export interface RevisionPort {
  addItem(map: string, key: string, data: Data): Promise<Item>;
  updateItem(map: string, key: string, data: Data, ifMatch?: string): Promise<Item>;
  removeItem(map: string, key: string, ifMatch?: string): Promise<void>;
  updateDocument(id: string, data: Data, ifMatch?: string): Promise<string>;
  keysAfter(map: string, key: string): Promise<string[]>;
  /** Creates with the given values, unchecked. */
  createNamed(kind: "map" | "document", name: string, ttl?: number): Promise<void>;
}

/** Events of a subscriber: `added k1`, `updated k1`, `removed k1`, `document {"n":1}`, `gone`. */
export interface Watch {
  readonly log: string[];
  stop(): void;
}
export interface WatchPort {
  watchMap(id: string): Promise<Watch>;
  watchDocument(id: string): Promise<Watch>;
}

export interface Rights {
  readonly read?: boolean;
  readonly write?: boolean;
  readonly manage?: boolean;
}

/** The refusal of an operation; fails the test if it succeeds. */
export async function refusal(operation: Promise<unknown>): Promise<{ status: number; code: number }> {
  try {
    await operation;
  } catch (error) {
    const { status, code } = error as { status?: unknown; code?: unknown };
    if (typeof status === "number" && typeof code === "number") return { status, code };
    throw error;
  }
  throw new Error("it was not refused");
}

/** Waits for a condition; the machine may be slow. */
export async function until(isSo: () => boolean, what = "it", timeoutMs = 20_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`waited ${timeoutMs} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
