import type { IsoDate, StoredRule } from "../../model/model";
import { DAY_MINUTES, formatDate, parseDate } from "../../time/civil";
import { tidyRanges, type TimeRange } from "../weekly-hours/hours";
import { timeOf } from "../weekly-hours/weekly-rule";

/** Dates in a row, both inclusive; civil day numbers. */
export interface DateSpan {
  readonly from: number;
  readonly to: number;
}

export interface SpecialHours {
  /** At least one. */
  readonly spans: readonly DateSpan[];
  /** The openings of each day; empty: closed all day. */
  readonly ranges: readonly TimeRange[];
  /** The reason that a closure gives. */
  readonly closedReason: string;
}

/** Most days of a rule that lists them one by one, which bounds the size of a stored rule. */
export const MAX_LISTED_DAYS = 366;

/** Parses a first and a last date; no last date: one day. Null: no such days. */
export function readDateSpan(from: IsoDate, to: IsoDate): DateSpan | null {
  const first = parseDate(from);
  const last = to === "" ? first : parseDate(to);
  return first === null || last === null || last < first ? null : { from: first, to: last };
}

/** Sorts spans and joins those that overlap or touch. */
export function tidySpans(spans: readonly DateSpan[]): readonly DateSpan[] {
  const tidy: DateSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = tidy[tidy.length - 1];
    if (last === undefined || span.from > last.to + 1) tidy.push(span);
    else tidy[tidy.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return tidy;
}

export const daysOf = (spans: readonly DateSpan[]): number =>
  spans.reduce((sum, { from, to }) => sum + to - from + 1, 0);

/** One span is a range, because its length does not matter then; several are single dates. */
function datesOf(spans: readonly DateSpan[]): Pick<StoredRule, "startDate" | "endDate" | "dates"> {
  const [first, ...others] = tidySpans(spans);
  if (first === undefined) return { dates: [] };
  if (others.length === 0) return { startDate: formatDate(first.from), endDate: formatDate(first.to) };
  const days = [first, ...others].flatMap(({ from, to }) =>
    Array.from({ length: to - from + 1 }, (_, index) => formatDate(from + index)),
  );
  return { dates: days };
}

/**
 * The rules for special hours or a closure, one per opening, in the order in which they belong at the top of a
 * schedule. Each speaks for the whole day, so that no ordinary hours begin on it.
 *
 * @param nameOf the name of the rule of an opening; null: of the closure
 */
export function specialDayRules(
  { spans, ranges, closedReason }: SpecialHours,
  nameOf: (range: TimeRange | null) => string,
): readonly StoredRule[] {
  const days = datesOf(spans);
  if (ranges.length === 0)
    return [{ name: nameOf(null), isOpen: false, closedReason, exception: "day", ...days }];
  return tidyRanges(ranges).map((range) => {
    const { start, end } = range;
    const times =
      start === 0 && end === DAY_MINUTES
        ? {}
        : { startTime: timeOf(start), endTime: timeOf(end % DAY_MINUTES) };
    return { name: nameOf(range), isOpen: true, exception: "day", ...days, ...times };
  });
}
