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

/** Milliseconds; Sync's dates have a resolution of one second. */
const DATE_ERROR = 1000;

/**
 * First attempt of a cold start: reads `head` and the items concurrently, which saves the wait for `head`. This
 * could only miss a publish committed after the first items were read, which the date of `head` excludes. null:
 * `head` is too recent, or the number of shards is not the default.
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
    // With another number of shards, the maps have other names.
    const isWrong = error instanceof WrongGuess || (error instanceof SyncFailure && error.kind === "missing");
    if (isWrong) return null;
    throw error;
  });
  if (read === null) return null;
  return new Catalogue(generation, DEFAULT_SHARDS, new Map(read.flat().map((item) => [refOf(item), item])));
}

/** Cancels the requests that have not started. */
class WrongGuess extends Error {
  override readonly name = "WrongGuess";
}
