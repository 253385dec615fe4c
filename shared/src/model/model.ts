/**
 * Rules, and schedules that order them.
 *
 * Names and shapes match the `config.json` of Twilio's schedule manager, so that its file imports unchanged.
 * Fields that Twilio's format lacks are optional.
 */

/** A civil date, `YYYY-MM-DD`. */
export type IsoDate = string;
/** A wall-clock time, `HH:mm`, 00:00 to 23:59 (omit the end for `24:00`). */
type TimeOfDay = string;

export interface Rule {
  readonly id: string;
  readonly name: string;
  readonly isOpen: boolean;
  /** Reason that a closed rule gives; `closed` when absent. Ignored on open rules. */
  readonly closedReason?: string;
  /** RFC 5545 recurrence, date level; the prefix `RRULE:` is allowed. */
  readonly dateRRule?: string;
  readonly startDate?: IsoDate;
  /** Inclusive. */
  readonly endDate?: IsoDate;
  readonly startTime?: TimeOfDay;
  /** Exclusive. Before `startTime`: the rule runs overnight. */
  readonly endTime?: TimeOfDay;
  /**
   * `true`: takes precedence, for its hours, over every rule that is not an exception. `"day"`: also replaces
   * the whole day: on days on which the rule occurs, no rule without an exception starts.
   */
  readonly exception?: boolean | "day";
  /** Additional days on which the rule applies. */
  readonly dates?: readonly IsoDate[];
  /** Days on which the rule does not apply. */
  readonly exceptDates?: readonly IsoDate[];
  /** Days at an offset from other rules' days, instead of `dateRRule` and `dates`. */
  readonly relativeTo?: RelativeTo;
}

/** A weekday as RFC 5545 abbreviates it. */
export type WeekdayCode = (typeof WEEKDAYS)[number];
/** Weekdays run from Monday = 0. */
export const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/**
 * An offset from the days of other rules, such as the day before each holiday. Days on which one of `rules`
 * occurs are never results.
 */
export interface RelativeTo {
  /** Rule ids; the union of their days counts. */
  readonly rules: readonly string[];
  /**
   * -31 to 31, not 0. Days after (negative: before) the days of `rules`; with `workingDays`, counts working days
   * only.
   */
  readonly days: number;
  /** Counts only days of `rules` on these weekdays. */
  readonly onlyOn?: readonly WeekdayCode[];
  /** A working day is a day of `weekdays` on which none of `rules` and none of `except` (rule ids) occurs. */
  readonly workingDays?: { readonly weekdays: readonly WeekdayCode[]; readonly except: readonly string[] };
}
/** Largest offset of `relativeTo`, and largest gap between two working days, in days. */
export const MAX_RELATIVE_DAYS = 31;

export interface Schedule {
  readonly id: string;
  /** The name that callers use. Unique among all names and aliases. */
  readonly name: string;
  /** IANA zone name. */
  readonly timeZone: string;
  readonly manualClose: boolean;
  /** ISO 8601 instant with offset at which a manual close ends. */
  readonly manualCloseUntil?: string;
  /** Why the schedule is closed manually: for admins, agents and flows. At most `MAX_NOTE_LENGTH` characters. */
  readonly manualNote?: string;
  /** Whether the sentence for callers contains the note. */
  readonly manualNoteSpoken?: boolean;
  /** Rule ids, topmost first. */
  readonly rules: readonly string[];
  /** Queue names or SIDs; by default, the queue with the schedule's own name. */
  readonly queues?: readonly string[];
  /** Open schedules of the same group are offered as alternatives. */
  readonly group?: string;
  /** Former names that remain valid. */
  readonly aliases?: readonly string[];
}

/** UTF-16 code units. */
export const MAX_NOTE_LENGTH = 200;

export interface Configuration {
  readonly rules: readonly Rule[];
  readonly schedules: readonly Schedule[];
}

/** The answer of `check-schedule`. `closedReason` is `""` when open. */
export interface Status {
  readonly isOpen: boolean;
  readonly closedReason: string;
}

/** A status and the topmost rule that decided it; null for a manual close or when no rule matched. */
export interface Decision extends Status {
  readonly ruleId: string | null;
}

/** A stretch of time with one answer. `from` and `to` are ms since the epoch, `to` exclusive. */
export interface Interval extends Decision {
  readonly from: number;
  readonly to: number;
}

/** The first instant (ms since the epoch) at which the status differs, or the end of the search without one. */
export type Change =
  { readonly at: number; readonly to: Decision } | { readonly at: null; readonly searchedTo: number };

/** Reasons of the evaluator itself; others come from the rules. */
export const REASON_MANUAL = "manual";
export const REASON_CLOSED = "closed";
export const REASON_ERROR = "error";
/** The reason of holidays, unless a person chooses another. */
export const REASON_HOLIDAY = "holiday";

export type ItemKind = "schedule" | "rule";

/** The stored value of an item: the rule or schedule without its id, which is the key. */
export type StoredSchedule = Omit<Schedule, "id">;
export type StoredRule = Omit<Rule, "id">;
export type StoredItem = StoredSchedule | StoredRule;
