import type { PublishRequest } from "@schedule-manager/shared/api";
import type {
  Actor,
  FinishedPublish,
  LockData,
  PublishClaim,
  PublishMark,
} from "@schedule-manager/shared/sync-layout";
import { Failed } from "../failure";
import type { SyncCaller } from "../sync/sync-caller";
import { withMark } from "./lock-states";
import { moveLock, readLockState } from "./lock-store";
import type { LockState } from "./lock-store";
import { recover } from "./recover";
import { isRepeat } from "./request-digest";

export interface MarkOptions {
  readonly caller: SyncCaller;
  readonly concurrency: number;
  /** ms since the epoch */
  readonly clock: () => number;
  /** ms, `DEAD_AFTER` */
  readonly deadAfter: number;
}

export type Taken =
  | { readonly kind: "marked"; readonly lock: LockState; readonly mark: PublishMark }
  /** This id was published before. */
  | { readonly kind: "finished"; readonly publish: FinishedPublish; readonly lock: LockData };

/** More than anybody loses the race for the mark to others who then vanish. */
const MAX_TRIES = 5;

/** Step 1 of a publish: the mark, after finishing or clearing what a dead publisher left. */
export async function takeMark(
  options: MarkOptions,
  { id, version }: Pick<PublishRequest, "id" | "version">,
  by: Actor,
  claim: PublishClaim,
): Promise<Taken> {
  const { caller, clock, concurrency, deadAfter } = options;
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const lock = await readLockState(caller);
    const { generation, publish, recent } = lock.data;
    const finished = recent.find((entry) => entry.id === id);
    const recorded = finished ?? (publish?.id === id ? publish : undefined);
    if (recorded !== undefined && !isRepeat(recorded, by, claim)) throw idReused();
    if (finished !== undefined) return { kind: "finished", publish: finished, lock: lock.data };
    if (publish !== null) {
      if (lock.age < deadAfter) throw inProgress(publish, id, deadAfter - lock.age);
      await recover({ caller, concurrency, at: isoOf(clock()) }, lock, publish);
      continue;
    }
    if (version !== undefined && version !== String(generation)) {
      throw new Failed(
        "publish-stale-version",
        "Schedule was updated by someone else and cannot be published. Please reload and try again.",
        { version: String(generation) },
      );
    }
    const since = isoOf(clock());
    const mark: PublishMark = { id, by, since, phase: "checking", generation: generation + 1, claim };
    const mine = await moveLock(caller, lock, withMark(lock.data, mark));
    if (mine !== null) return { kind: "marked", lock: mine, mark };
  }
  throw new Failed("publish-in-progress", "Others are publishing. Try again in a few seconds.");
}

export const isoOf = (ms: number): string => new Date(ms).toISOString();

const idReused = () =>
  new Failed("publish-id-reused", "This id belongs to another publish. Send the publish with a new id.");

function inProgress(mark: PublishMark, id: string, wait: number): Failed {
  const own = mark.id === id;
  return new Failed(
    "publish-in-progress",
    own
      ? "This publish is still in progress. Ask again in a few seconds with the same id to learn its result."
      : "Another schedule publish is in progress. Try again in a few seconds.",
    {},
    { by: mark.by, since: mark.since, own, retryAfterMs: Math.max(0, wait) },
  );
}
