import type { PageSizes } from "./page-sizes";
import { demand } from "./permissions";
import { SyncProblem } from "./problem";
import type { Store } from "./store";
import type { Caller, MapItem } from "./types";

export interface PageQuery {
  readonly order?: "asc" | "desc" | undefined;
  /** The key at which to start. */
  readonly from?: string | undefined;
  /** Whether the page includes `from`. Default: it does. */
  readonly bounds?: "inclusive" | "exclusive" | undefined;
  /** Reduced to the greatest size; REST refuses a larger one before this. */
  readonly pageSize?: number | undefined;
  /** From an earlier page; overrides order, from and bounds. */
  readonly pageToken?: string | undefined;
  /** Omit expired items that the expiry check has not removed yet. */
  readonly hideExpired?: boolean | undefined;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly previousToken: string | null;
  readonly nextToken: string | null;
}

interface Position {
  readonly order: "asc" | "desc";
  /** The key after which the page starts (`after`), or before which it ends (`before`). */
  readonly key: string;
  readonly side: "after" | "before";
}

const encode = (position: Position): string =>
  "PT" + Buffer.from(JSON.stringify(position)).toString("base64url");

export function decodeToken(token: string): Position {
  try {
    const value: unknown = JSON.parse(Buffer.from(token.slice(2), "base64url").toString());
    if (token.startsWith("PT") && typeof value === "object" && value !== null && "key" in value) {
      return value as Position;
    }
  } catch {
    // Refused below.
  }
  throw new SyncProblem("invalidPageToken");
}

export function pageSizeOf(size: number | undefined, sizes: PageSizes): number {
  if (size === undefined) return sizes.default;
  if (!Number.isInteger(size) || size < 1) throw new SyncProblem("invalidPageSize");
  return Math.min(size, sizes.max);
}

/** One page of a map's items, by key. One read. */
export function listItems(
  store: Store,
  service: string,
  caller: Caller,
  mapId: string,
  query: PageQuery,
): Page<MapItem> {
  const map = store.find(service, "map", mapId);
  demand(store, caller, map, "read");
  store.limits.read(map.sid);
  const size = pageSizeOf(query.pageSize, store.pageSizes);
  const token = query.pageToken === undefined ? null : decodeToken(query.pageToken);
  const order = token?.order ?? query.order ?? "asc";
  const reverse = order === "asc" ? "desc" : "asc";
  const now = store.now();
  const visible = (item: MapItem): boolean =>
    query.hideExpired !== true || item.dateExpires === null || item.dateExpires > now;
  const take = (
    direction: "asc" | "desc",
    from: string | null,
    inclusive: boolean,
    count: number,
  ): MapItem[] => {
    const found: MapItem[] = [];
    for (const item of map.items.walk(direction, from, inclusive)) {
      if (found.length === count) break;
      if (visible(item)) found.push(item);
    }
    return found;
  };

  let items: MapItem[];
  if (token?.side === "before") items = take(reverse, token.key, false, size).reverse();
  else if (token !== null) items = take(order, token.key, false, size);
  else items = take(order, query.from ?? null, query.bounds !== "exclusive", size);

  const first = items[0];
  const last = items.at(-1);
  const before = first !== undefined && take(reverse, first.key, false, 1).length > 0;
  const after = last !== undefined && take(order, last.key, false, 1).length > 0;
  return {
    items,
    previousToken: before ? encode({ order, key: first.key, side: "before" }) : null,
    nextToken: after ? encode({ order, key: last.key, side: "after" }) : null,
  };
}
