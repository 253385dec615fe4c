/**
 * The shape of stored rules and schedules: types only. Whether a date exists or a recurrence makes sense is for
 * `compileRule` and `validate`: a bad rule must be readable to be repaired.
 */
import * as v from "valibot";
import type { StoredRule, StoredSchedule } from "./sync-layout";

const optional = <T extends v.GenericSchema>(schema: T) => v.exactOptional(schema);
const texts = v.array(v.string());

const entries = {
  rule: {
    name: v.string(),
    isOpen: v.boolean(),
    closedReason: optional(v.string()),
    dateRRule: optional(v.string()),
    startDate: optional(v.string()),
    endDate: optional(v.string()),
    startTime: optional(v.string()),
    endTime: optional(v.string()),
    exception: optional(v.boolean()),
    dates: optional(texts),
    exceptDates: optional(texts),
  },
  schedule: {
    name: v.string(),
    timeZone: v.string(),
    manualClose: v.boolean(),
    manualCloseUntil: optional(v.string()),
    rules: texts,
    queues: optional(texts),
    group: optional(v.string()),
    aliases: optional(texts),
  },
};

/** What Sync holds: fields that are not known (written by a newer version) are left out. */
export const storedRuleSchema = v.object(entries.rule);
export const storedScheduleSchema = v.object(entries.schedule);
/** What is sent to be published: a field that is not known is refused, not lost. */
export const newRuleSchema = v.strictObject(entries.rule);
export const newScheduleSchema = v.strictObject(entries.schedule);

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  /** `problem` names the field: `timeZone: Expected string but received 5`. */
  | { readonly ok: false; readonly problem: string };

function parse<T>(schema: v.GenericSchema<unknown, T>, data: unknown): Parsed<T> {
  const result = v.safeParse(schema, data, { abortEarly: true });
  if (result.success) return { ok: true, value: result.output };
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  const message = issue.message.replace(/^Invalid (type|key): /, "").slice(0, 200);
  return { ok: false, problem: path === null ? message : `${path}: ${message}` };
}

export const parseStoredRule = (data: unknown): Parsed<StoredRule> =>
  parse<StoredRule>(storedRuleSchema, data);
export const parseStoredSchedule = (data: unknown): Parsed<StoredSchedule> =>
  parse<StoredSchedule>(storedScheduleSchema, data);
export const parseNewRule = (data: unknown): Parsed<StoredRule> => parse<StoredRule>(newRuleSchema, data);
export const parseNewSchedule = (data: unknown): Parsed<StoredSchedule> =>
  parse<StoredSchedule>(newScheduleSchema, data);
