import type { Rule } from "@schedule-manager/shared/model/model";
import { BLANK, type RuleForm } from "@schedule-manager/shared/editing/rule-form/form";
import { fromRule } from "@schedule-manager/shared/editing/rule-form/from-rule";
import { toRule } from "@schedule-manager/shared/editing/rule-form/to-rule";
import { rule } from "../../fixtures";

const rr = (dateRRule: string, more: Partial<Rule> = {}): Rule => rule("r", { dateRRule, ...more });

const READS: readonly (readonly [string, Rule, Partial<RuleForm>])[] = [
  ["every day, all day", rule("r"), { repeat: "daily", interval: "1", allDay: true, ends: "never" }],
  [
    "one day",
    rule("r", { startDate: "2026-12-24", endDate: "2026-12-24" }),
    { repeat: "once", startDate: "2026-12-24" },
  ],
  [
    "a range of days",
    rule("r", { startDate: "2026-12-24", endDate: "2026-12-31" }),
    { repeat: "daily", ends: "on", endDate: "2026-12-31" },
  ],
  ["listed days", rule("r", { dates: ["2026-02-17"] }), { repeat: "dates", dates: ["2026-02-17"] }],
  ["a list without a day", rule("r", { dates: [] }), { repeat: "dates", dates: [] }],
  ["working days", rr("RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"), { repeat: "weekly", weekdays: 0b0011111 }],
  [
    "every other week",
    rr("freq=weekly;interval=2;byday=su;wkst=su"),
    { repeat: "weekly", interval: "2", weekdays: 64, weekStart: "SU" },
  ],
  ["weekly as it starts", rr("FREQ=WEEKLY", { startDate: "2026-01-07" }), { repeat: "weekly", weekdays: 0 }],
  ["monthly on a day", rr("FREQ=MONTHLY;BYMONTHDAY=15"), { repeat: "monthly", monthDay: "day", day: 15 }],
  [
    "the last of the month",
    rr("FREQ=MONTHLY;BYMONTHDAY=-1"),
    { repeat: "monthly", monthDay: "day", day: -1 },
  ],
  [
    "the last Friday",
    rr("FREQ=MONTHLY;BYDAY=-1FR"),
    { repeat: "monthly", monthDay: "weekday", nth: -1, weekday: 4 },
  ],
  [
    "yearly on a date",
    rr("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25"),
    { repeat: "yearly", month: 12, monthDay: "day", day: 25 },
  ],
  [
    "yearly on an nth weekday",
    rr("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"),
    { repeat: "yearly", month: 11, monthDay: "weekday", nth: 4, weekday: 3 },
  ],
  [
    "yearly as it starts",
    rr("FREQ=YEARLY", { startDate: "2026-05-01" }),
    { repeat: "yearly", monthDay: "start" },
  ],
  [
    "ten times",
    rr("FREQ=DAILY;COUNT=10", { startDate: "2026-05-01" }),
    { repeat: "daily", ends: "after", count: "10" },
  ],
  [
    "until a day",
    rr("FREQ=DAILY;UNTIL=20261231T235959Z"),
    { repeat: "daily", ends: "on", endDate: "2026-12-31" },
  ],
  [
    "until the earlier of two days",
    rr("FREQ=DAILY;UNTIL=20261231", { endDate: "2027-06-30" }),
    { ends: "on", endDate: "2026-12-31" },
  ],
  [
    "overnight",
    rule("r", { startTime: "22:00", endTime: "06:00" }),
    { allDay: false, startTime: "22:00", endTime: "06:00" },
  ],
  [
    "from a time on",
    rule("r", { startTime: "18:00" }),
    { allDay: false, startTime: "18:00", endTime: "00:00" },
  ],
  ["up to a time", rule("r", { endTime: "12:00" }), { allDay: false, startTime: "00:00", endTime: "12:00" }],
];

const CUSTOM = [
  "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
  "FREQ=MONTHLY;BYMONTHDAY=1,15",
  "FREQ=MONTHLY;BYMONTHDAY=-2",
  "FREQ=MONTHLY;BYDAY=FR",
  "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
  "FREQ=MONTHLY;BYDAY=1MO,3MO",
  "FREQ=MONTHLY;BYDAY=-2MO",
  "FREQ=WEEKLY;BYDAY=MO;BYMONTH=12",
  "FREQ=DAILY;BYMONTH=12",
  "FREQ=YEARLY;BYDAY=20MO",
  "FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1",
  "FREQ=YEARLY;BYMONTHDAY=1",
  "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
  "FREQ=YEARLY;BYYEARDAY=100",
  "FREQ=HOURLY",
  "nonsense",
] as const;

/** The change made by an edit; `undefined`: the field is removed. */
type Changes = { readonly [Key in keyof Rule]?: Rule[Key] | undefined };

