/**
 * A rule as flat form state. Every field holds the text as typed, and fields that the chosen `repeat` does not
 * use keep their value, so that switching between choices loses no input.
 */

/**
 * `once`: the day `startDate`. `dates`: the days in `dates`. `relative`: days at an offset from those of other
 * rules. `custom`: the recurrence in `rrule`, for recurrences that the other fields cannot express.
 */
export const REPEATS = [
  "once",
  "daily",
  "weekly",
  "monthly",
  "yearly",
  "dates",
  "relative",
  "custom",
] as const;
export type Repeat = (typeof REPEATS)[number];

/** The day of a month: a number, an nth weekday, or the day of the start date. */
export type MonthDay = "day" | "weekday" | "start";

/** The end of a recurring rule: `on` its `endDate` (inclusive), or `after` `count` times. */
export type Ends = "never" | "on" | "after";

/** Positions of an nth weekday in a month; -1 is the last. */
export const NTHS = [1, 2, 3, 4, 5, -1] as const;

export interface RuleForm {
  readonly name: string;
  readonly isOpen: boolean;
  readonly closedReason: string;
  readonly exception: boolean | "day";
  readonly allDay: boolean;
  /** `HH:mm`, or partial input. */
  readonly startTime: string;
  /** Exclusive; `00:00` is the end of the day; before `startTime`: the next day. */
  readonly endTime: string;
  readonly repeat: Repeat;
  /** Every n days, weeks, months or years. Digits. */
  readonly interval: string;
  /** Bit 0 = Monday. Empty: the weekday of the start date. */
  readonly weekdays: number;
  readonly monthDay: MonthDay;
  /** 1 to 31, or -1: the last day of the month. */
  readonly day: number;
  readonly nth: number;
  /** 0 = Monday. */
  readonly weekday: number;
  /** 1 to 12. */
  readonly month: number;
  /** First day of the week in the recurrence, `MO` to `SU`; null: unspecified. */
  readonly weekStart: string | null;
  readonly rrule: string;
  /** Ids of the rules that the days are relative to. */
  readonly relativeRules: readonly string[];
  readonly direction: "before" | "after";
  /** Days before or after. Digits. */
  readonly distance: string;
  /** Counts only days of the other rules on these weekdays; 0: all days. */
  readonly onlyOn: number;
  /** Counts only working days: days of `workingWeekdays`, except the days of `workingExcept` (rule ids). */
  readonly countsWorkingDays: boolean;
  readonly workingWeekdays: number;
  readonly workingExcept: readonly string[];
  /** `YYYY-MM-DD`; empty: unset. */
  readonly startDate: string;
  readonly ends: Ends;
  readonly endDate: string;
  readonly count: string;
  readonly dates: readonly string[];
  readonly exceptDates: readonly string[];
}

/** Initial values, also of fields that a rule does not use. */
export const BLANK: RuleForm = {
  name: "",
  isOpen: true,
  closedReason: "",
  exception: false,
  allDay: true,
  startTime: "09:00",
  endTime: "17:00",
  repeat: "daily",
  interval: "1",
  weekdays: 0b0011111,
  monthDay: "day",
  day: 1,
  nth: 1,
  weekday: 0,
  month: 1,
  weekStart: null,
  rrule: "",
  relativeRules: [],
  direction: "before",
  distance: "1",
  onlyOn: 0,
  countsWorkingDays: false,
  workingWeekdays: 0b0011111,
  workingExcept: [],
  startDate: "",
  ends: "never",
  endDate: "",
  count: "10",
  dates: [],
  exceptDates: [],
};
