import { isRecord } from "../collections/record";
import type { StoredRule, StoredSchedule } from "./model";
import * as v from "valibot";
import { type ItemKind, type Rule, type Schedule, WEEKDAYS } from "./model";

/**
 * The shapes of rules and schedules from files, Sync and browsers. Checks types only; `compileRule` checks the
 * contents (dates, times, recurrence), so that a rule with invalid contents can be stored, shown and corrected.
 * Unknown fields are dropped and never refused.
 */

/** A problem and its path, such as `rules[3].isOpen`. */
export interface ShapeProblem {
  readonly place: string;
  /** English; says how to fix it. */
  readonly message: string;
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly ShapeProblem[] };

const text = v.string("Write a text in quotes.");
const filled = v.pipe(text, v.regex(/\S/, "Write a text that is not empty."));
const flag = v.boolean("Write true or false.");
const texts = v.array(text, "Write a list of texts in quotes.");
const weekdays = v.array(v.picklist(WEEKDAYS, `Write weekdays such as "MO".`), "Write a list of weekdays.");

/** Editors write "" or null for an absent value. */
const isFilled = ([, value]: [string, unknown]): boolean => value !== "" && value !== null;
const withoutBlanks = (input: unknown): unknown =>
  isRecord(input) ? Object.fromEntries(Object.entries(input).filter(isFilled)) : input;

const fields = <const E extends v.ObjectEntries>(entries: E) =>
  v.pipe(
    v.unknown(),
    v.transform(withoutBlanks),
    v.object(entries, ({ expected }) =>
      expected === "Object" ? "Write an object in braces." : `Add the field ${expected}.`,
    ),
  );

const ruleFields = {
  /** A rule without a name is valid. */
  name: v.optional(text, ""),
  isOpen: flag,
  closedReason: v.exactOptional(text),
  dateRRule: v.exactOptional(text),
  startDate: v.exactOptional(text),
  endDate: v.exactOptional(text),
  startTime: v.exactOptional(text),
  endTime: v.exactOptional(text),
  exception: v.exactOptional(v.union([v.boolean(), v.literal("day")], `Write true, false or "day".`)),
  dates: v.exactOptional(texts),
  exceptDates: v.exactOptional(texts),
  relativeTo: v.exactOptional(
    fields({
      rules: texts,
      days: v.number("Write a number."),
      onlyOn: v.exactOptional(weekdays),
      workingDays: v.exactOptional(fields({ weekdays, except: v.optional(texts, []) })),
    }),
  ),
};

const scheduleFields = {
  name: filled,
  timeZone: filled,
  manualClose: v.optional(flag, false),
  manualCloseUntil: v.exactOptional(text),
  manualNote: v.exactOptional(text),
  manualNoteSpoken: v.exactOptional(flag),
  rules: texts,
  queues: v.exactOptional(texts),
  group: v.exactOptional(text),
  aliases: v.exactOptional(texts),
};

export const storedRule = fields(ruleFields);
export const storedSchedule = fields(scheduleFields);
/** Items of an answer that lists them, with Sync's revision. */
export const listedRule = fields({ id: filled, revision: text, ...ruleFields });
export const listedSchedule = fields({
  id: filled,
  revision: text,
  status: v.object({ isOpen: flag, closedReason: text }),
  ...scheduleFields,
});
const fileRule = fields({ id: filled, ...ruleFields });
const fileSchedule = fields({ id: v.exactOptional(filled), ...scheduleFields });
const file = fields({
  rules: v.array(fileRule, "Write a list of rules."),
  schedules: v.array(fileSchedule, "Write a list of schedules."),
});

const OWN: Readonly<Record<ItemKind, ReadonlySet<string>>> = {
  rule: new Set(Object.keys(ruleFields)),
  schedule: new Set(Object.keys(scheduleFields)),
};
const fieldsWhere = (
  data: unknown,
  isWanted: (field: string) => boolean,
): Readonly<Record<string, unknown>> =>
  isRecord(data) ? Object.fromEntries(Object.entries(data).filter(([field]) => isWanted(field))) : {};

/** Unknown fields of a stored item, such as notes added in the console, which a write preserves. */
export const extraFields = (kind: ItemKind, data: unknown): Readonly<Record<string, unknown>> =>
  fieldsWhere(data, (field) => !OWN[kind].has(field));

/** A stored item without unknown fields. */
export const ownFields = (kind: ItemKind, data: object): object =>
  fieldsWhere(data, (field) => OWN[kind].has(field));

/** Formats a path of keys and indexes as `rules[3].isOpen`. */
function placeOf(path: readonly { readonly key: unknown }[] | undefined): string {
  return (path ?? [])
    .map(({ key }, index) => (typeof key === "number" ? `[${key}]` : `${index > 0 ? "." : ""}${String(key)}`))
    .join("");
}

function parse<S extends v.GenericSchema>(schema: S, input: unknown): Parsed<v.InferOutput<S>> {
  const result = v.safeParse(schema, input);
  if (result.success) return { ok: true, value: result.output };
  return {
    ok: false,
    problems: result.issues.map(({ path, message }) => ({ place: placeOf(path), message })),
  };
}

/** Parses an item of `rules-…` (its id is the key). */
export const parseStoredRule = (data: unknown): Parsed<StoredRule> => parse(storedRule, data);

/** Parses an item of `schedules-…` (its id is the key). */
export const parseStoredSchedule = (data: unknown): Parsed<StoredSchedule> => parse(storedSchedule, data);

/** Parses Twilio's `config.json`, in which schedules have no id. */
export const parseFile = (
  json: unknown,
): Parsed<{
  readonly rules: readonly Rule[];
  readonly schedules: readonly (Omit<Schedule, "id"> & { readonly id?: string })[];
}> => parse(file, json);
