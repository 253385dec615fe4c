/**
 * What the contract suite needs of an implementation of Sync: the semantics themselves, the `twilio` library over
 * REST, and the `twilio-sync` library over its socket each have one. What only some can do is a port of its own.
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
  /** The key to begin at; it belongs to the page. */
  readonly from?: string;
  readonly pageSize?: number;
}

export interface MapPort {
  readonly sid: string;
  /** Adds or replaces. @param ttl seconds */
  put(key: string, data: Data, ttl?: number): Promise<Item>;
  /** Rejects with a 404 when it is not there. */
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

/** What every implementation can do. Objects are opened by unique name or sid; a missing one is a 404. */
export interface SyncPort {
  createMap(name: string): Promise<MapPort>;
  openMap(id: string): Promise<MapPort>;
  removeMap(id: string): Promise<void>;
  createDocument(name: string, data: Data): Promise<DocumentPort>;
  openDocument(id: string): Promise<DocumentPort>;
}

/** Writes that depend on the revision as the caller states it; clients only do this inside `mutate`. */
export interface RevisionPort {
  addItem(map: string, key: string, data: Data): Promise<Item>;
  updateItem(map: string, key: string, data: Data, ifMatch?: string): Promise<Item>;
  removeItem(map: string, key: string, ifMatch?: string): Promise<void>;
  updateDocument(id: string, data: Data, ifMatch?: string): Promise<string>;
  keysAfter(map: string, key: string): Promise<string[]>;
  /** Creates with whatever is given. */
  createNamed(kind: "map" | "document", name: string, ttl?: number): Promise<void>;
}

/** What one subscriber has heard: `added k1`, `updated k1`, `removed k1`, `document {"n":1}`, `gone`. */
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

/** How an operation was refused; fails the test if it was not. */
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

/** Waits until something is so; the machine may be slow. */
export async function until(isSo: () => boolean, what = "it", timeoutMs = 20_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`waited ${timeoutMs} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
