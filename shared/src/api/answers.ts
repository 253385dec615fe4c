/** Parsers of the functions' answers, for plugin and commands. Each returns null for another shape. */
import * as v from "valibot";
import { listedRule, listedSchedule, storedRule, storedSchedule } from "../model/schema";
import { isItemRef, type ItemRef } from "../sync/layout";
import {
  type CurrentItem,
  type Failure,
  type ListAnswer,
  type PublishAnswer,
  type ReleaseLocksAnswer,
  RIGHTS,
  type SyncTokenAnswer,
} from "./api";
import { ERROR_CODES } from "./error-codes";

const failure = v.object({
  error: v.object({ code: v.picklist(ERROR_CODES), message: v.string(), details: v.optional(v.unknown()) }),
});

const syncToken = v.object({
  token: v.string(),
  serviceSid: v.string(),
  ttl: v.number(),
  shards: v.number(),
  right: v.picklist(RIGHTS),
  identity: v.string(),
  now: v.number(),
});

const timed = v.object({ now: v.number() });

const list = v.object({
  data: v.object({ rules: v.array(listedRule), schedules: v.array(listedSchedule) }),
  // The previous version does not answer it; with 1 a publish is slow and safe.
  shards: v.optional(v.number(), 1),
  version: v.string(),
  versionIsDeployed: v.boolean(),
  now: v.number(),
});

const currentItem = v.object({
  kind: v.picklist(["rule", "schedule"]),
  id: v.string(),
  revision: v.nullable(v.string()),
  // A rule lacks a schedule's required fields, and the other way round.
  value: v.nullable(v.union([storedSchedule, storedRule])),
});

const ref = v.custom<ItemRef>((value) => typeof value === "string" && isItemRef(value));

const publish = v.object({
  id: v.string(),
  version: v.string(),
  items: v.array(currentItem),
  skipped: v.array(ref),
  now: v.number(),
});

const releaseLocks = v.object({ released: v.array(ref), now: v.number() });

const conflict = v.object({ items: v.array(currentItem) });

const retry = v.object({
  error: v.object({
    details: v.object({ own: v.fallback(v.boolean(), false), retryAfterMs: v.fallback(v.number(), 0) }),
  }),
});

export type ParseAnswer<T> = (body: unknown) => T | null;

const parser =
  <T>(schema: v.GenericSchema<unknown, T>): ParseAnswer<T> =>
  (body) => {
    const result = v.safeParse(schema, body);
    return result.success ? result.output : null;
  };

const failureIn = parser(failure);
export const parseFailure: ParseAnswer<Failure["error"]> = (body) => failureIn(body)?.error ?? null;
export const parseSyncToken = parser<SyncTokenAnswer>(syncToken);
/** Any answer, for the server's clock alone. */
export const parseTimed = parser<{ readonly now: number }>(timed);
export const parseList = parser<ListAnswer>(list);
export const parsePublish = parser<PublishAnswer>(publish);
export const parseReleaseLocks = parser<ReleaseLocksAnswer>(releaseLocks);

const conflictIn = parser(conflict);
/** The current items of a 409; empty: the failure is another. */
export const conflictItems = (body: unknown): readonly CurrentItem[] => conflictIn(body)?.items ?? [];

const retryIn = parser(retry);
/** When to repeat a refused publish. `own`: the publish in flight is this client's; 0 ms: unknown. */
export const retryOf = (body: unknown): { readonly own: boolean; readonly retryAfterMs: number } =>
  retryIn(body)?.error.details ?? { own: false, retryAfterMs: 0 };
