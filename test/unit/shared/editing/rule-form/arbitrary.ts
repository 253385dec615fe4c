import { BLANK, NTHS, REPEATS, type RuleForm } from "@schedule-manager/shared/editing/rule-form/form";
import { type RelativeTo, type Rule, WEEKDAYS } from "@schedule-manager/shared/model/model";
import fc from "../../../../support/fast-check";

const date = fc
  .tuple(
    fc.integer({ min: 2024, max: 2028 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join("-"));
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom("00", "15", "30", "59"))
  .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${minute}`);

const part = fc.oneof(
  fc.constantFrom("INTERVAL=1", "INTERVAL=2", "COUNT=5", "UNTIL=20271231", "UNTIL=20271231T235959Z"),
  fc.constantFrom("BYDAY=MO,WE", "BYDAY=2TU", "BYDAY=-1FR", "BYDAY=1MO,3MO", "BYDAY=SU"),
  fc.constantFrom("BYMONTHDAY=15", "BYMONTHDAY=-1", "BYMONTHDAY=-2", "BYMONTHDAY=1,15"),
  fc.constantFrom(
    "BYMONTH=2",
    "BYMONTH=1,7",
    "BYSETPOS=-1",
    "BYWEEKNO=20",
    "BYYEARDAY=100",
    "WKST=SU",
    "WKST=MO",
  ),
);

/** Recurrences: simple, unusual, in lower case, with a prefix, invalid, or absent. */
const anyRRule = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.constantFrom("", "RRULE:", "rrule:", " RRULE:"),
        fc.constantFrom("DAILY", "WEEKLY", "MONTHLY", "YEARLY", "HOURLY"),
        fc.uniqueArray(part, { maxLength: 4, selector: (text) => text.split("=")[0] }),
        fc.boolean(),
      )
      .map(([prefix, freq, parts, small]) => {
        const text = [`FREQ=${freq}`, ...parts].join(";");
        return prefix + (small ? text.toLowerCase() : text);
      }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("", "RRULE:", "FREQ=", "nonsense", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 30 }) },
);

const bad = fc.constantFrom("", "2026-02-30", "tomorrow");
const anyDate = fc.oneof({ weight: 8, arbitrary: date }, { weight: 1, arbitrary: bad });
const anyTime = fc.oneof(
  { weight: 8, arbitrary: time },
  { weight: 1, arbitrary: fc.constantFrom("", "24:00", "8:00") },
);

const relative: fc.Arbitrary<RelativeTo> = fc.record(
  {
    rules: fc.array(fc.constantFrom("another", "else", "missing", "r"), { maxLength: 2 }),
    days: fc.integer({ min: -40, max: 40 }),
    onlyOn: fc.subarray([...WEEKDAYS]),
    workingDays: fc.record({ weekdays: fc.subarray([...WEEKDAYS]), except: fc.constantFrom([], ["else"]) }),
  },
  { requiredKeys: ["rules", "days"] },
);
/** Rules that the forms' days can be relative to. */
export const OTHERS: ReadonlyMap<string, Rule> = new Map(
  [
    { id: "other", name: "Other", isOpen: false, dateRRule: "FREQ=MONTHLY;BYMONTHDAY=1" },
    { id: "another", name: "Another", isOpen: false, dates: ["2026-05-01", "2027-05-01"] },
    { id: "else", name: "Else", isOpen: false, dateRRule: "FREQ=WEEKLY;BYDAY=WE" },
  ].map((rule) => [rule.id, rule]),
);

/** Any rule that storage can contain: complete, partial or invalid. */
export const anyRule: fc.Arbitrary<Rule> = fc.record(
  {
    id: fc.constant("r"),
    name: fc.constantFrom("Hours", "", " Hours "),
    isOpen: fc.boolean(),
    closedReason: fc.constantFrom("holiday", "", " lunch "),
    dateRRule: anyRRule,
    startDate: anyDate,
    endDate: anyDate,
    startTime: anyTime,
    endTime: anyTime,
    exception: fc.constantFrom(true, false, "day" as const),
    relativeTo: relative,
    dates: fc.array(anyDate, { maxLength: 3 }),
    exceptDates: fc.array(anyDate, { maxLength: 3 }),
  },
  { requiredKeys: ["id", "name", "isOpen"] },
);

/** Forms that a user can complete. */
export const goodForm: fc.Arbitrary<RuleForm> = fc.record({
  name: fc.constantFrom("Hours", "Late"),
  isOpen: fc.boolean(),
  closedReason: fc.constantFrom("", "holiday"),
  exception: fc.constantFrom(true, false, "day" as const),
  allDay: fc.boolean(),
  startTime: fc.constantFrom("00:00", "08:00", "22:00"),
  endTime: fc.constantFrom("06:00", "17:30", "23:59"),
  repeat: fc.constantFrom(...REPEATS.filter((repeat) => repeat !== "custom")),
  interval: fc.constantFrom("1", "2", "13"),
  weekdays: fc.integer({ min: 1, max: 127 }),
  monthDay: fc.constantFrom("day" as const, "weekday" as const, "start" as const),
  day: fc.oneof(fc.integer({ min: 1, max: 28 }), fc.constant(-1)),
  nth: fc.constantFrom(...NTHS.filter((nth) => nth !== 5)),
  weekday: fc.integer({ min: 0, max: 6 }),
  month: fc.integer({ min: 1, max: 12 }),
  weekStart: fc.constantFrom(null, "SU", "MO"),
  rrule: fc.constant(BLANK.rrule),
  relativeRules: fc.constantFrom(["other"], ["other", "else"]),
  direction: fc.constantFrom("before" as const, "after" as const),
  distance: fc.constantFrom("1", "2", "31"),
  onlyOn: fc.constantFrom(0, 0b1100000, 127),
  countsWorkingDays: fc.boolean(),
  workingWeekdays: fc.constantFrom(0b0011111, 127),
  workingExcept: fc.constantFrom([], ["else"]),
  startDate: fc.constantFrom("2026-01-07", "2026-03-31"),
  ends: fc.constantFrom("never" as const, "on" as const, "after" as const),
  endDate: fc.constantFrom("2028-12-31", "2030-06-15"),
  count: fc.constantFrom("1", "7", "100"),
  dates: fc.uniqueArray(date, { minLength: 1, maxLength: 3 }),
  exceptDates: fc.constant([]),
});
