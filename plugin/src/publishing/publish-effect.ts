import { conflictItems, retryOf } from "@schedule-manager/shared/api/answers";
import { batch } from "react-redux";
import type { Store } from "redux";
import type { CurrentItem, PublishAnswer, PublishChange } from "@schedule-manager/shared/api/api";
import { itemRef, mapOf } from "@schedule-manager/shared/sync/layout";
import { costOf } from "@schedule-manager/shared/api/write-limits";
import type { Trace } from "../debug/debug";
import type { PublishPace } from "@schedule-manager/shared/api/publish-pace";
import type { CallCode, CallResult } from "../functions/call";
import type { Functions } from "../functions/functions";
import { backoff } from "../sync/backoff";
import type { Published } from "../catalogue/live-items";
import { published } from "../catalogue/live";
import { liveItem } from "../catalogue/parse-item";
import { publishClosed, publishFailed, publishStarted } from "./publishing";
import { pluginState } from "../catalogue/root";
import type { PublishingRoot } from "./root";

/** Attempts per publish. All use the same id, so the publish happens once. */
const ATTEMPTS = 4;
/** Failures after which a retry can succeed without anybody's action. */
const WORTH_REPEATING: readonly CallCode[] = ["unreachable", "sync-busy", "publish-interrupted"];

/** ms without a heartbeat after which a publisher is dead. */
const LONGEST_OWN = 16_000;
/** ms. Sync counts over ten seconds and asks for a minute at most. */
const LONGEST_BUSY = 60_000;

export interface PublishDeps {
  readonly store: Pick<Store<PublishingRoot>, "dispatch" | "getState">;
  readonly functions: Pick<Functions, "publish">;
  /** Makes the id of a publish: `[A-Za-z0-9_-]{8,64}`. */
  readonly newId: () => string;
  /** ms since the epoch, this computer's clock. */
  readonly localNow: () => number;
  readonly random: () => number;
  readonly wait: (ms: number) => Promise<void>;
  readonly trace?: Trace | undefined;
  /** Shared by all publishes of this page, to stay below Sync's rate limits. */
  readonly pace: PublishPace;
}

export type PublishOutcome =
  | { readonly ok: true; readonly id: string; readonly answer: PublishAnswer }
  | {
      readonly ok: false;
      readonly id: string;
      readonly code: CallCode;
      readonly items: readonly CurrentItem[];
    };

/** ms until Sync accepts writes again; 0: unknown, or the failure is not a rate limit. */
function busyWait({ code, body }: Extract<CallResult<PublishAnswer>, { ok: false }>): number {
  return code === "sync-busy" ? Math.min(retryOf(body).retryAfterMs, LONGEST_BUSY) : 0;
}

/**
 * ms until this page's own publish, whose answer was lost, is finished or considered dead; null: another publish, or
 * none, is in progress. Sending the same id then returns its result.
 */
function ownWait({ code, body }: Extract<CallResult<PublishAnswer>, { ok: false }>): number | null {
  if (code !== "publish-in-progress") return null;
  const { own, retryAfterMs } = retryOf(body);
  return own ? Math.min(retryAfterMs, LONGEST_OWN) : null;
}

/** The live items in the answer, which can be ahead of Sync's events. */
function news(items: readonly CurrentItem[], shards: number, updated: number): readonly Published[] {
  return items.map(({ kind, id, revision, value }): Published => {
    if (revision === null || value === null) return { type: "deleted", kind, id };
    const map = mapOf(kind, id, shards);
    return { type: "written", item: liveItem(kind, map, { key: id, data: value, revision, updated }) };
  });
}

/** The number of maps of each kind; 1, which is slow and safe, before it is known. */
export const shardsOf = ({ store }: Pick<PublishDeps, "store">): number =>
  pluginState(store.getState()).session?.shards ?? 1;

interface PublishOptions {
  /** The person's note, for the history. */
  readonly note?: string | undefined;
  /** Told before the store forgets the publish. */
  readonly onPublished?: (answer: PublishAnswer) => void;
}

/** Publishes changes atomically. The store holds the publish's state until it succeeds or its failure is closed. */
export async function publishChanges(
  deps: PublishDeps,
  changes: readonly PublishChange[],
  { note, onPublished }: PublishOptions = {},
): Promise<PublishOutcome> {
  const { store, functions, newId, localNow, random, wait, pace, trace } = deps;
  const id = newId();
  const cost = costOf(changes, shardsOf(deps));
  store.dispatch(publishStarted({ id, refs: changes.map((change) => itemRef(change.kind, change.id)) }));
  const send = async (): Promise<CallResult<PublishAnswer>> => {
    const answered = await functions.publish({ id, changes, ...(note === undefined ? {} : { note }) });
    if (answered.ok) pace.published(cost, localNow());
    return answered;
  };
  const due = pace.waitFor(cost, localNow());
  trace?.(due > 0 ? `sends ${id} in ${due} ms, below Sync's rate limit` : `sends ${id}`, changes);
  if (due > 0) await wait(due);
  let result = await send();
  for (let attempt = 1; attempt < ATTEMPTS && !result.ok; attempt += 1) {
    const own = ownWait(result);
    if (own === null && !WORTH_REPEATING.includes(result.code)) break;
    const pause = Math.max(backoff(attempt, random()), own ?? 0, busyWait(result));
    trace?.(`sends ${id} again in ${pause} ms, after "${result.code}": ${result.message}`);
    await wait(pause);
    result = await send();
  }
  trace?.(`${id} is ${result.ok ? "published" : `refused as "${result.code}"`}`, result);
  const items = result.ok ? result.answer.items : conflictItems(result.body);
  const { session } = pluginState(store.getState());
  // One render for everything that the answer changes.
  batch(() => {
    if (session !== null && items.length > 0)
      store.dispatch(published(news(items, session.shards, localNow())));
    if (result.ok) {
      onPublished?.(result.answer);
      store.dispatch(publishClosed(id));
    } else store.dispatch(publishFailed({ id, code: result.code, message: result.message, items }));
  });
  if (result.ok) return { ok: true, id, answer: result.answer };
  return { ok: false, id, code: result.code, items };
}
