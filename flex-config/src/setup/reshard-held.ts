/** What the parts of a change of shards share: they work under a publish mark. */
import type { Twilio } from "twilio";
import { inBatches } from "./in-batches";
import { LostLock, takeLock, type LockHolder } from "./lock-holder";
import type { Taken } from "./plan";
import type { Moves } from "./reshard-plan";
import { copyItem, removeItem, type SyncService } from "./reshard-store";

const WIDTH = 4;
/** Begins the ids of the marks. */
export const MARK_PREFIX = "shards-";

export interface ReshardOptions {
  readonly client: Twilio;
  readonly serviceSid: string;
  readonly shards: number;
  /** ISO 8601 */
  readonly now: () => string;
  readonly wait: (ms: number) => Promise<void>;
  /** Makes a change, or in a dry run only tells of it and answers null. */
  readonly change: <T>(what: string, make: () => Promise<T>) => Promise<T | null>;
  /** Told of each map that is made ready, in words, once it is. */
  readonly onStep?: (what: string) => void;
}

export type ReshardResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: "not-set-up" | "publish-in-progress" | "publish-interrupted" | "lock-lost";
    }
  | { readonly ok: false; readonly reason: "name-taken"; readonly taken: Taken };

export const DONE: ReshardResult = { ok: true };

/** Works while nobody can publish. */
export async function held(
  options: ReshardOptions,
  work: (holder: LockHolder) => Promise<ReshardResult>,
): Promise<ReshardResult> {
  const taken = await takeLock({ ...options, prefix: MARK_PREFIX });
  if (!taken.ok) return taken;
  try {
    return await work(taken.holder);
  } catch (error) {
    if (error instanceof LostLock) return { ok: false, reason: "lock-lost" };
    throw error;
  }
}

/** Each write under a mark that is known to live. */
export async function carryMoves(
  service: SyncService,
  holder: LockHolder,
  { copies, removals }: Moves,
): Promise<void> {
  await inBatches(removals, WIDTH, async (item) => {
    await holder.keepAlive();
    await removeItem(service, item);
  });
  await inBatches(copies, WIDTH, async (copy) => {
    await holder.keepAlive();
    await copyItem(service, copy);
  });
}
