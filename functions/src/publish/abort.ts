import type { PublishMark } from "@schedule-manager/shared/sync-layout";
import type { SyncCaller } from "../sync/sync-caller";
import { removeIntent } from "./intent-store";
import { withoutMark } from "./lock-states";
import { moveLock, readLockState } from "./lock-store";

/**
 * Takes a publisher's own mark back before it applied anything, and removes what it wrote down. Only when `lock`
 * is certain not to say `applying` for it (an answer may have got lost); otherwise everything stays for whoever
 * comes next.
 */
export async function abort(
  { caller, concurrency }: { readonly caller: SyncCaller; readonly concurrency: number },
  mark: PublishMark,
  shards: number,
): Promise<void> {
  const lock = await readLockState(caller);
  const { publish, recent } = lock.data;
  if (publish?.id === mark.id) {
    // A repeat of this id that began later writes under the same keys.
    if (publish.since !== mark.since) return;
    if (publish.phase === "applying") return;
    if ((await moveLock(caller, lock, withoutMark(lock.data))) === null) return;
  }
  if (recent.some(({ id }) => id === mark.id)) return;
  await removeIntent(caller, mark, shards, concurrency);
}
