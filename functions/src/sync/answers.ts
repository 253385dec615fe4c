/** Parsers for Sync's answers: https://www.twilio.com/docs/sync/api */
import * as v from "valibot";
import type { SyncDocument, SyncEntry } from "./sync-client";
import { SyncFailure } from "./sync-failure";

const json = v.pipe(v.string(), v.parseJson());
const entry = v.object({ key: v.string(), revision: v.string(), data: v.unknown() });
const document = v.object({
  revision: v.string(),
  data: v.unknown(),
  date_updated: v.fallback(v.string(), ""),
});
const page = v.object({
  items: v.array(entry),
  meta: v.object({ next_page_url: v.fallback(v.nullable(v.string()), null) }),
});
const problem = v.object({ code: v.number() });

/** An invalid answer counts as no answer, so that the request is retried. */
function parse<S extends v.GenericSchema>(schema: S, body: string): v.InferOutput<S> {
  const result = v.safeParse(v.pipe(json, schema), body);
  if (result.success) return result.output;
  throw new SyncFailure("unreachable", `Sync's answer is invalid: ${v.summarize(result.issues)}`);
}

export const parseEntry = (body: string): SyncEntry => parse(entry, body);

/**
 * @param date the answer's `Date` header: Sync's clock
 */
export function parseDocument(body: string, date: string | undefined): SyncDocument {
  const { revision, data, date_updated } = parse(document, body);
  const readAt = Date.parse(date ?? "");
  return {
    revision,
    data,
    updatedAt: Date.parse(date_updated),
    readAt: Number.isNaN(readAt) ? Date.now() : readAt,
  };
}

export interface Page {
  readonly items: readonly SyncEntry[];
  /** Path and query; null: last page. */
  readonly next: string | null;
}

export function parsePage(body: string): Page {
  const { items, meta } = parse(page, body);
  const url = meta.next_page_url;
  return { items, next: url === null || url === "" ? null : pathOf(url) };
}

/** Path and query from `/v1/` on; drops the host. */
function pathOf(url: string): string {
  const start = url.indexOf("/v1/Services/");
  if (start < 0) throw new SyncFailure("unreachable", "Sync's next page is not below /v1/Services");
  return url.slice(start);
}

/** Twilio's error code; 0 when a proxy answered. */
export function codeOf(body: string): number {
  const result = v.safeParse(v.pipe(json, problem), body);
  return result.success ? result.output.code : 0;
}
