import { LAST_YEAR, yearStart } from "../time/civil";
import { MAX_RELATIVE_DAYS } from "../model/model";
import type { Pattern } from "../recurrence/pattern";
import type { Occurrences, RelativeDays } from "./occurrences";

const LAST_DAY = yearStart(LAST_YEAR + 1) - 1;
/** Source days that one search of relative days tries. */
const MAX_TRIES = 1500;

/** Finds the first day from a day on; Infinity: none until `last`. */
type Search = (from: number, last: number) => number;

function searchPattern(pattern: Pattern): Search {
  let year = NaN;
  let days: readonly number[] = [];
  return (from, last) => {
    const lastYear = pattern.yearOf(last);
    for (let each = Math.max(0, pattern.yearOf(from)); each <= lastYear; each += 1) {
      if (pattern.count(each) === 0) continue;
      if (each !== year) days = pattern.days((year = each));
      const found = days.find((day) => day >= from);
      if (found !== undefined) return found;
    }
    return Infinity;
  };
}

function searchRelative({ relativeTo, sources, has, countWorkingDays }: RelativeDays): Search {
  const { days, workingDays } = relativeTo;
  const count = Math.abs(days);
  const ahead = Math.sign(days);

  /** The result of a source day, if it has one. */
  const resultOf = (source: number): number =>
    workingDays ? countWorkingDays(source, ahead, count)[0] : source + days;

  /**
   * A lower bound for source days with a result from `day` on. A bound that is too low costs extra searches at
   * each level of nested rules.
   */
  const earliest = (day: number): number => {
    if (!workingDays) return day - days;
    if (ahead < 0) return day + 1;
    const [last, left] = countWorkingDays(day, -1, count);
    // After 31 days without a working day no earlier source can reach `day`.
    return left === 0 ? last : last - MAX_RELATIVE_DAYS;
  };

  const nextSource = (day: number): number =>
    Math.min(...sources.map((rule) => nextOccurrence(rule, day) ?? Infinity));
  /** Results are ordered like their sources, so the first result from `day` on is the earliest. */
  const search = (day: number): number => {
    let source = nextSource(earliest(day));
    for (let tries = 0; source < Infinity && tries < MAX_TRIES; tries += 1) {
      const result = resultOf(source);
      if (result >= day && has(result)) return result;
      source = nextSource(source + 1);
    }
    return Infinity;
  };
  // The last result also holds for every day between query and result. Nested rules repeat such queries.
  let asked = Infinity;
  let found = Infinity;
  return (from) => {
    if (!(from >= asked && from <= found)) {
      asked = from;
      found = search(from);
    }
    return found;
  };
}

function searchDays(occurrences: Occurrences): (day: number) => number | null {
  const { recurrence, bounds, relative, isCounted } = occurrences;
  const { dates, exceptDates, from, every } = bounds;
  const listed = [...dates].filter((date) => !exceptDates.has(date)).sort((a, b) => a - b);
  const last = Math.min(occurrences.last, LAST_DAY);
  const search = recurrence ? searchPattern(recurrence.pattern) : relative ? searchRelative(relative) : null;
  const nextInRange = (day: number): number => {
    // Days after the last one COUNT allows need no search.
    if (day > last || !isCounted(day) || (!search && !every)) return Infinity;
    const found = search ? search(day, last) : day;
    return found <= last && isCounted(found) ? found : Infinity;
  };
  return (day) => {
    const date = listed.find((each) => each >= day) ?? Infinity;
    let at = nextInRange(Math.max(day, from));
    while (at < date && exceptDates.has(at)) at = nextInRange(at + 1);
    at = Math.min(at, date);
    return at < Infinity ? at : null;
  };
}

const searches = new WeakMap<Occurrences, (day: number) => number | null>();

/** The first day from `day` on; null: none until the end of the year 9999. */
export function nextOccurrence(days: Occurrences, day: number): number | null {
  let search = searches.get(days);
  if (search === undefined) searches.set(days, (search = searchDays(days)));
  return search(day);
}
