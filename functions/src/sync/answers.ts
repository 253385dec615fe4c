import type { SyncDocument, SyncEntry } from "./sync-caller";
import { SyncFailure } from "./sync-failure";

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

/** Sync's answer as an object; anything else is as good as no answer. */
function parse(body: string): Fields {
  try {
    const value: unknown = JSON.parse(body);
    if (isFields(value)) return value;
  } catch {
    // Said below.
  }
  throw new SyncFailure("unreachable", "Sync's answer makes no sense");
}

function textOf(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value === "string") return value;
  throw new SyncFailure("unreachable", `Sync's answer has no ${name}`);
}

/** ms since the epoch, or NaN. */
const instantOf = (value: unknown): number => (typeof value === "string" ? Date.parse(value) : NaN);

function entryOf(fields: Fields): SyncEntry {
  return { key: textOf(fields, "key"), revision: textOf(fields, "revision"), data: fields.data };
}

export const parseEntry = (body: string): SyncEntry => entryOf(parse(body));

/** @param date the answer's `Date` header: Sync's clock */
export function parseDocument(body: string, date: string | undefined): SyncDocument {
  const fields = parse(body);
  const readAt = instantOf(date);
  return {
    revision: textOf(fields, "revision"),
    data: fields.data,
    updatedAt: instantOf(fields.date_updated),
    readAt: Number.isNaN(readAt) ? Date.now() : readAt,
  };
}

/** A page of items, and the path of the next. */
export function parsePage(body: string): { items: SyncEntry[]; next: string | null } {
  const { items, meta } = parse(body);
  if (!Array.isArray(items) || !isFields(meta))
    throw new SyncFailure("unreachable", "Sync's page has no items");
  const url = meta.next_page_url;
  return {
    items: items.filter(isFields).map(entryOf),
    next: typeof url === "string" && url !== "" ? pathOf(url) : null,
  };
}

/** Path and query from `/v1/` on, wherever the address points. */
function pathOf(url: string): string {
  const start = url.indexOf("/v1/Services/");
  if (start < 0) throw new SyncFailure("unreachable", "Sync's next page is not Sync's");
  return url.slice(start);
}
