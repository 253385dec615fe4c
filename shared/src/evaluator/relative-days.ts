import { weekday } from "../time/civil";
import { MAX_RELATIVE_DAYS, type RelativeTo, WEEKDAYS, type WeekdayCode } from "../model/model";
import type { Occurrences } from "./occurrences";
import { memoize } from "../collections/memoize";

/** Limits of one offset: cached days, and source days that `next` tries. */
const MAX_REMEMBERED = 20_000;
const MAX_TRIES = 1500;

const maskOf = (weekdays: readonly WeekdayCode[] | undefined): number =>
  weekdays?.reduce((mask, code) => mask | (1 << WEEKDAYS.indexOf(code)), 0) ?? 127;

/**
 * The days of `relativeTo`. Consecutive working days may lie at most 31 days apart, which bounds every search.
 * @param referenced the days of `rules`, then the days of `workingDays.except`
 */
export function relativeDays(
  { rules, days, onlyOn, workingDays }: RelativeTo,
  referenced: readonly Occurrences[],
): Occurrences {
  const sources = referenced.slice(0, rules.length);
  const except = referenced.slice(rules.length);
  const count = Math.abs(days);
  const ahead = Math.sign(days);
  const sourceMask = maskOf(onlyOn);
  const workingMask = workingDays ? maskOf(workingDays.weekdays) : 0;
  const isOn = (mask: number, day: number): boolean => ((mask >> weekday(day)) & 1) === 1;
  /** 1: one of `rules` occurs; 2: a working day; 0: neither. */
  const typeOf = memoize(MAX_REMEMBERED, (day: number): 0 | 1 | 2 =>
    sources.some((rule) => rule.has(day))
      ? 1
      : isOn(workingMask, day) && !except.some((rule) => rule.has(day))
        ? 2
        : 0,
  );
  const isSource = (day: number): boolean => typeOf(day) === 1 && isOn(sourceMask, day);

  /** The result of a source day; null: none. */
  const resultOf = (source: number): number | null => {
    if (!workingDays) return typeOf(source + days) === 1 ? null : source + days;
    let last = source;
    let left = count;
    for (let day = source + ahead; Math.abs(day - last) <= MAX_RELATIVE_DAYS; day += ahead) {
      if (typeOf(day) !== 2) continue;
      last = day;
      left -= 1;
      if (left === 0) return day;
    }
    return null;
  };

  const has = memoize(MAX_REMEMBERED, (day: number): boolean => {
    if (!workingDays) return typeOf(day) !== 1 && isSource(day - days);
    if (typeOf(day) !== 2) return false;
    let last = day;
    let passed = 1;
    for (let source = day - ahead; passed <= count; source -= ahead) {
      if (Math.abs(last - source) > MAX_RELATIVE_DAYS) return false;
      if (typeOf(source) === 2) {
        last = source;
        passed += 1;
      } else if (passed === count && isSource(source)) return true;
    }
    return false;
  });

  /**
   * A lower bound for source days with a result from `day` on. A bound that is too low costs extra searches at
   * each level of nested rules.
   */
  const earliest = (day: number): number => {
    if (!workingDays) return day - days;
    if (ahead < 0) return day + 1;
    let last = day;
    let left = count;
    // After 31 days without a working day no earlier source can reach `day`.
    for (let before = day - 1; last - before <= MAX_RELATIVE_DAYS; before -= 1)
      if (typeOf(before) === 2) {
        last = before;
        left -= 1;
        if (left === 0) return last;
      }
    return last - MAX_RELATIVE_DAYS;
  };

  /** The first source day from `day` on. */
  const nextSource = (day: number): number => Math.min(...sources.map((rule) => rule.next(day) ?? Infinity));
  /** Results are ordered like their sources, so the first result from `day` on is the earliest. */
  const search = (day: number): number | null => {
    let source = nextSource(earliest(day));
    for (let tries = 0; source < Infinity && tries < MAX_TRIES; tries += 1) {
      const result = isOn(sourceMask, source) ? resultOf(source) : null;
      if (result !== null && result >= day) return result;
      source = nextSource(source + 1);
    }
    return null;
  };
  // The last result also holds for every day between query and result. Nested rules repeat such queries.
  let asked = Infinity;
  let found: number | null = null;
  return {
    has,
    next(day) {
      if (!(day >= asked && (found === null || day <= found))) {
        asked = day;
        found = search(day);
      }
      return found;
    },
  };
}
