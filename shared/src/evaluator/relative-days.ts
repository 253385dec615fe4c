import { weekday } from "../time/civil";
import { MAX_RELATIVE_DAYS, type RelativeTo, WEEKDAYS, type WeekdayCode } from "../model/model";
import type { Occurrences, RelativeDays } from "./occurrences";
import { memoize } from "../collections/memoize";

/** Cached days of one offset. */
const MAX_REMEMBERED = 20_000;

const maskOf = (weekdays: readonly WeekdayCode[] | undefined): number =>
  weekdays?.reduce((mask, code) => mask | (1 << WEEKDAYS.indexOf(code)), 0) ?? 127;

/**
 * The days of `relativeTo`. Consecutive working days may lie at most 31 days apart, which bounds every search.
 * @param referenced the days of `rules`, then the days of `workingDays.except`
 * @returns null when `relativeTo` is invalid
 */
export function relativeDays(
  relativeTo: RelativeTo,
  referenced: readonly Occurrences[],
): RelativeDays | null {
  const { rules, days, onlyOn, workingDays } = relativeTo;
  const sources = referenced.slice(0, rules.length);
  const except = referenced.slice(rules.length);
  const ahead = Math.sign(days);
  const sourceMask = maskOf(onlyOn);
  const workingMask = maskOf(workingDays?.weekdays);
  const isInRange = Number.isInteger(days) && days !== 0 && Math.abs(days) <= MAX_RELATIVE_DAYS;
  if (!isInRange || rules.length === 0 || sourceMask === 0 || workingMask === 0) return null;
  const isOn = (mask: number, day: number): boolean => ((mask >> weekday(day)) & 1) === 1;
  const isReferred = memoize(MAX_REMEMBERED, (day: number) => sources.some((rule) => rule.has(day)));
  const isSource = (day: number): boolean => isReferred(day) && isOn(sourceMask, day);
  const isWorking = memoize(
    MAX_REMEMBERED,
    (day: number) => isOn(workingMask, day) && !isReferred(day) && !except.some((rule) => rule.has(day)),
  );

  const countWorkingDays = (from: number, step: number, count: number): readonly [number, number] => {
    let last = from;
    let left = count;
    for (let day = from + step; left > 0 && Math.abs(day - last) <= MAX_RELATIVE_DAYS; day += step)
      if (isWorking(day)) {
        last = day;
        left -= 1;
      }
    return [last, left];
  };

  const has = memoize(MAX_REMEMBERED, (day: number): boolean => {
    if (!workingDays) return !isReferred(day) && isSource(day - days);
    if (!isWorking(day)) return false;
    const [first, left] = countWorkingDays(day, -ahead, Math.abs(days) - 1);
    if (left > 0) return false;
    // The first of the counted working days follows (precedes) the source, with no working day in between.
    let source = first - ahead;
    while (Math.abs(first - source) < MAX_RELATIVE_DAYS && !isWorking(source) && !isSource(source))
      source -= ahead;
    return isSource(source);
  });

  return { relativeTo, sources, has, countWorkingDays };
}
