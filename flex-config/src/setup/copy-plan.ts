/**
 * Plans copies of items from the maps of one layout to another. Pure. Maps of two layouts have different names,
 * so readers use the old ones until `head` names the new layout.
 */
import type { ItemKind } from "@schedule-manager/shared/model/model";
import { sameValue } from "@schedule-manager/shared/model/same-value";

export interface Stored {
  readonly family: ItemKind | "history";
  /** The key of the copy. */
  readonly key: string;
  readonly revision: string;
  readonly data: unknown;
}

interface Copy {
  readonly from: Stored;
  /** An older copy to replace. */
  readonly over: Stored | null;
}

export interface Copies {
  readonly copies: readonly Copy[];
  /** Copies whose originals no longer exist. */
  readonly removals: readonly Stored[];
}

const nameOf = ({ family, key }: Stored): string => `${family}:${key}`;
const byName = (items: readonly Stored[]) => new Map(items.map((item) => [nameOf(item), item]));

/** Copies and removals that are needed before `to` can replace `from`. */
export function planCopies(from: readonly Stored[], to: readonly Stored[]): Copies {
  const existing = byName(to);
  const originals = byName(from);
  return {
    copies: from.flatMap((item): Copy[] => {
      const over = existing.get(nameOf(item)) ?? null;
      return over !== null && sameValue(over.data, item.data) ? [] : [{ from: item, over }];
    }),
    removals: to.filter((item) => !originals.has(nameOf(item))),
  };
}

/**
 * Copies console edits between the last read of the originals, `seen`, and the switch. The lease excludes
 * publishes in this time.
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
