import { DEFAULT_SHARDS } from "@schedule-manager/shared/sync/layout";
import { limitConcurrency } from "../sync/limit-concurrency";
import { readHead } from "../sync/head-store";
import type { HeadState } from "../sync/head-store";
import { SyncFailure } from "../sync/sync-failure";
import { Catalogue } from "./catalogue";
import { refOf } from "./items";
import type { LoadOptions } from "./load-options";
import { itemMaps, readMap } from "./read-all";
import type { ItemMap } from "./read-all";

/** ms: Sync's dates are whole seconds. */
const DATE_ERROR = 1000;

/**
 * A cold start's first attempt: `head` and the items at the same time, which saves a caller the wait for `head`. Only
 * a publish that was committed while the first items were on their way could be missed by that; `head` tells when it
 * was written last. null: it may have been, or the number of shards is not the usual one.
 */
export async function readAtOnce({
  reader,
  concurrency,
  fallback,
  clock,
}: LoadOptions): Promise<Catalogue | null> {
  const begun = clock();
  const isUsable = ({ data, age }: HeadState) =>
    data.shards === DEFAULT_SHARDS && age > clock() - begun + DATE_ERROR;
  let generation = 0;
  const jobs: readonly (ItemMap | null)[] = [null, ...itemMaps(DEFAULT_SHARDS)];
  const read = await limitConcurrency(concurrency, jobs, async (map) => {
    if (map !== null) return readMap(reader, map, DEFAULT_SHARDS, fallback);
    const head = await readHead(reader);
    if (!isUsable(head)) throw new WrongGuess();
    generation = head.data.generation;
    return [];
  }).catch((error: unknown) => {
    // With another number of shards the maps have other names.
    const isWrong = error instanceof WrongGuess || (error instanceof SyncFailure && error.kind === "missing");
    if (isWrong) return null;
    throw error;
  });
  if (read === null) return null;
  return new Catalogue(generation, DEFAULT_SHARDS, new Map(read.flat().map((item) => [refOf(item), item])));
}

/** Stops what has not begun. */
class WrongGuess extends Error {
  override readonly name = "WrongGuess";
}
