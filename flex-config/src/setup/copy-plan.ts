/**
 * Copying items from the maps of one layout to those of another, planned: pure. The maps of two layouts have different
 * names, so that everybody reads the one until `head` names the other.
 */
import type { ItemKind } from "@schedule-manager/shared/model/model";
import { sameValue } from "@schedule-manager/shared/model/same-value";

export interface Stored {
  readonly family: ItemKind | "history";
  /** As the copy is called. */
  readonly key: string;
  readonly revision: string;
  readonly data: unknown;
}

interface Copy {
  readonly from: Stored;
  /** What is in the way: an older copy. */
  readonly over: Stored | null;
}

export interface Copies {
  readonly copies: readonly Copy[];
  /** Copies whose originals are gone since. */
  readonly removals: readonly Stored[];
}

const nameOf = ({ family, key }: Stored): string => `${family}:${key}`;
const byName = (items: readonly Stored[]) => new Map(items.map((item) => [nameOf(item), item]));

/** What is missing or left over before `to` can take the place of `from`. */
export function planCopies(from: readonly Stored[], to: readonly Stored[]): Copies {
  const there = byName(to);
  const originals = byName(from);
  return {
    copies: from.flatMap((item): Copy[] => {
      const over = there.get(nameOf(item)) ?? null;
      return over !== null && sameValue(over.data, item.data) ? [] : [{ from: item, over }];
    }),
    removals: to.filter((item) => !originals.has(nameOf(item))),
  };
}

/**
 * What somebody did in the console between the last look at the originals, `seen`, and the switch. Publishes can't have
 * come in between.
 */
export function planLate(seen: readonly Stored[], now: readonly Stored[], copies: readonly Stored[]): Copies {
  const seenAt = byName(seen);
  const nowAt = byName(now);
  const copyAt = byName(copies);
  return {
    copies: now
      .filter((item) => seenAt.get(nameOf(item))?.revision !== item.revision)
      .map((from) => ({ from, over: copyAt.get(nameOf(from)) ?? null })),
    removals: seen
      .filter((item) => !nowAt.has(nameOf(item)))
      .flatMap((item) => copyAt.get(nameOf(item)) ?? []),
  };
}
