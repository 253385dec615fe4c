import { parseLock } from "@schedule-manager/shared/layout-schema";
import { sameValue } from "@schedule-manager/shared/same-value";
import { LOCK } from "@schedule-manager/shared/sync-layout";
import type { LockData } from "@schedule-manager/shared/sync-layout";
import type { SyncCaller, SyncReader } from "../sync/sync-caller";
import { SyncFailure } from "../sync/sync-failure";

export interface LockState {
  readonly data: LockData;
  readonly revision: string;
  /** ms since it was last written, by Sync's own clock. */
  readonly age: number;
}

export async function readLockState(caller: SyncReader): Promise<LockState> {
  const document = await caller.readDocument(LOCK);
  const data = document === null ? null : parseLock(document.data);
  if (document === null || data === null) {
    throw new SyncFailure("missing", "the document lock is missing or spoilt: run the set-up", 404);
  }
  return { data, revision: document.revision, age: document.readAt - document.updatedAt };
}

/**
 * Writes `lock` if it is still as it was read; null: it is not. When the answer to the write got lost, what is
 * there is compared: marks carry their publish and their time, so nobody else writes the same.
 */
export async function moveLock(
  caller: SyncCaller,
  from: LockState,
  data: LockData,
): Promise<LockState | null> {
  try {
    const { revision } = await caller.updateDocument(LOCK, data, from.revision);
    return { data, revision, age: 0 };
  } catch (error) {
    if (!(error instanceof SyncFailure && error.kind === "moved")) throw error;
    const now = await readLockState(caller);
    return sameValue(now.data, data) ? now : null;
  }
}
