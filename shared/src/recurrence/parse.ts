import { dayOf } from "../time/civil";
import type { RuleProblem, RuleProblemCode } from "../model/problem";
import { WEEKDAYS } from "../model/model";
import type { Frequency, NthWeekday, Parts } from "./parts";

/** All values of all parts fit into this length. */
const MAX_RRULE_LENGTH = 10_000;

export type ParsedRRule =
  { readonly ok: true; readonly parts: Parts } | { readonly ok: false; readonly problem: RuleProblem };

/** The parts and the largest number of each; RFC 5545 3.3.8: the largest INTEGER. */
const LARGEST: Readonly<Record<string, number>> = {
  FREQ: 0,
  INTERVAL: 2_147_483_647,
  COUNT: 2_147_483_647,
  UNTIL: 0,
  BYMONTH: 12,
  BYMONTHDAY: 31,
  BYDAY: 53,
  BYYEARDAY: 366,
  BYWEEKNO: 53,
  BYSETPOS: 366,
  WKST: 0,
};
const FREQUENCIES: readonly string[] = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] satisfies Frequency[];
const WEEKDAY_NAMES: readonly string[] = WEEKDAYS;
const UNTIL = /^(\d{4})(\d\d)(\d\d)(?:T(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d|60)Z?)?$/;
const UNSIGNED = /^\d+$/;
/** RFC 5545 limits the digits of each part. */
const MONTH = /^\d\d?$/;
const TWO_DIGITS = /^[+-]?\d\d?$/;
const THREE_DIGITS = /^[+-]?\d{1,3}$/;

/**
 * Parses an RRULE (RFC 5545 3.3.10) strictly. Letters are case-insensitive (RFC 5545 2); the prefix `RRULE:` and
 * surrounding white space are allowed. Never throws.
 */
export function parseRRule(text: string): ParsedRRule {
  let problem: RuleProblem | undefined;
  /** Records the first problem; parsing continues with harmless values. */
  const report = (code: RuleProblemCode, part?: string, value?: string): void => {
    problem ??= {
      code,
      field: "dateRRule",
      ...(part && { part: part.slice(0, 40) }),
      ...(value && { value: value.slice(0, 40) }),
    };
  };
  const wrong = (part: string, value: string): void => report("rrule-value-invalid", part, value);

  const values = new Map<string, string>();
  const split = (rule: string): void => {
    for (const piece of rule.split(";")) {
      const [name = "", value, more] = piece.split("=");
      if (!name || !value || more !== undefined) report("rrule-syntax", "", piece);
      else if (!Object.hasOwn(LARGEST, name)) report("rrule-part-unknown", name);
      else if (values.has(name)) report("rrule-part-repeated", name);
      else values.set(name, value);
    }
  };

  /** A number up to the part's largest, never 0. */
  const number = (name: string, digits: string, form = TWO_DIGITS, item = digits): number => {
    const value = form.test(digits) ? Number(digits) : 0;
    if (!value || Math.abs(value) > (LARGEST[name] ?? 0)) wrong(name, item);
    return value;
  };

  const single = (name: string): number | null => {
    const value = values.get(name);
    return value === undefined ? null : number(name, value, UNSIGNED);
  };

  const numbers = (name: string, form?: RegExp): number[] => {
    const items = values.get(name)?.split(",") ?? [];
    return [...new Set(items.map((item) => number(name, item, form)))];
  };

  const until = (): number | null => {
    const value = values.get("UNTIL");
    if (value === undefined) return null;
    const found = UNTIL.exec(value);
    const day = found && dayOf(Number(found[1]), Number(found[2]), Number(found[3]));
    if (day === null) wrong("UNTIL", value);
    return day;
  };

  const byDay = (): Pick<Parts, "weekdays" | "nthWeekdays"> => {
    let weekdays = 0;
    const nthWeekdays: NthWeekday[] = [];
    for (const item of values.get("BYDAY")?.split(",") ?? []) {
      const weekday = WEEKDAY_NAMES.indexOf(item.slice(-2));
      const nth = item.slice(0, -2);
      if (weekday < 0) wrong("BYDAY", item);
      else if (nth) nthWeekdays.push({ nth: number("BYDAY", nth, TWO_DIGITS, item), weekday });
      else weekdays |= 1 << weekday;
    }
    return { weekdays, nthWeekdays };
  };

  if (text.length > MAX_RRULE_LENGTH) report("rrule-too-long");
  const bare = problem ? "" : text.trim();
  if (!/^[!-~]*$/.test(bare)) report("rrule-syntax", "", bare);
  split(bare.toUpperCase().replace(/^RRULE:/, ""));
  const freq = values.get("FREQ") ?? "";
  if (!freq) report("rrule-freq-missing", "FREQ");
  else if (!FREQUENCIES.includes(freq)) report("rrule-freq-unsupported", "FREQ", freq);
  const weekStart = values.get("WKST") ?? "MO";
  if (!WEEKDAY_NAMES.includes(weekStart)) wrong("WKST", weekStart);
  const parts: Parts = {
    // Checked above; the parts of a refused recurrence are not returned.
    freq: freq as Frequency,
    interval: single("INTERVAL") ?? 1,
    count: single("COUNT"),
    until: until(),
    months: numbers("BYMONTH", MONTH).reduce((mask, month) => mask | (1 << (month - 1)), 0),
    monthDays: numbers("BYMONTHDAY"),
    ...byDay(),
    yearDays: numbers("BYYEARDAY", THREE_DIGITS),
    weekNumbers: numbers("BYWEEKNO"),
    setPositions: numbers("BYSETPOS", THREE_DIGITS),
    weekStart: WEEKDAY_NAMES.indexOf(weekStart),
  };

  // RFC 5545 3.3.10: combinations that MUST NOT occur.
  const byWeek = parts.weekNumbers.length > 0;
  const refuse = (name: string, isWrong: boolean): void => {
    if (isWrong) report("rrule-part-misplaced", name, freq);
  };
  refuse("BYWEEKNO", byWeek && freq !== "YEARLY");
  refuse("BYYEARDAY", parts.yearDays.length > 0 && freq !== "YEARLY");
  refuse("BYMONTHDAY", parts.monthDays.length > 0 && freq === "WEEKLY");
  refuse("BYDAY", parts.nthWeekdays.length > 0 && freq !== "MONTHLY" && (freq !== "YEARLY" || byWeek));
  if (parts.count && parts.until !== null) report("rrule-count-and-until", "COUNT");
  if (parts.setPositions.length > 0 && ![...values.keys()].some((name) => /^BY(?!SETPOS)/.test(name)))
    report("rrule-setpos-alone", "BYSETPOS");
  // Libraries disagree on whether the interval counts calendar years or week-numbering years, so it is refused.
  if (byWeek && parts.interval > 1) report("rrule-weekno-interval", "BYWEEKNO");
  return problem ? { ok: false, problem } : { ok: true, parts };
}
