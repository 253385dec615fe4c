/**
 * What a contact centre keeps: rules, and schedules that order them.
 *
 * Names and shapes are those of the `config.json` of Twilio's schedule manager, so that file imports
 * unchanged. Fields that Twilio's does not have are optional.
 */

/** A civil date, `YYYY-MM-DD`. */
export type IsoDate = string;
/** A wall-clock time, `HH:mm`, 00:00 to 23:59 (`24:00` is written as no end). */
type TimeOfDay = string;

export interface Rule {
  readonly id: string;
  readonly name: string;
  readonly isOpen: boolean;
  /** Why a closed rule closes; without one the reason is `closed`. Ignored on open rules. */
  readonly closedReason?: string;
  /** RFC 5545 recurrence, date level; the prefix `RRULE:` is allowed. */
  readonly dateRRule?: string;
  readonly startDate?: IsoDate;
  /** The last day that belongs to the rule. */
  readonly endDate?: IsoDate;
  readonly startTime?: TimeOfDay;
  /** Exclusive. Before `startTime`: the rule runs overnight. */
  readonly endTime?: TimeOfDay;
  /**
   * `true`: wins, for its hours, over every rule that is not an exception. `"day"`: also speaks for the whole day:
   * on the days on which the rule occurs, no rule without an exception begins.
   */
  readonly exception?: boolean | "day";
  /** Days on which the rule also applies. */
  readonly dates?: readonly IsoDate[];
  /** Days on which the rule does not apply. */
  readonly exceptDates?: readonly IsoDate[];
  /** The rule's days as an offset from other rules' days, in place of `dateRRule` and `dates`. */
  readonly relativeTo?: RelativeTo;
}

/** A weekday as RFC 5545 abbreviates it. */
export type WeekdayCode = (typeof WEEKDAYS)[number];
/** Weekdays run from Monday = 0. */
export const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/**
 * An offset from the days of other rules, such as the day before each holiday. A day on which one of `rules` occurs
 * is never a result.
 */
export interface RelativeTo {
  /** Rule ids: the days of all of them count. */
  readonly rules: readonly string[];
  /** -31 to 31, not 0. Days after (before) those of `rules`; with `workingDays` only working days are counted. */
  readonly days: number;
  /** Only days of `rules` on these weekdays count. */
  readonly onlyOn?: readonly WeekdayCode[];
  /** A working day is a day of `weekdays` on which none of `rules` and none of `except` (rule ids) occurs. */
  readonly workingDays?: { readonly weekdays: readonly WeekdayCode[]; readonly except: readonly string[] };
}
/** The farthest offset of `relativeTo`, and how far apart two working days may lie, in days. */
export const MAX_RELATIVE_DAYS = 31;

export interface Schedule {
  readonly id: string;
  /** What callers ask for. Unique among all names and aliases. */
  readonly name: string;
  /** IANA zone name. */
  readonly timeZone: string;
  readonly manualClose: boolean;
  /** ISO 8601 instant with offset after which a manual close ends by itself. */
  readonly manualCloseUntil?: string;
  /** Rule ids, topmost first. */
  readonly rules: readonly string[];
  /** Queue names or SIDs; without it, the queue of the schedule's own name. */
  readonly queues?: readonly string[];
  /** Schedules of one group can stand in for each other. */
  readonly group?: string;
  /** Former names that go on answering. */
  readonly aliases?: readonly string[];
}

export interface Configuration {
  readonly rules: readonly Rule[];
  readonly schedules: readonly Schedule[];
}

/** What `check-schedule` answers. `closedReason` is `""` when open. */
export interface Status {
  readonly isOpen: boolean;
  readonly closedReason: string;
}

/** A status and what decided it: the topmost rule of those that decided, or none (manual close, or no rule matched). */
export interface Decision extends Status {
  readonly ruleId: string | null;
}

/** A piece of time with one answer. `from` and `to` are ms since the epoch; `to` does not belong to it. */
export interface Interval extends Decision {
  readonly from: number;
  readonly to: number;
}

/** The first instant (ms since the epoch) at which the status differs, or how far was searched without finding one. */
export type Change =
  { readonly at: number; readonly to: Decision } | { readonly at: null; readonly searchedTo: number };

/** Reasons that the decision itself gives; others come from the rules. */
export const REASON_MANUAL = "manual";
export const REASON_CLOSED = "closed";
export const REASON_ERROR = "error";

export type ItemKind = "schedule" | "rule";

/** What an item holds: the rule or schedule without its id, which is the key. */
export type StoredSchedule = Omit<Schedule, "id">;
export type StoredRule = Omit<Rule, "id">;
export type StoredItem = StoredSchedule | StoredRule;
