import { parsePulse } from "@schedule-manager/shared/layout-schema";
import { PULSES, pulseName } from "@schedule-manager/shared/sync-layout";
import type { ItemRef, PublishMark } from "@schedule-manager/shared/sync-layout";
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

/** The pulses, then `lock`: once `lock` says so, every function instance will see it. null: somebody else did. */
export async function commit(caller: SyncCaller, lock: LockState, finish: Finish): Promise<LockState | null> {
  const { mark, refs, skipped, at } = finish;
  const indexes = Array.from({ length: PULSES }, (_, index) => index);
  await atMost(PULSES, indexes, (index) => movePulse(caller, pulseName(index), mark.generation, refs));
  return moveLock(caller, lock, committed(lock.data, mark, at, skipped));
}

async function movePulse(
  caller: SyncCaller,
  name: string,
  generation: number,
  refs: readonly ItemRef[],
): Promise<void> {
  for (;;) {
    const document = await caller.readDocument(name);
    if (document === null) throw new SyncFailure("missing", `${name} is missing: run the set-up`, 404);
    const pulse = parsePulse(document.data);
    // Whoever took this publish over may be far ahead: a pulse never goes back.
    if (pulse !== null && pulse.generation >= generation) return;
    try {
      await caller.updateDocument(name, nextPulse(pulse, generation, refs), document.revision);
      return;
    } catch (error) {
      if (!(error instanceof SyncFailure && error.kind === "moved")) throw error;
    }
  }
}
