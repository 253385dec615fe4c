/**
 * A rule as a form shows it: flat, every field as it is typed, so that nothing typed is lost while another choice
 * is tried. Fields that the chosen `repeat` does not use keep what they held.
 */

/**
 * `once`: the day `startDate`. `dates`: only the days in `dates`. `relative`: days as an offset from those of other
 * rules. `custom`: the recurrence as it is written in `rrule`, because it says more than the other fields can.
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

/** Which day of a month: a number, an nth weekday, or the same as that of the start date. */
export type MonthDay = "day" | "weekday" | "start";

/** When a recurring rule ends: `on` its `endDate` (that day still belongs to it), or `after` `count` times. */
export type Ends = "never" | "on" | "after";

/** The places in a month that an nth weekday can have; -1 is the last. */
export const NTHS = [1, 2, 3, 4, 5, -1] as const;

export interface RuleForm {
  readonly name: string;
  readonly isOpen: boolean;
  readonly closedReason: string;
  readonly exception: boolean | "day";
  readonly allDay: boolean;
  /** `HH:mm`, or what was typed so far. */
  readonly startTime: string;
  /** Exclusive; `00:00` is the end of the day; before `startTime`: the next day. */
  readonly endTime: string;
  readonly repeat: Repeat;
  /** Every n days, weeks, months or years. Digits. */
  readonly interval: string;
  /** Bit 0 = Monday. None: the weekday of the start date. */
  readonly weekdays: number;
  readonly monthDay: MonthDay;
  /** 1 to 31, or -1: the last day of the month. */
  readonly day: number;
  readonly nth: number;
  /** 0 = Monday. */
  readonly weekday: number;
  /** 1 to 12. */
  readonly month: number;
  /** What the week of a recurrence starts with, `MO` to `SU`; null: not said. */
  readonly weekStart: string | null;
  readonly rrule: string;
  /** Ids of the rules that the days are relative to. */
  readonly relativeRules: readonly string[];
  readonly direction: "before" | "after";
  /** How many days before or after. Digits. */
  readonly distance: string;
  /** Days of the other rules on these weekdays count; 0: on all. */
  readonly onlyOn: number;
  /** Whether only working days are counted: those of `workingWeekdays`, but for the days of `workingExcept` (rule ids). */
  readonly countsWorkingDays: boolean;
  readonly workingWeekdays: number;
  readonly workingExcept: readonly string[];
  /** `YYYY-MM-DD`; empty: none. */
  readonly startDate: string;
  readonly ends: Ends;
  readonly endDate: string;
  readonly count: string;
  readonly dates: readonly string[];
  readonly exceptDates: readonly string[];
}

/** What a fresh form holds, and what stands ready behind the choices that a rule does not use. */
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
