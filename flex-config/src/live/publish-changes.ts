import { retryOf } from "@schedule-manager/shared/api/answers";
import { randomBytes } from "node:crypto";
import type { Failure, PublishChange, PublishRequest } from "@schedule-manager/shared/api/api";
import { PublishPace } from "@schedule-manager/shared/api/publish-pace";
import { costOf, splitChanges } from "@schedule-manager/shared/api/write-limits";
import type { LiveAnswer, Publisher } from "./publisher";

interface PublishProgress {
  readonly version: string;
  readonly done: number;
}

export interface PublishTools {
  /** The number of Sync Maps for each kind of item. */
  readonly shards: number;
  /** A monotonic clock in ms. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  readonly onPublished: (progress: PublishProgress) => void;
  /** Called before a wait for Sync's rate limit. */
  readonly onWait: (ms: number) => void;
}

/**
 * Splits many changes into several publishes, in order, at the rate that Sync accepts. The first refusal stops
 * the rest.
 */
export async function publishChanges(
  publisher: Publisher,
  changes: readonly PublishChange[],
  { shards, now, wait, onPublished, onWait }: PublishTools,
): Promise<LiveAnswer<{ readonly done: number }>> {
  const pace = new PublishPace();
  const pause = async (ms: number): Promise<void> => {
    if (ms === 0) return;
    onWait(ms);
    await wait(ms);
  };
  let done = 0;
  for (const part of splitChanges(changes, shards)) {
    const request: PublishRequest = { id: `cli-${randomBytes(12).toString("hex")}`, changes: part };
    const cost = costOf(part, shards);
    await pause(pace.waitFor(cost, now()));
    const answered = await published(publisher, request, pause);
    if (!answered.ok) return answered;
    pace.published(cost, now());
    done += part.length;
    onPublished({ version: answered.answer.version, done });
  }
  return { ok: true, answer: { done: changes.length } };
}

const REPEATS = 5;
/** Codes after which a repeat with the same id returns the recorded result or finishes the publish. */
const AGAIN: readonly Failure["error"]["code"][] = [
  "publish-interrupted",
  "publish-in-progress",
  "sync-busy",
];
/** Milliseconds, if the answer gives no pause. */
const PAUSE = 3000;
/** Milliseconds: Sync's window is ten seconds, and its pauses are at most a minute. */
const LONGEST_PAUSE = 60_000;

const pauseAfter = (error: Failure["error"]): number =>
  Math.min(Math.max(retryOf({ error }).retryAfterMs, PAUSE), LONGEST_PAUSE);

async function published(
  publisher: Publisher,
  request: PublishRequest,
  pause: (ms: number) => Promise<void>,
): ReturnType<Publisher["publish"]> {
  for (let repeat = 0; ; repeat += 1) {
    const answered = await publisher.publish(request);
    if (answered.ok || repeat >= REPEATS || !AGAIN.includes(answered.failure.code)) return answered;
    await pause(pauseAfter(answered.failure));
  }
}
