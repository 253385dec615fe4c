import type { StoredRule, StoredSchedule } from "./model";
import * as v from "valibot";
import { type ItemKind, type Rule, type Schedule, WEEKDAYS } from "./model";

/**
 * The shapes of rules and schedules as they come from files, Sync and browsers. Only types are judged here; what
 * a rule says (dates, times, recurrence) is judged by `compileRule`, because a rule that says nonsense has to be
 * kept, shown and mended. Fields that are not ours are left out of the value and refused nowhere.
 */

/** What is wrong, and where, such as `rules[3].isOpen`. */
export interface ShapeProblem {
  readonly place: string;
  /** English; says what to write. */
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

/** Editors write "" or null for none. */
const isFilled = ([, value]: [string, unknown]): boolean => value !== "" && value !== null;
const withoutBlanks = (input: unknown): unknown =>
  typeof input === "object" && input !== null && !Array.isArray(input)
    ? Object.fromEntries(Object.entries(input).filter(isFilled))
    : input;

const fields = <const E extends v.ObjectEntries>(entries: E) =>
  v.pipe(
    v.unknown(),
    v.transform(withoutBlanks),
    v.object(entries, ({ expected }) =>
      expected === "Object" ? "Write an object in braces." : `Add the field ${expected}.`,
    ),
  );

const ruleFields = {
  /** A rule without a name is still a rule. */
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
  rules: texts,
  queues: v.exactOptional(texts),
  group: v.exactOptional(text),
  aliases: v.exactOptional(texts),
};

const storedRule = fields(ruleFields);
const storedSchedule = fields(scheduleFields);
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
  typeof data === "object" && data !== null && !Array.isArray(data)
    ? Object.fromEntries(Object.entries(data).filter(([field]) => isWanted(field)))
    : {};

/** The fields of a stored item that are not ours, such as notes that the console added: a write keeps them. */
export const extraFields = (kind: ItemKind, data: unknown): Readonly<Record<string, unknown>> =>
  fieldsWhere(data, (field) => !OWN[kind].has(field));

/** A stored item without the fields that are not ours. */
export const ownFields = (kind: ItemKind, data: object): object =>
  fieldsWhere(data, (field) => OWN[kind].has(field));

/** `rules[3].isOpen` of a path of keys and indexes. */
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

/** An item of `rules-…` (its id is the key). */
export const parseStoredRule = (data: unknown): Parsed<StoredRule> => parse(storedRule, data);

/** An item of `schedules-…` (its id is the key). */
export const parseStoredSchedule = (data: unknown): Parsed<StoredSchedule> => parse(storedSchedule, data);

/** The contents of Twilio's `config.json`, in which schedules have no id. */
export const parseFile = (
  json: unknown,
): Parsed<{
  readonly rules: readonly Rule[];
  readonly schedules: readonly (Omit<Schedule, "id"> & { readonly id?: string })[];
}> => parse(file, json);
