/**
 * Moving items to another number of shards, planned: pure.
 *
 * An item counts only in the shard that its key belongs to (`shardOf`); a copy in any other shard is a stray, which
 * readers ignore. So the copies for the new number can be made while everybody still reads by the old one, the
 * switch is one write, and whatever is left of a run that was cut off is cleared by the next.
 */
import { sameValue } from "@schedule-manager/shared/same-value";
import { historyName, mapName, shardOf } from "@schedule-manager/shared/sync-layout";

export const FAMILIES = ["rule", "schedule", "history"] as const;
export type Family = (typeof FAMILIES)[number];

export const shardMap = (family: Family, shard: number): string =>
  family === "history" ? historyName(shard) : mapName(family, shard);

/** The id whose shard decides: entries of the history stand with the item that they tell of. */
export function idOf(family: Family, key: string): string {
  return family === "history" ? key.replace(/^[sr]:|:\d{10}:[A-Za-z0-9_-]+$/g, "") : key;
}

export interface Stored {
  readonly family: Family;
  readonly shard: number;
  readonly key: string;
  readonly revision: string;
  readonly data: unknown;
}

export interface Copy {
  readonly from: Stored;
  readonly shard: number;
  /** What is in the way there: an older copy. */
  readonly over: Stored | null;
}

export interface Moves {
  readonly copies: readonly Copy[];
  /** Copies from a run that was cut off, whose originals are gone since: they must not come back. */
  readonly removals: readonly Stored[];
}

const placeOf = ({ family, key }: Stored, shards: number): number => shardOf(idOf(family, key), shards);

export const isStray = (item: Stored, shards: number): boolean => placeOf(item, shards) !== item.shard;

/** What is missing or in the way before `to` can take the place of `from`. */
export function planMoves(items: readonly Stored[], from: number, to: number): Moves {
  const name = (family: Family, shard: number, key: string) => `${family}-${shard}:${key}`;
  const byPlace = new Map(items.map((item) => [name(item.family, item.shard, item.key), item]));
  const real = items.filter((item) => !isStray(item, from));
  const isReal = new Set(real.map(({ family, key }) => `${family}:${key}`));
  const copies = real.flatMap((item): Copy[] => {
    const shard = placeOf(item, to);
    if (shard === item.shard) return [];
    const over = byPlace.get(name(item.family, shard, item.key)) ?? null;
    return over !== null && sameValue(over.data, item.data) ? [] : [{ from: item, shard, over }];
  });
  const removals = items.filter((item) => !isStray(item, to) && !isReal.has(`${item.family}:${item.key}`));
  return { copies, removals };
}

/**
 * What somebody did in the console between the last look, `seen`, and the switch: done where it counts now.
 * Publishes can't have come in between.
 */
export function planLate(
  seen: readonly Stored[],
  now: readonly Stored[],
  { from, to }: { readonly from: number; readonly to: number },
): Moves {
  const place = ({ family, shard, key }: Stored) => `${family}-${shard}:${key}`;
  const moving = (items: readonly Stored[]) =>
    items.filter((item) => !isStray(item, from) && isStray(item, to));
  const seenAt = new Map(seen.map((item) => [place(item), item]));
  const nowAt = new Map(now.map((item) => [place(item), item]));
  const copyOf = (item: Stored) => nowAt.get(place({ ...item, shard: placeOf(item, to) })) ?? null;
  return {
    copies: moving(now)
      .filter((item) => seenAt.get(place(item))?.revision !== item.revision)
      .map((item) => ({ from: item, shard: placeOf(item, to), over: copyOf(item) })),
    removals: moving(seen)
      .filter((item) => !nowAt.has(place(item)))
      .map(copyOf)
      .filter((copy) => copy !== null),
  };
}

/** What may go once everybody reads by `shards`. */
export const strays = (items: readonly Stored[], shards: number): readonly Stored[] =>
  items.filter((item) => isStray(item, shards));
