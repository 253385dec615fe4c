import fc from "../../../../support/fast-check";
import type { Rule } from "@schedule-manager/shared/model/model";
import { DAY_MINUTES } from "@schedule-manager/shared/time/civil";
import {
  tidyRanges,
  type TimeRange,
  type WeeklyHours,
} from "@schedule-manager/shared/editing/weekly-hours/hours";
import { readWeeklyHours } from "@schedule-manager/shared/editing/weekly-hours/read-weekly-hours";
import { readWeeklyRule, type WeeklyRule } from "@schedule-manager/shared/editing/weekly-hours/weekly-rule";
import { writeWeeklyHours } from "@schedule-manager/shared/editing/weekly-hours/write-weekly-hours";

const nameOf = ({ start, end, weekdays }: WeeklyRule): string => `${weekdays}: ${start}-${end}`;
const rule = (id: string, value: Partial<Rule> = {}): Rule => ({ id, name: id, isOpen: true, ...value });
const week = (...days: readonly (readonly [day: number, start: number, end: number])[]): WeeklyHours =>
  Array.from({ length: 7 }, (_, index) =>
    days.filter(([day]) => day === index).map(([, start, end]) => ({ start, end })),
  );
const read = (rules: readonly Rule[], shared: readonly string[] = []) =>
  readWeeklyHours({ rules: rules.map(({ id }) => id) }, new Map(rules.map((one) => [one.id, one])), (id) =>
    shared.includes(id),
  );

/** The rules after an edit, as the view applies it. */
function apply(own: readonly Rule[], hours: WeeklyHours): readonly Rule[] {
  const { changed, created, removed } = writeWeeklyHours(own, hours, nameOf);
  const values = new Map(changed.map(({ id, value }) => [id, value]));
  return [
    ...own
      .filter(({ id }) => !removed.includes(id))
      .map((one) => ({ ...(values.get(one.id) ?? one), id: one.id })),
    ...created.map((value, index) => ({ ...value, id: `new-${index}` })),
  ];
}

const WORKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";

