import { weekday } from "../time/civil";
import { MAX_RELATIVE_DAYS, type RelativeTo, WEEKDAYS, type WeekdayCode } from "../model/model";
import type { Occurrences } from "./occurrences";
import { memoize } from "../collections/memoize";

/** Days that one offset remembers, and source days that `next` tries before it gives up. */
const MAX_REMEMBERED = 20_000;
const MAX_TRIES = 1500;

const maskOf = (weekdays: readonly WeekdayCode[] | undefined): number =>
  weekdays?.reduce((mask, code) => mask | (1 << WEEKDAYS.indexOf(code)), 0) ?? 127;

/**
 * The days of `relativeTo`. The n-th working day is looked for from working day to working day, at most 31 days each:
 * so every question ends, whatever the rules say.
 * @param referenced the days of `rules`, then those of `workingDays.except`
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

  /** The result of a source day; null: there is none. */
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

  /** A day before which no source has a result from `day` on. Each day too early costs a question on every level. */
  const earliest = (day: number): number => {
    if (!workingDays) return day - days;
    if (ahead < 0) return day + 1;
    let last = day;
    let left = count;
    // From behind 31 days without a working day nothing gets here.
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
  /** Results come in the order of their sources, so the first that is late enough is the first of all. */
  const search = (day: number): number | null => {
    let source = nextSource(earliest(day));
    for (let tries = 0; source < Infinity && tries < MAX_TRIES; tries += 1) {
      const result = isOn(sourceMask, source) ? resultOf(source) : null;
      if (result !== null && result >= day) return result;
      source = nextSource(source + 1);
    }
    return null;
  };
  // What was found last answers for every day between: rules that lean on each other ask the same again and again.
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
