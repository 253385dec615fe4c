import { monthOf, monthStart, yearOf, yearStart } from "@schedule-manager/shared/time/civil";
import { formatDay } from "@schedule-manager/shared/i18n/format-date";
import type { PreviewSegment } from "@schedule-manager/shared/editing/preview/week";
import type { Translate } from "../../i18n/translate";
import { weekStart } from "../../i18n/week-start";

export const VIEWS = ["week", "month", "year"] as const;
export type CalendarView = (typeof VIEWS)[number];

/** A block of a day: its first minute, and which of a clock change's repeated hours it is in. */
type BlockPlace = Pick<PreviewSegment, "startMinute" | "pass">;

/** The index of the segment at a place; -1: none. Both repeated hours stand for each other. */
export function segmentIndexOf(
  segments: readonly PreviewSegment[],
  { startMinute, pass }: BlockPlace,
): number {
  const holds = (segment: PreviewSegment): boolean =>
    segment.startMinute <= startMinute && startMinute < segment.endMinute;
  const exact = segments.findIndex((segment) => holds(segment) && segment.pass === pass);
  return exact === -1 ? segments.findIndex(holds) : exact;
}

export interface Chosen {
  /** Civil day number. */
  readonly day: number;
  /** null: the whole day. */
  readonly block: BlockPlace | null;
}

export interface CalendarPlace {
  readonly view: CalendarView;
  /** A civil day of the period that is shown. */
  readonly day: number;
  readonly chosen: Chosen | null;
}

/** The years that `YYYY-MM-DD` and the browser's date input have in common with what people ask for. */
const FIRST = yearStart(1900);
const LAST = yearStart(2400) - 1;

/** Whether the calendar goes to a day. A date input reports years of one to three digits while a person types. */
export const isInCalendar = (day: number): boolean => day >= FIRST && day <= LAST;

/** A day of the period before or after. */
export function turned(view: CalendarView, day: number, by: number): number {
  const next =
    view === "week"
      ? day + by * 7
      : monthStart(view === "month" ? monthOf(day) + by : (yearOf(day) + by) * 12 + (monthOf(day) % 12));
  return isInCalendar(next) ? next : day;
}

const DATE = { day: "numeric", month: "short" } as const;

/** The name of a period: "Week of Oct 25 to Oct 31", "October 2026", "2026". */
export function describePeriod(
  view: CalendarView,
  day: number,
  firstWeekday: number,
  t: Translate,
  locale: string,
): string {
  if (view === "year") return formatDay(locale, day, { year: "numeric" });
  if (view === "month") return formatDay(locale, day, { month: "long", year: "numeric" });
  const first = weekStart(day, firstWeekday);
  return t("preview.week", {
    from: formatDay(locale, first, DATE),
    to: formatDay(locale, first + 6, DATE),
  });
}
