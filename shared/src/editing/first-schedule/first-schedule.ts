import type { Rule, Schedule, StoredRule } from "../../model/model";
import { addHolidays, type ChosenHoliday } from "../add-holidays/add-holidays";
import type { WeeklyHours } from "../weekly-hours/hours";
import type { WeeklyRule } from "../weekly-hours/weekly-rule";
import { writeWeeklyHours } from "../weekly-hours/write-weekly-hours";

interface Given {
  readonly name: string;
  readonly timeZone: string;
  readonly hours: WeeklyHours;
  readonly holidays: readonly ChosenHoliday[];
  /** Rules that win over holidays and hours. */
  readonly special?: readonly StoredRule[];
  /** The rules that exist; holidays with the same meaning are used again. */
  readonly rulesById: ReadonlyMap<string, Rule>;
  /** Civil day number from which rules are compared. */
  readonly today: number;
  /** The name of a rule of the weekly hours. */
  readonly nameOf: (rule: WeeklyRule) => string;
  readonly newId: (kind: "schedule" | "rule") => string;
}

interface NewSchedule {
  readonly schedule: Schedule;
  /** Its new rules. */
  readonly created: readonly Rule[];
}

/** A whole schedule from a name, hours and holidays: special hours before holidays before weekly hours. */
export function newSchedule(given: Given): NewSchedule {
  const { name, timeZone, hours, holidays, special = [], rulesById, today, nameOf, newId } = given;
  const withId = (rule: StoredRule): Rule => ({ id: newId("rule"), ...rule });
  const exceptions = special.map(withId);
  const weekly = writeWeeklyHours([], hours, nameOf).created.map(withId);
  const own = [...exceptions, ...weekly];
  const schedule: Schedule = {
    id: newId("schedule"),
    name: name.trim(),
    timeZone,
    manualClose: false,
    rules: own.map(({ id }) => id),
  };
  const added = addHolidays({
    holidays,
    schedules: [schedule],
    rulesById: new Map([...rulesById, ...own.map((rule) => [rule.id, rule] as const)]),
    from: today,
    newId: () => newId("rule"),
  });
  return { schedule: added.schedules[0] ?? schedule, created: [...own, ...added.created] };
}