const EDITS: readonly (readonly [string, Rule, Partial<RuleForm>, Changes])[] = [
  ["a name leaves the rest", rr("rrule:freq=weekly;byday=mo,mo"), { name: "New" }, { name: "New" }],
  [
    "weekdays keep prefix, week start and count",
    rr("RRULE:FREQ=WEEKLY;WKST=SU;COUNT=4;BYDAY=MO", { startDate: "2026-01-05" }),
    { weekdays: 3 },
    { dateRRule: "RRULE:FREQ=WEEKLY;BYDAY=MO,TU;WKST=SU;COUNT=4" },
  ],
  [
    "weekdays move UNTIL to the end date",
    rr("FREQ=WEEKLY;BYDAY=MO;UNTIL=20261231"),
    { weekdays: 3 },
    { dateRRule: "FREQ=WEEKLY;BYDAY=MO,TU", endDate: "2026-12-31" },
  ],
  [
    "an end date takes UNTIL out",
    rr("rrule:freq=weekly;until=20261231;byday=mo"),
    { endDate: "2027-01-31" },
    { dateRRule: "rrule:freq=weekly;byday=mo", endDate: "2027-01-31" },
  ],
  [
    "no end takes UNTIL out",
    rr("FREQ=DAILY;UNTIL=20261231", { endDate: "2027-01-01" }),
    { ends: "never" },
    { dateRRule: "FREQ=DAILY", endDate: undefined },
  ],
  [
    "a start date leaves UNTIL alone",
    rr("FREQ=DAILY;UNTIL=20261231"),
    { startDate: "2026-01-01" },
    { startDate: "2026-01-01" },
  ],
  [
    "one day has both bounds",
    rule("r", { startDate: "2026-12-24", endDate: "2026-12-24" }),
    { startDate: "2026-12-25" },
    { startDate: "2026-12-25", endDate: "2026-12-25" },
  ],
  [
    "a recurrence to one day",
    rr("FREQ=WEEKLY;BYDAY=MO"),
    { repeat: "once", startDate: "2026-12-25" },
    { dateRRule: undefined, startDate: "2026-12-25", endDate: "2026-12-25" },
  ],
  [
    "one day, not said which, is none",
    rr("FREQ=WEEKLY;BYDAY=MO"),
    { repeat: "once" },
    { dateRRule: undefined, dates: [] },
  ],
  [
    "a recurrence to listed days",
    rr("FREQ=WEEKLY;BYDAY=MO", { startDate: "2026-01-01" }),
    { repeat: "dates", dates: ["2026-03-02", "2026-03-01", "2026-03-02"] },
    { dateRRule: undefined, startDate: undefined, dates: ["2026-03-01", "2026-03-02"] },
  ],
  ["listed days to none", rule("r", { dates: ["2026-03-01"] }), { dates: [] }, { dates: [] }],
  [
    "listed days to every day",
    rule("r", { dates: ["2026-03-01"] }),
    { repeat: "daily" },
    { dateRRule: "FREQ=DAILY" },
  ],
  [
    "every day, and a day more",
    rule("r"),
    { dates: ["2026-03-01"] },
    { dateRRule: "FREQ=DAILY", dates: ["2026-03-01"] },
  ],
  [
    "extra dates taken away",
    rr("FREQ=WEEKLY;BYDAY=MO", { dates: ["2026-03-01"] }),
    { dates: [] },
    { dates: undefined },
  ],
  [
    "a blank recurrence is refused, not every day",
    rr("FREQ=WEEKLY;BYDAY=MO"),
    { repeat: "custom", rrule: " " },
    { dateRRule: "RRULE:" },
  ],
  [
    "all day",
    rule("r", { startTime: "08:00", endTime: "17:00" }),
    { allDay: true },
    { startTime: undefined, endTime: undefined },
  ],
  ["from and to", rule("r"), { allDay: false }, { startTime: "09:00", endTime: "17:00" }],
  [
    "a start leaves a missing end alone",
    rule("r", { startTime: "08:00" }),
    { startTime: "09:00" },
    { startTime: "09:00" },
  ],
  [
    "open has no reason",
    rule("r", { isOpen: false, closedReason: "holiday" }),
    { isOpen: true },
    { isOpen: true, closedReason: undefined },
  ],
  [
    "closed with a reason",
    rule("r"),
    { isOpen: false, closedReason: " lunch " },
    { isOpen: false, closedReason: "lunch" },
  ],
  ["no exception any more", rule("r", { exception: true }), { exception: false }, { exception: undefined }],
];

const without = (fields: Changes): unknown => JSON.parse(JSON.stringify(fields));

describe("rule form", () => {
  it.each(READS)("[FM1] %s is shown in fields", (_, from, shown) => {
    expect(fromRule(from)).toMatchObject(shown);
  });

  it.each(CUSTOM)("[FM2] %s is shown as text", (text) => {
    expect(fromRule(rr(text))).toMatchObject({ repeat: "custom", rrule: text });
  });

  it("[FM2] a count beside an end date is shown as text", () => {
    expect(
      fromRule(rr("FREQ=DAILY;COUNT=3", { startDate: "2026-01-01", endDate: "2026-01-02" })).repeat,
    ).toBe("custom");
  });

  it.each([...READS.map(([, from]) => from), ...CUSTOM.map((text) => rr(text))])(
    "[FM3] an unedited rule stays unchanged: %j",
    (from) => {
      expect(toRule(fromRule(from), from)).toBe(from);
    },
  );

  it.each(EDITS)("[FM4] %s", (_, from, edit, changes) => {
    const made = toRule({ ...fromRule(from), ...edit }, from);
    expect(without(made)).toEqual(without({ ...from, ...changes }));
  });

  it("[FM4] unknown fields are kept", () => {
    const from = { ...rule("r"), note: "mine" };
    expect(toRule({ ...fromRule(from), name: "New" }, from)).toEqual({ ...from, name: "New" });
  });

  it("[FM3] a blank form gives a rule for every day", () => {
    expect(toRule({ ...BLANK, name: "r" }, rule("r"))).toEqual(rule("r"));
  });
});
