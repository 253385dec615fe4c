import { DOCUMENTED_SIZES } from "../sync/page-sizes";
import { decodeToken, pageSizeOf, type Page, type PageQuery } from "../sync/paging";
import { SyncProblem } from "../sync/problem";
import type { HostRequest, HostResponse } from "../http/host";

export function pageQuery({ query }: HostRequest): PageQuery {
  const order = query.get("Order") ?? undefined;
  const bounds = query.get("Bounds") ?? undefined;
  if (order !== undefined && order !== "asc" && order !== "desc") throw new SyncProblem("invalidOrder");
  if (bounds !== undefined && bounds !== "inclusive" && bounds !== "exclusive") {
    throw new SyncProblem("invalidBounds");
  }
  const size = query.get("PageSize");
  // The clients' API reduces a larger page; for REST the documentation says "not an integer in the required range".
  if (size !== null && (!/^\d{1,4}$/.test(size) || Number(size) > DOCUMENTED_SIZES.max)) {
    throw new SyncProblem("invalidPageSize", size);
  }
  const number = query.get("Page");
  if (number !== null && !/^\d{1,9}$/.test(number)) throw new SyncProblem("invalidParameter", "Page");
  return {
    order,
    bounds,
    from: query.get("From") ?? undefined,
    pageSize: size === null ? undefined : Number(size),
    pageToken: query.get("PageToken") ?? undefined,
  };
}

/** A list in Twilio's form; its links point to the stand-in. */
export function listReply<T>(
  request: HostRequest,
  key: string,
  page: Page<T>,
  shape: (item: T) => unknown,
): HostResponse {
  const size = String(pageSizeOf(pageQuery(request).pageSize, DOCUMENTED_SIZES));
  const number = Number(request.query.get("Page") ?? 0);
  const address = (changes: Record<string, string | null>): string => {
    const query = new URLSearchParams(request.query);
    query.set("PageSize", size);
    query.set("Page", String(number));
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) query.delete(name);
      else query.set(name, value);
    }
    return `${request.base}${request.path}?${query.toString()}`;
  };
  const { previousToken, nextToken } = page;
  return {
    status: 200,
    body: {
      [key]: page.items.map(shape),
      meta: {
        key,
        page: number,
        page_size: Number(size),
        first_page_url: address({ Page: "0", PageToken: null }),
        previous_page_url:
          previousToken === null
            ? null
            : address({ Page: String(Math.max(0, number - 1)), PageToken: previousToken }),
        next_page_url:
          nextToken === null ? null : address({ Page: String(number + 1), PageToken: nextToken }),
        url: address({}),
      },
    },
  };
}

/** Returns a page of a complete list; the name of a member identifies the position. */
export function cutPage<T>(request: HostRequest, all: readonly T[], nameOf: (item: T) => string): Page<T> {
  const { pageSize, pageToken } = pageQuery(request);
  const size = pageSizeOf(pageSize, DOCUMENTED_SIZES);
  let start = 0;
  if (pageToken !== undefined) {
    const { key } = decodeToken(pageToken);
    start = all.findIndex((item) => nameOf(item) === key);
    if (start < 0) throw new SyncProblem("invalidPageToken");
  }
  const token = (index: number): string | null => {
    const item = all[index];
    if (item === undefined) return null;
    return "PT" + Buffer.from(JSON.stringify({ key: nameOf(item) })).toString("base64url");
  };
  return {
    items: all.slice(start, start + size),
    previousToken: start === 0 ? null : token(Math.max(0, start - size)),
    nextToken: token(start + size),
  };
}
