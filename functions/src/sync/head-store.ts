import { parseHead } from "@schedule-manager/shared/sync/layout-schema";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import { HEAD } from "@schedule-manager/shared/sync/layout";
import type { CatalogueHead } from "@schedule-manager/shared/sync/layout";
import type { SyncClient, SyncReader } from "./sync-client";
import { SyncFailure } from "./sync-failure";

export interface HeadState<T extends CatalogueHead = CatalogueHead> {
  readonly data: T;
  readonly revision: string;
  /** Milliseconds since the last write, by Sync's own clock. */
  readonly age: number;
}

export async function readHead(reader: SyncReader): Promise<HeadState> {
  const document = await reader.readDocument(HEAD);
  const data = document === null ? null : parseHead(document.data);
  if (document === null || data === null) {
    throw new SyncFailure("missing", "the document head is missing or invalid: run the set-up", 404);
  }
  return { data, revision: document.revision, age: document.readAt - document.updatedAt };
}

/**
 * Writes `head` if it is unchanged since it was read; null: it changed. When an answer was lost, compares the
 * content: leases contain their publish and time, so no other write is equal.
 */
export async function writeHead<T extends CatalogueHead>(
  client: SyncClient,
  from: HeadState,
  data: T,
): Promise<HeadState<T> | null> {
  try {
    const { revision } = await client.updateDocument(HEAD, data, from.revision);
    return { data, revision, age: 0 };
  } catch (error) {
    if (!(error instanceof SyncFailure && error.kind === "moved")) throw error;
    const { revision, data: now } = await readHead(client);
    return sameValue(now, data) ? { data, revision, age: 0 } : null;
  }
}
