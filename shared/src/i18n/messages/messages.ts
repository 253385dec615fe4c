import type { FindingCode } from "../../model/finding";
import type { RuleProblemCode, ScheduleProblemCode } from "../../model/problem";
import type { Plural } from "../plural";

/** A text with `{placeholders}`. Whole clauses, so that each language orders its words itself. */
export type Template = string;

/** Reasons that have words; any other is shown as it is written, in `other`. */
export type ByReason = Readonly<Record<"closed" | "holiday" | "manual" | "error" | "other", Template>>;

/** How a moment is said, from near to far. `{time}`, `{weekday}`, `{date}`. */
export interface When {
  readonly today: Template;
  readonly tomorrow: Template;
  readonly thisWeek: Template;
  readonly later: Template;
}

/** The words that plugin and functions share. Names of days and months, dates, times and lists come from Intl. */
export interface Messages {
  /** Between the clauses of a rule in words. */
  readonly comma: string;
  /** `2nd`. Portuguese weekdays need the gender, 0 = Monday. */
  readonly ordinal: (n: number, weekday?: number) => string;
  /** A last touch where neighbouring words change each other. */
  readonly tidy?: (text: string) => string;

  readonly recurrence: {
    readonly everyDay: Template;
    /** `{n}` is 2 or more wherever it stands. */
    readonly everyDays: Template;
    /** `{days}` is one weekday or a list of them. */
    readonly weekly: Template;
    readonly weeklyRange: Template;
    /** One weekday: `{nth}`, `{n}`, `{days}`. */
    readonly weeklyOne: Template;
    readonly weeklySome: Template;
    /** `{on}` is one of the `on…` below, or nothing. */
    readonly monthly: Template;
    readonly monthlySome: Template;
    readonly yearly: Template;
    readonly yearlySome: Template;
  };
  readonly on: {
    /** `{list}` of the items that follow. */
    readonly list: Template;
    readonly monthDay: Template;
    readonly lastDay: Template;
    readonly dayFromEnd: Template;
    readonly nthWeekday: Template;
    readonly lastWeekday: Template;
    readonly weekdayFromEnd: Template;
    readonly date: Template;
    /** `{list}`, `{months}`. */
    readonly ofMonths: Template;
    readonly ofYear: Template;
  };
  readonly clause: {
    readonly days: Template;
    readonly months: Template;
    readonly weeks: Template;
    readonly yearDays: Template;
    /** `{list}` of positions: numbers as `ordinal` says them, and the two below. */
    readonly positions: Template;
    readonly lastPosition: Template;
    readonly positionFromEnd: Template;
    readonly allDay: Template;
    readonly times: Template;
    readonly from: Template;
    readonly until: Template;
    readonly count: Plural;
    readonly also: Template;
    readonly except: Template;
  };
  readonly range: {
    readonly day: Template;
    readonly days: Template;
    readonly from: Template;
    readonly until: Template;
    readonly dates: Template;
    readonly never: Template;
    /** After the first few of a long list. */
    readonly more: Plural;
  };

  /** Days of a rule that are relative to those of other rules: `{rules}` is a list of their names. */
  readonly relative: {
    readonly dayBefore: Template;
    readonly dayAfter: Template;
    /** `{n}` is 2 or more wherever it stands. */
    readonly daysBefore: Template;
    readonly daysAfter: Template;
    readonly workingDayBefore: Template;
    readonly workingDayAfter: Template;
    readonly workingDaysBefore: Template;
    readonly workingDaysAfter: Template;
    /** Only days of the other rules on `{days}` count. */
    readonly onlyOn: Template;
    readonly workingDays: Template;
    /** `{rules}` on whose days nobody works. */
    readonly except: Template;
    /** In place of a name. */
    readonly unknown: Template;
  };

  readonly status: {
    readonly open: Template;
    readonly closed: ByReason;
    /** `{status}` and what comes next. */
    readonly next: Template;
    readonly opens: Template;
    readonly closes: Template;
    /** While closed, and no opening was found until `{date}`. */
    readonly notBefore: Template;
    /** Of a manual close that does not end by itself. */
    readonly untilReopened: Template;
    readonly when: When;
  };
  readonly spoken: {
    readonly open: Template;
    readonly openUntil: Template;
    readonly closed: ByReason;
    readonly closedUntil: ByReason;
    /** "until …", with its preposition. */
    readonly until: When;
    /** "open again …", with its preposition. */
    readonly again: When;
    /** `{h}` (0 to 23), `{m}`, `{mm}` (two digits), `{clock}` (as Intl writes it in twelve hours). By Intl's plural of the hour. */
    readonly onTheHour: Plural;
    readonly withMinutes: Plural;
  };
  readonly problem: Readonly<Record<RuleProblemCode | ScheduleProblemCode, Template>>;
  readonly finding: Readonly<Record<FindingCode, Template>>;
}
