import { countryOfZone } from "../editing/add-holidays/suggest-place";
import { holidayRule } from "../editing/add-holidays/holiday-rule";
import { MAX_LISTED_DAYS } from "../editing/special-days/special-day-rules";
import { compileRule, type CompiledRule, compileRules } from "../evaluator/compile-rule";
import { nextOccurrence } from "../evaluator/next-occurrence";
import type { Occurrences } from "../evaluator/occurrences";
import type { HolidayCountry } from "../model/holiday";
import type { Rule, Schedule } from "../model/model";
import { DAY_MS, formatDate, yearOf, yearStart } from "../time/civil";
import { type EndingClosure, endingClosures } from "./ending-closures";
import { inYear, withEnd } from "./prolong";

/** How far closed days are extended. */
const YEARS = 5;
/** Days. A longer range of dates is no holiday. */
const LONGEST_RANGE = 31;
const YEAR = 366;

interface Given {
  readonly schedule: Schedule;
  readonly rulesById: ReadonlyMap<string, Rule>;
  /** ms since the epoch */
  readonly now: number;
  readonly countries: readonly HolidayCountry[];
}

function daysBetween(days: Occurrences, from: number, to: number): readonly number[] {
  const found: number[] = [];
  for (let day = nextOccurrence(days, from); day !== null && day <= to; day = nextOccurrence(days, day + 1))
    found.push(day);
  return found;
}

/** The holidays of a zone's country, national ones first. */
function holidaysOf(countries: readonly HolidayCountry[], timeZone: string): readonly Occurrences[] {
  const country = countryOfZone(countries, timeZone);
  const lists = [country?.national ?? [], ...(country?.regions.map(({ holidays }) => holidays) ?? [])];
  return lists.flat().map((holiday) => compileRule({ id: "", ...holidayRule(holiday, "") }, new Map()).days);
}

/**
 * The days that continue those of a rule with dates: of a holiday the next ones, of a date that it has in several years,
 * and of each day of a range, the same date.
 */
function following(
  { compiled: { days }, last }: EndingClosure,
  to: number,
  holidays: readonly Occurrences[],
): readonly number[] {
  const known = daysBetween(days, last - YEARS * YEAR, last);
  const isRange = known.some((day) => days.has(day + 1));
  const recurs = (day: number): boolean =>
    isRange || known.some((other) => other !== day && inYear(day, yearOf(other)) === other);
  return known
    .filter((day) => day > last - YEAR + 1)
    .flatMap((day) => {
      const holiday = holidays.find((one) => one.has(day));
      if (holiday !== undefined) return daysBetween(holiday, last + 1, to);
      const years = Array.from({ length: yearOf(to) - yearOf(day) }, (_, index) => yearOf(day) + index + 1);
      return recurs(day) ? years.flatMap((year) => inYear(day, year) ?? []) : [];
    })
    .filter((day) => day > last);
}

/** The rule with single dates instead of a range. */
function listing(rule: Rule, own: readonly number[], added: readonly number[]): Rule {
  const { startDate: _start, endDate: _end, ...rest } = rule;
  const days = [...new Set([...own, ...added])].sort((a, b) => a - b).slice(0, MAX_LISTED_DAYS);
  return { ...rest, dates: days.map(formatDate) };
}

/** The closed days of a schedule that run out, with those of the next five years. */
export function extendedClosures({ schedule, rulesById, now, countries }: Given): readonly Rule[] {
  const today = Math.floor(now / DAY_MS);
  const to = yearStart(yearOf(today) + YEARS + 1) - 1;
  const listed = [...new Set(schedule.rules)].flatMap((id) => rulesById.get(id) ?? []);
  const compiled = compileRules(listed, rulesById);
  const rules = listed.flatMap((rule) => compiled.get(rule) ?? []);
  const endings = [...endingClosures(rules, to)]
    .filter(({ last }) => last > today - YEAR)
    .sort((a, b) => b.last - a.last);
  const holidays = holidaysOf(countries, schedule.timeZone);
  const closed = new Set<number>();
  const closesAnyway = (day: number, own: CompiledRule): boolean =>
    closed.has(day) || endings.some(({ compiled: other }) => other !== own && other.days.has(day));
  return endings.flatMap((ending) => {
    const { rule, days } = ending.compiled;
    if (rule.dateRRule) return [withEnd(rule, to)];
    const { bounds } = days;
    if (bounds.every && bounds.to - bounds.from >= LONGEST_RANGE) return [];
    const range = bounds.every ? daysBetween(days, bounds.from, bounds.to) : [];
    const own = [...range, ...[...bounds.dates].filter(days.has)];
    const added = following(ending, to, holidays).filter((day) => !closesAnyway(day, ending.compiled));
    for (const day of added) closed.add(day);
    return added.length === 0 ? [] : [listing(rule, own, added)];
  });
}