describe("weekly hours", () => {
  it.each<[string, Partial<Rule>, WeeklyRule | null]>([
    [
      "weekdays",
      { dateRRule: WORKDAYS, startTime: "09:00", endTime: "17:00" },
      { start: 540, end: 1020, weekdays: 31 },
    ],
    [
      "every day without a recurrence",
      { startTime: "08:00" },
      { start: 480, end: DAY_MINUTES, weekdays: 127 },
    ],
    ["daily", { dateRRule: "FREQ=DAILY" }, { start: 0, end: DAY_MINUTES, weekdays: 127 }],
    ["daily on weekdays", { dateRRule: "FREQ=DAILY;BYDAY=SA" }, { start: 0, end: DAY_MINUTES, weekdays: 32 }],
    [
      "overnight",
      { dateRRule: "FREQ=WEEKLY;BYDAY=FR", startTime: "22:00", endTime: "06:00" },
      { start: 1320, end: 1800, weekdays: 16 },
    ],
    [
      "24 hours from 07:00",
      { startTime: "07:00", endTime: "07:00" },
      { start: 420, end: 1860, weekdays: 127 },
    ],
    ["closed", { isOpen: false, dateRRule: WORKDAYS }, null],
    ["an exception", { exception: true, dateRRule: WORKDAYS }, null],
    ["the whole day", { exception: "day", dateRRule: WORKDAYS }, null],
    ["every other week", { dateRRule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", startDate: "2026-01-05" }, null],
    ["a start date", { dateRRule: WORKDAYS, startDate: "2026-01-05" }, null],
    ["an end date", { dateRRule: WORKDAYS, endDate: "2026-12-31" }, null],
    ["a count", { dateRRule: `${WORKDAYS};COUNT=3`, startDate: "2026-01-05" }, null],
    ["further dates", { dateRRule: WORKDAYS, dates: ["2026-01-03"] }, null],
    ["left-out dates", { dateRRule: WORKDAYS, exceptDates: ["2026-01-05"] }, null],
    ["only dates", { dates: [] }, null],
    ["the first Monday", { dateRRule: "FREQ=MONTHLY;BYDAY=1MO" }, null],
    ["weeks of some months", { dateRRule: "FREQ=WEEKLY;BYDAY=MO;BYMONTH=6" }, null],
    ["a damaged time", { dateRRule: WORKDAYS, startTime: "9" }, null],
  ])(
    "[WH1] a rule of %s: read as a weekly opening only if it means the same in every week",
    (_, value, expected) => {
      expect(readWeeklyRule(rule("a", value))).toEqual(expected);
    },
  );

  it("[WH2] rules that others use stay out of the grid", () => {
    const rules = [
      rule("ours", { dateRRule: "FREQ=WEEKLY;BYDAY=MO", startTime: "08:00", endTime: "12:00" }),
      rule("holiday", { isOpen: false }),
      rule("theirs", { dateRRule: "FREQ=WEEKLY;BYDAY=MO", startTime: "13:00", endTime: "18:00" }),
    ];
    expect(read(rules, ["theirs"])).toEqual({
      hours: week([0, 480, 720]),
      own: ["ours"],
      shared: ["theirs"],
    });
  });

  it("[WH3] equal openings of several days become one rule with a name that says its times", () => {
    const hours = week([0, 480, 720], [0, 780, 1080], [1, 480, 720], [1, 780, 1080], [5, 540, 780]);
    expect(apply([], hours)).toEqual([
      {
        id: "new-0",
        name: "3: 480-720",
        isOpen: true,
        dateRRule: "FREQ=WEEKLY;BYDAY=MO,TU",
        startTime: "08:00",
        endTime: "12:00",
      },
      {
        id: "new-1",
        name: "3: 780-1080",
        isOpen: true,
        dateRRule: "FREQ=WEEKLY;BYDAY=MO,TU",
        startTime: "13:00",
        endTime: "18:00",
      },
      {
        id: "new-2",
        name: "32: 540-780",
        isOpen: true,
        dateRRule: "FREQ=WEEKLY;BYDAY=SA",
        startTime: "09:00",
        endTime: "13:00",
      },
    ]);
  });

  it("[WH4] a changed rule keeps its id and a name that a person chose; a name by times follows the times", () => {
    const chosen = rule("chosen", { dateRRule: WORKDAYS, startTime: "09:00", endTime: "17:00" });
    const named = rule("named", {
      name: "32: 540-780",
      dateRRule: "FREQ=WEEKLY;BYDAY=SA",
      startTime: "09:00",
      endTime: "13:00",
    });
    const hours = week(...[0, 1, 2, 3].map((day) => [day, 540, 1020] as const), [5, 540, 840]);
    expect(apply([chosen, named], hours)).toEqual([
      { ...chosen, dateRRule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH" },
      { ...named, name: "32: 540-840", endTime: "14:00" },
    ]);
  });

  it("[WH4] rules without an opening are removed, and unchanged hours change nothing", () => {
    const rules = [
      rule("a", { dateRRule: WORKDAYS, startTime: "09:00", endTime: "17:00" }),
      rule("b", { dateRRule: "FREQ=WEEKLY;BYDAY=SA", startTime: "22:00", endTime: "06:00" }),
    ];
    expect(writeWeeklyHours(rules, read(rules).hours, nameOf)).toEqual({
      changed: [],
      created: [],
      removed: [],
    });
    expect(writeWeeklyHours(rules, week(), nameOf).removed).toEqual(["a", "b"]);
  });

  it("[WH5] ranges that overlap or touch become one, unless it would exceed 24 hours", () => {
    const at = (start: number, end: number): TimeRange => ({ start, end });
    expect(tidyRanges([at(780, 1080), at(480, 720), at(700, 790)])).toEqual([at(480, 1080)]);
    expect(tidyRanges([at(0, 1440), at(1380, 1500)])).toEqual([at(0, 1440), at(1380, 1500)]);
  });

  const range = fc
    .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
    .map(([start, length]) => ({ start: start * 15, end: start * 15 + length * 15 }));
  const hours = fc
    .array(fc.array(range, { maxLength: 3 }).map(tidyRanges), { minLength: 7, maxLength: 7 })
    .map((days): WeeklyHours => days);

  it("[WH6] any hours are read back as they were written, whatever rules there were, with one rule per opening", () => {
    fc.assert(
      fc.property(hours, hours, (before, after) => {
        const rules = apply(apply([], before), after);
        const own = rules.map((one, index) => ({ ...one, id: String(index) }));
        expect(read(own).hours).toEqual(after);
        const distinct = new Set(after.flat().map(({ start, end }) => `${start}-${end}`));
        expect(own).toHaveLength(distinct.size);
      }),
    );
  });
});
