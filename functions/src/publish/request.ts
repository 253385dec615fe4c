import type { StoredItem } from "@schedule-manager/shared/model/model";
import type { PublishChange, PublishRequest } from "@schedule-manager/shared/api/api";
import type { EditProblem } from "@schedule-manager/shared/editing/checks/problem";
import { parseStoredRule, parseStoredSchedule } from "@schedule-manager/shared/model/schema";
import { isKey, itemRef, MAX_ITEM_BYTES } from "@schedule-manager/shared/sync/layout";
import { MAX_CHANGES } from "@schedule-manager/shared/api/write-limits";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import { Failed } from "../failure";
import { refused } from "./refused";
import { tooLarge } from "./sizes";

/** Most characters of the request as JSON. */
export const MAX_REQUEST = 4 * 1024 * 1024;

const ID = /^[A-Za-z0-9_-]{8,64}$/;

const invalid = (message: string) => new Failed("request-invalid", message);

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Validates every part of a publish request; throws the first problem of the request, or all problems of its
 * items.
 */
export function publishRequestFrom(json: unknown): PublishRequest {
  if (!isFields(json)) throw invalid('Send "publish" as a JSON object.');
  const { id, version, changes } = json;
  if (typeof id !== "string" || !ID.test(id)) {
    throw invalid('"id" must be 8 to 64 letters, digits, "-" or "_", new for each publish.');
  }
  if (version !== undefined && typeof version !== "string") throw invalid('"version" must be text.');
  if (!Array.isArray(changes) || changes.length === 0)
    throw invalid('"changes" must be a list and not empty.');
  if (changes.length > MAX_CHANGES) {
    throw new Failed(
      "request-too-large",
      `A publish takes at most ${MAX_CHANGES} changes. Send the rest in another publish.`,
    );
  }
  const problems: EditProblem[] = [];
  const seen = new Set<ItemRef>();
  const parsed = changes.map((change: unknown) => changeFrom(change, seen, problems));
  if (problems.length > 0) throw refused(problems);
  return { id, changes: parsed, ...(version === undefined ? {} : { version }) };
}

function changeFrom(change: unknown, seen: Set<ItemRef>, problems: EditProblem[]): PublishChange {
  if (!isFields(change)) throw invalid("Each change must be an object.");
  const { kind, id, base, value } = change;
  if (kind !== "rule" && kind !== "schedule") throw invalid('"kind" must be "rule" or "schedule".');
  if (typeof id !== "string" || !isKey(id)) {
    throw invalid(
      '"id" of a change must be 1 to 128 letters, digits, "_", ".", ":" or "-", as keyFor makes it.',
    );
  }
  const ref = itemRef(kind, id);
  if (seen.has(ref)) throw invalid(`${ref} appears twice.`);
  seen.add(ref);

  const parse = (data: unknown): StoredItem => {
    const result = kind === "rule" ? parseStoredRule(data) : parseStoredSchedule(data);
    if (result.ok) return result.value;
    for (const { place, message } of result.problems) {
      problems.push({ kind, id, code: "item-invalid", message: `${place}: ${message}` });
    }
    return data as StoredItem;
  };
  const fitting = (item: StoredItem): StoredItem => {
    const bytes = Buffer.byteLength(JSON.stringify(item));
    if (bytes > MAX_ITEM_BYTES) problems.push(tooLarge({ kind, id }, bytes));
    return item;
  };
  if (value === undefined || base === undefined)
    throw invalid('Each change needs "base" and "value"; null for none.');
  if (value === null && base === null) throw invalid(`${ref} has neither a base nor a value.`);
  return {
    kind,
    id,
    base: base === null ? null : baseFrom(base, ref, parse),
    value: value === null ? null : fitting(parse(value)),
  };
}

function baseFrom(base: unknown, ref: ItemRef, parse: (data: unknown) => StoredItem): PublishChange["base"] {
  if (!isFields(base) || typeof base.revision !== "string")
    throw invalid(`The base of ${ref} needs its revision.`);
  return { revision: base.revision, value: parse(base.value) };
}
