import { parseLayout, parsePulse } from "@schedule-manager/shared/layout-schema";
import { LAYOUT, PULSES, pulseName } from "@schedule-manager/shared/sync-layout";
import type { CatalogueLayout, ItemRef, PublishMark } from "@schedule-manager/shared/sync-layout";
import { atMost } from "../sync/at-most";
import type { SyncCaller } from "../sync/sync-caller";
import { SyncFailure } from "../sync/sync-failure";
import { committed, nextPulse } from "./lock-states";
import { moveLock } from "./lock-store";
import type { LockState } from "./lock-store";

export interface Finish {
  readonly mark: PublishMark;
  readonly refs: readonly ItemRef[];
  readonly skipped: readonly ItemRef[];
  /** ISO 8601 */
  readonly at: string;
}

/** The pulses and `layout`, then `lock`: once `lock` says so, every function instance will see it. null: somebody else did. */
export async function commit(caller: SyncCaller, lock: LockState, finish: Finish): Promise<LockState | null> {
  const { mark, refs, skipped, at } = finish;
  const indexes = Array.from({ length: PULSES }, (_, index) => index);
  const layout: CatalogueLayout = { generation: mark.generation, shards: lock.data.shards };
  await Promise.all([
    moveLayout(caller, layout),
    atMost(PULSES, indexes, (index) => movePulse(caller, pulseName(index), mark.generation, refs)),
  ]);
  return moveLock(caller, lock, committed(lock.data, mark, at, skipped));
}

const movePulse = (
  caller: SyncCaller,
  name: string,
  generation: number,
  refs: readonly ItemRef[],
): Promise<void> =>
  moveForward(caller, name, (data) => {
    const pulse = parsePulse(data);
    return pulse !== null && pulse.generation >= generation ? null : nextPulse(pulse, generation, refs);
  });

const moveLayout = (caller: SyncCaller, layout: CatalogueLayout): Promise<void> =>
  moveForward(caller, LAYOUT, (data) =>
    (parseLayout(data)?.generation ?? -1) >= layout.generation ? null : layout,
  );

/** @param next what it shall hold; null: it is there or further: a publisher that was taken over sets nothing back */
async function moveForward(
  caller: SyncCaller,
  name: string,
  next: (data: unknown) => object | null,
): Promise<void> {
  for (;;) {
    const document = await caller.readDocument(name);
    if (document === null) throw new SyncFailure("missing", `${name} is missing: run the set-up`, 404);
    const data = next(document.data);
    if (data === null) return;
    try {
      await caller.updateDocument(name, data, document.revision);
      return;
    } catch (error) {
      if (!(error instanceof SyncFailure && error.kind === "moved")) throw error;
    }
  }
}
