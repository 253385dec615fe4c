/**
 * Publishing: mark, check, intent, apply, commit.
 *
 *   free --mark--> checking --intent--> applying --commit--> free, one generation on
 *                  checking --refused, conflict, failure--> free
 *
 * Up to `applying` nothing of it can be seen, and whoever comes upon a dead mark clears it. From `applying` on it
 * will be finished, by this publisher or by whoever comes next. `lock` moves only by If-Match, so a publisher
 * that was taken over finds out at its next step.
 */
import type { CurrentItem, PublishAnswer, PublishRequest } from "@schedule-manager/shared/api";
import { itemRef, mapName, shardOf } from "@schedule-manager/shared/sync-layout";
import type { Actor, FinishedPublish, LockData } from "@schedule-manager/shared/sync-layout";
import { budgetOf } from "../budget";
import type { Callers } from "../sync/callers";
import { Failed } from "../failure";
import { atMost } from "../sync/at-most";
import type { SyncCaller } from "../sync/sync-caller";
import { SyncFailure } from "../sync/sync-failure";
import { abort } from "./abort";
import { applyIntent } from "./apply";
import { commit } from "./commit";
import { valueFrom } from "./current";
import { intentOf, writeIntent } from "./intent-store";
import { applying, withMark } from "./lock-states";
import { moveLock, readLockState } from "./lock-store";
import type { LockState } from "./lock-store";
import { planPublish } from "./plan";
import type { Plan } from "./plan";
import { readCurrent } from "./read-current";
import { refused } from "./refused";
import { claimOf } from "./request-digest";
import { checkSizes } from "./sizes";
import { isoOf, takeMark } from "./take-mark";

/** ms after which a publisher writes no more. The rest of its 8 s is for taking its mark back. */
export const WORK_BUDGET = 7000;
/** ms after which it sends nothing at all; others wait 15 s before they take over. */
export const WHOLE_BUDGET = 8000;

export interface PublishOptions {
  readonly callers: Callers;
  readonly concurrency: number;
  /** ms since the epoch */
  readonly clock: () => number;
  /** ms, `DEAD_AFTER` */
  readonly deadAfter: number;
  readonly right: "toggle" | "edit";
  readonly by: Actor;
}

export type Published = Omit<PublishAnswer, "now">;

/** Publishes, or rejects with `Failed`. */
export async function publish(request: PublishRequest, options: PublishOptions): Promise<Published> {
  const { callers, clock, concurrency, by, right } = options;
  const caller = callers(budgetOf(WORK_BUDGET, clock));
  const last = callers(budgetOf(WHOLE_BUDGET, clock));

  const taken = await takeMark({ ...options, caller }, request, by, claimOf(request, by, right));
  if (taken.kind === "finished") return resultOf(caller, request, taken.publish, taken.lock, concurrency);

  const { mark } = taken;
  const { shards } = taken.lock.data;
  let begun: Begun;
  try {
    begun = await begin(request, options, caller, taken);
  } catch (error) {
    await abort({ caller: last, concurrency }, mark, shards).catch(() => undefined);
    throw error;
  }
  const { plan, intent, lock } = begun;
  const done = plan.done;
  if (intent.length === 0) {
    await abort({ caller: last, concurrency }, mark, shards).catch(() => undefined);
    return { id: request.id, version: String(lock.data.generation), items: done, skipped: [] };
  }
  try {
    const { items, skipped } = await applyIntent(caller, intent, shards, concurrency);
    const refs = intent.map(({ kind, id }) => itemRef(kind, id));
    const end = await commit(caller, lock, { mark, refs, skipped, at: isoOf(clock()) });
    if (end !== null)
      return { id: mark.id, version: String(mark.generation), items: [...done, ...items], skipped };
    const now = (await readLockState(caller)).data;
    const finished = now.recent.find((entry) => entry.id === mark.id);
    if (finished !== undefined) return await resultOf(caller, request, finished, now, concurrency);
    throw interrupted();
  } catch (error) {
    if (error instanceof SyncFailure) throw interrupted();
    throw error;
  }
}

interface Begun {
  readonly plan: Extract<Plan, { kind: "write" }>;
  readonly intent: ReturnType<typeof intentOf>;
  readonly lock: LockState;
}

/** Check and intent: when it returns with an intent, `lock` says `applying`. */
async function begin(
  request: PublishRequest,
  { concurrency, right }: PublishOptions,
  caller: SyncCaller,
  { lock, mark }: Extract<Awaited<ReturnType<typeof takeMark>>, { kind: "marked" }>,
): Promise<Begun> {
  const { shards, generation } = lock.data;
  const current = await readCurrent(caller, request.changes, shards, concurrency);
  const plan = planPublish(request, current, right);
  if (plan.kind === "not-allowed") {
    throw new Failed("not-allowed", "Your role may only open and close schedules manually.");
  }
  if (plan.kind === "conflict") {
    throw new Failed(
      "publish-conflict",
      "Schedule was updated by someone else and cannot be published. Please reload and try again.",
      { items: plan.items, version: String(generation) },
    );
  }
  if (plan.kind === "refused") throw refused(plan.problems);
  const intent = intentOf(plan.writes, mark);
  const tooLarge = checkSizes(intent);
  if (tooLarge.length > 0) throw refused(tooLarge);
  if (intent.length === 0) return { plan, intent, lock };
  await writeIntent(caller, intent, mark, shards, concurrency);
  const next = await moveLock(caller, lock, withMark(lock.data, applying(mark)));
  if (next === null)
    throw new Failed("publish-interrupted", "The publish took too long and was given up. Publish again.");
  return { plan, intent, lock: next };
}

const interrupted = () =>
  new Failed(
    "publish-interrupted",
    "The publish is written down but not finished. It will be within seconds: ask again with the same id.",
  );

/** The recorded result of a finished publish, with the items that this request names as they are now. */
async function resultOf(
  caller: SyncCaller,
  request: PublishRequest,
  finished: FinishedPublish,
  { shards }: LockData,
  concurrency: number,
): Promise<Published> {
  const items = await atMost(concurrency, request.changes, async ({ kind, id }): Promise<CurrentItem> => {
    const entry = await caller.readItem(mapName(kind, shardOf(id, shards)), id);
    return {
      kind,
      id,
      revision: entry?.revision ?? null,
      value: entry === null ? null : valueFrom(kind, entry.data),
    };
  });
  return { id: finished.id, version: String(finished.generation), items, skipped: finished.skipped ?? [] };
}
