import { type Options, RRule } from "rrule";
import type { Random } from "../../../../../simulation/random";

/** An event in the abstract, before a program writes it. Days count from 1970-01-01, minutes from midnight. */
export interface EventSpec {
  readonly uid: string;
  readonly zone: string;
  /** null: whole days. */
  readonly hours: { readonly start: number; readonly end: number } | null;
  readonly first: number;
  /** Days from the first to the last, that one included. */
  readonly length: number;
  readonly rule: RuleSpec | null;
  /** Occurrences that do not take place. */
  readonly left: readonly number[];
  /** One that takes place on another day. */
  readonly moved: { readonly from: number; readonly to: number } | null;
  /** Other hours from an occurrence on. */
  readonly changed: { readonly from: number; readonly start: number; readonly end: number } | null;
}

export interface RuleSpec {
  readonly text: string;
  readonly count: number | null;
  /** The last day. */
  readonly until: number | null;
}

export const ZONES = [
  "Europe/Berlin",
  "America/New_York",
  "Asia/Tokyo",
  "Australia/Sydney",
  "Asia/Kolkata",
  "UTC",
];
export const DAY_MS = 86_400_000;
export const FROM = Date.UTC(2026, 0, 1) / DAY_MS;
export const DAYS = 500;

const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/** The days of a rule by the library rrule, which shares nothing with ours. */
export function daysOf(first: number, { text, count, until }: RuleSpec, last: number): number[] {
  const options: Partial<Options> = {
    ...RRule.parseString(text),
    dtstart: new Date(first * DAY_MS),
    ...(count === null ? {} : { count }),
    ...(until === null ? {} : { until: new Date(until * DAY_MS) }),
  };
  return new RRule(options)
    .between(new Date(first * DAY_MS), new Date(last * DAY_MS), true)
    .map((date) => Math.floor(date.getTime() / DAY_MS));
}

function ruleText(random: Random): string {
  const weekdays = WEEKDAYS.filter(() => random.chance(0.3));
  const days = (weekdays.length > 0 ? weekdays : [random.pick(WEEKDAYS)]).join(",");
  return random.pick([
    `FREQ=WEEKLY;BYDAY=${days}`,
    `FREQ=WEEKLY;INTERVAL=2;BYDAY=${days}`,
    `FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=${days}`,
    `FREQ=MONTHLY;BYMONTHDAY=${1 + random.below(27)}`,
    `FREQ=MONTHLY;BYDAY=${random.pick([1, 2, 3, -1])}${random.pick(WEEKDAYS)}`,
    `FREQ=YEARLY;BYMONTH=${1 + random.below(12)};BYMONTHDAY=${1 + random.below(27)}`,
    `FREQ=YEARLY;BYMONTH=11;BYDAY=4TH`,
    `FREQ=DAILY;INTERVAL=${1 + random.below(4)}`,
  ]);
}

/** @param canChange whether the program writes THISANDFUTURE */
export function randomEvent(random: Random, uid: string, zone: string, canChange: boolean): EventSpec {
  const hours = random.chance(0.6)
    ? { start: 6 * 60 + 15 * random.below(24), end: 13 * 60 + 15 * random.below(24) }
    : null;
  const length = hours === null ? 1 + random.below(random.chance(0.5) ? 1 : 4) : 1;
  const begin = FROM + random.below(200);
  const none = { uid, zone, hours, length, left: [], moved: null, changed: null };
  if (random.chance(0.25)) return { ...none, first: begin, rule: null };
  const text = ruleText(random);
  const endless: RuleSpec = { text, count: null, until: null };
  const first = daysOf(begin, endless, begin + 800)[0] ?? begin;
  const rule = random.pick([
    endless,
    { ...endless, count: 2 + random.below(30) },
    { ...endless, until: first + 20 + random.below(400) },
  ]);
  const all = daysOf(first, rule, first + DAYS);
  const [a, b, c, d] = [2, 3, 5, 6].map((index) => (random.chance(0.4) ? all[index] : undefined));
  return {
    ...none,
    first,
    rule,
    left: [a, b].filter((day) => day !== undefined),
    moved: c === undefined || length > 1 ? null : { from: c, to: c + 1 },
    changed:
      !canChange || d === undefined || hours === null ? null : { from: d, start: 10 * 60, end: 12 * 60 },
  };
}
