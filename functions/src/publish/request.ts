import { MAX_NOTE_LENGTH, type StoredItem } from "@schedule-manager/shared/model/model";
import type { PublishChange, PublishRequest } from "@schedule-manager/shared/api/api";
import type { EditProblem } from "@schedule-manager/shared/editing/checks/problem";
import { textProblem } from "@schedule-manager/shared/model/text-problem";
import { parseStoredRule, parseStoredSchedule } from "@schedule-manager/shared/model/schema";
import { isKey, itemRef, MAX_ITEM_BYTES } from "@schedule-manager/shared/sync/layout";
import { costOf, MAX_CHANGES, WINDOW_BUDGET } from "@schedule-manager/shared/api/write-limits";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";
import * as v from "valibot";
import { Failed } from "../failure";
import { refused } from "./refused";
import { tooLarge } from "./sizes";

/** Most characters of the request as JSON. */
export const MAX_REQUEST = 4 * 1024 * 1024;

const invalid = (message: string) => new Failed("request-invalid", message);

const ID = '"id" must be 8 to 64 letters, digits, "-" or "_", new for each publish.';
const CHANGES = '"changes" must be a list and not empty.';
const KEY = '"id" of a change must be 1 to 128 letters, digits, "_", ".", ":" or "-", as keyFor makes it.';

/** The messages of missing fields, and of a value that is no object. */
const missing =
  (object: string, fields: Readonly<Record<string, string>>) =>
  ({ expected }: { readonly expected: string | null }): string =>
    fields[expected ?? ""] ?? object;

const request = v.object(
  {
    id: v.pipe(v.string(ID), v.regex(/^[A-Za-z0-9_-]{8,64}$/, ID)),
    version: v.optional(v.string('"version" must be text.')),
    note: v.optional(
      v.pipe(
        v.string('"note" must be text.'),
        v.trim(),
        v.maxLength(MAX_NOTE_LENGTH, `"note" has at most ${MAX_NOTE_LENGTH} characters.`),
        v.check((text) => textProblem(text) === null, 'Remove the invisible characters from "note".'),
      ),
    ),
    changes: v.pipe(v.array(v.unknown(), CHANGES), v.minLength(1, CHANGES)),
  },
  missing('Send "publish" as a JSON object.', { '"id"': ID, '"changes"': CHANGES }),
);

const KIND = '"kind" must be "rule" or "schedule".';
const BASE_OR_VALUE = 'Each change needs "base" and "value"; null for none.';
const change = v.object(
  {
    kind: v.picklist(["rule", "schedule"], KIND),
    id: v.pipe(v.string(KEY), v.check(isKey, KEY)),
    base: v.nullable(
      v.object(
        { revision: v.string('The "revision" of a base must be text.'), value: v.optional(v.unknown()) },
        "The base of a change needs its revision.",
      ),
    ),
    value: v.unknown(),
  },
  missing("Each change must be an object.", {
    '"kind"': KIND,
    '"id"': KEY,
    '"base"': BASE_OR_VALUE,
    '"value"': BASE_OR_VALUE,
  }),
);

/** Parses by a schema; throws the first problem. */
function parsed<S extends v.GenericSchema>(schema: S, json: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, json, { abortEarly: true });
  if (result.success) return result.output;
  throw invalid(result.issues[0].message);
}

const tooMany = (why: string) => new Failed("request-too-large", `${why} Send the rest in another publish.`);

/**
 * Validates every part of a publish request; throws the first problem of the request, or all problems of its
 * items.
 */
export function publishRequestFrom(json: unknown): PublishRequest {
  const { id, version, note, changes } = parsed(request, json);
  if (changes.length > MAX_CHANGES) throw tooMany(`A publish takes at most ${MAX_CHANGES} changes.`);
  const problems: EditProblem[] = [];
  const seen = new Set<ItemRef>();
  const valid = changes.flatMap((each) => changeFrom(each, seen, problems) ?? []);
  if (problems.length > 0) throw refused(problems);
  if (costOf(valid, 1).creations > WINDOW_BUDGET)
    throw tooMany("These changes create more entries in Sync than it accepts in ten seconds.");
  return {
    id,
    changes: valid,
    ...(version === undefined ? {} : { version }),
    ...(note === undefined || note === "" ? {} : { note }),
  };
}

/** Returns null for an invalid item, and adds its problems. */
function changeFrom(json: unknown, seen: Set<ItemRef>, problems: EditProblem[]): PublishChange | null {
  const { kind, id, base, value } = parsed(change, json);
  const ref = itemRef(kind, id);
  if (seen.has(ref)) throw invalid(`${ref} appears twice.`);
  seen.add(ref);
  if (value === null && base === null) throw invalid(`${ref} has neither a base nor a value.`);

  const itemFrom = (data: unknown): StoredItem | null => {
    const result = kind === "rule" ? parseStoredRule(data) : parseStoredSchedule(data);
    if (result.ok) return result.value;
    for (const { place, message } of result.problems) {
      problems.push({ kind, id, code: "item-invalid", message: `${place}: ${message}` });
    }
    return null;
  };
  const before = base === null ? null : itemFrom(base.value);
  const after = value === null ? null : itemFrom(value);
  if (after !== null) {
    const bytes = Buffer.byteLength(JSON.stringify(after));
    if (bytes > MAX_ITEM_BYTES) problems.push(tooLarge({ kind, id }, bytes));
  }
  if (base === null) return { kind, id, base, value: after };
  return before === null
    ? null
    : { kind, id, base: { revision: base.revision, value: before }, value: after };
}
