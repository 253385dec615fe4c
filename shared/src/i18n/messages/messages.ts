import type { FindingCode } from "../../model/finding";
import type { RuleProblemCode, ScheduleProblemCode } from "../../model/problem";
import type { Plural } from "../plural";

/** A text with `{placeholders}`. Contains whole clauses, so that each language chooses its word order. */
export type Template = string;

/** Built-in reasons; `other` shows any other reason as written. */
export type ByReason = Readonly<Record<"closed" | "holiday" | "manual" | "error" | "other", Template>>;

/** A moment by its distance from now: `{time}`, `{weekday}`, `{date}`. */
export interface When {
  readonly today: Template;
  readonly tomorrow: Template;
  readonly thisWeek: Template;
  readonly later: Template;
}

/** Messages shared by plugin and functions. Intl provides day and month names, dates, times and lists. */
export interface Messages {
  /** Separator between the clauses of a rule's description. */
  readonly comma: string;
  /** `2nd`. `weekday` (0 = Monday) selects the gender in Portuguese. */
  readonly ordinal: (n: number, weekday?: number) => string;
  /** Contracts adjacent words where the language requires it. */
  readonly tidy?: (text: string) => string;

  readonly recurrence: {
    readonly everyDay: Template;
    /** `{n}` is always 2 or more. */
    readonly everyDays: Template;
    /** `{days}` is one weekday or a list of them. */
    readonly weekly: Template;
    readonly weeklyRange: Template;
    /** One weekday: `{nth}`, `{n}`, `{days}`. */
    readonly weeklyOne: Template;
    readonly weeklySome: Template;
    /** `{on}` is a text of `on` below, or empty. */
    readonly monthly: Template;
    readonly monthlySome: Template;
    readonly yearly: Template;
    readonly yearlySome: Template;
  };
  readonly on: {
    /** `{list}` of the items below. */
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
    /** `{list}` of positions: results of `ordinal`, and the two below. */
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
    /** End of a long list, after the first items. */
    readonly more: Plural;
  };

  /** Days relative to those of other rules: `{rules}` is a list of their names. */
  readonly relative: {
    readonly dayBefore: Template;
    readonly dayAfter: Template;
    /** `{n}` is always 2 or more. */
    readonly daysBefore: Template;
    readonly daysAfter: Template;
    readonly workingDayBefore: Template;
    readonly workingDayAfter: Template;
    readonly workingDaysBefore: Template;
    readonly workingDaysAfter: Template;
    /** Counts only days of the other rules on `{days}`. */
    readonly onlyOn: Template;
    readonly workingDays: Template;
    /** Three or more days in a row: `{first}` to `{last}`. */
    readonly onlyOnRange: Template;
    readonly workingDaysRange: Template;
    /** `{rules}` whose days are not working days. */
    readonly except: Template;
    /** Replaces the name of a missing rule. */
    readonly unknown: Template;
  };

  readonly status: {
    readonly open: Template;
    readonly closed: ByReason;
    /** `{status}` and the next change, `{next}`. */
    /** `{status}` with the `{note}` of a manual close. */
    readonly noted: Template;
    readonly next: Template;
    readonly opens: Template;
    readonly closes: Template;
    /** While closed, when the search finds no opening. */
    readonly noOpening: string;
    /** For a manual close without an end. */
    readonly untilReopened: Template;
    readonly when: When;
  };
  readonly spoken: {
    readonly open: Template;
    /** `{note}` as a sentence. */
    readonly note: Template;
    readonly openUntil: Template;
    readonly closed: ByReason;
    readonly closedUntil: ByReason;
    /** "until …", including the preposition. */
    readonly until: When;
    /** "open again …", including the preposition. */
    readonly again: When;
    /** `{h}` (0 to 23), `{m}`, `{mm}` (two digits), `{clock}` (Intl's twelve-hour format), by Intl's plural of the hour. */
    readonly onTheHour: Plural;
    readonly withMinutes: Plural;
    /** Closures and special hours to come. */
    readonly upcoming: {
      /** `{when}` is one of `day`, `days` and `onward`. */
      readonly closed: Readonly<Record<"closed" | "holiday" | "other", Template>>;
      /** `{when}`, and `{times}`: a list of `hours`. */
      readonly open: Template;
      readonly day: When;
      /** `{fromDate}`, `{fromWeekday}`, `{fromDay}`, and the same of the last day with `to`. */
      readonly days: Template;
      readonly onward: Template;
      /** `{from}` and `{to}` as `onTheHour` and `withMinutes` say them. */
      readonly hours: Template;
    };
  };
  readonly problem: Readonly<Record<RuleProblemCode | ScheduleProblemCode, Template>>;
  readonly finding: Readonly<Record<FindingCode, Template>>;
}
