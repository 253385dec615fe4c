import { CYCLE_DAYS, mod, monthOf, monthStart } from "../civil";
import { selectPositions, wholeMonth } from "./masks";
import type { Parts } from "./parts";
import { gcd, type Pattern } from "./pattern";

const CYCLE_WEEKS = CYCLE_DAYS / 7;

/** FREQ=WEEKLY, counted from the week that holds the day `start`; `parts` name at least one weekday. */
export function weekly(parts: Parts, start: number): Pattern {
  const { interval, weekStart } = parts;
  const weekOf = (day: number): number => Math.floor((day + 3 - weekStart) / 7);
  const firstDay = (week: number): number => week * 7 - 3 + weekStart;
  const startWeek = weekOf(start);
  /** The weekdays, bit 0 = the day that weeks start on. */
  const weekdays = ((parts.weekdays | (parts.weekdays << 7)) >> weekStart) & 0x7f;
  const hasMonth = (month: number): boolean =>
    parts.months === 0 || (parts.months & (1 << mod(month, 12))) !== 0;

  /** The days of a week that BYMONTH, BYDAY and BYSETPOS leave. `month` is that of a day of the week. */
  const days = (week: number, month: number): number => {
    const nextMonth = firstDay(week) >= monthStart(month) ? month + 1 : month;
    const before = Math.min(7, monthStart(nextMonth) - firstDay(week));
    const inFirst = (1 << before) - 1;
    const open = (hasMonth(nextMonth - 1) ? inFirst : 0) | (hasMonth(nextMonth) ? 0x7f & ~inFirst : 0);
    return selectPositions([weekdays & open], parts.setPositions)[0] ?? 0;
  };

  return {
    mask(month) {
      if (!hasMonth(month)) return 0;
      const first = monthStart(month);
      const length = monthStart(month + 1) - first;
      let mask = 0;
      for (let week = weekOf(first); week <= weekOf(first + length - 1); week += 1) {
        if ((week - startWeek) % interval !== 0) continue;
        const shift = firstDay(week) - first;
        mask |= shift < 0 ? days(week, month) >> -shift : days(week, month) << shift;
      }
      return mask & wholeMonth(length);
    },
    skip(month) {
      const week = weekOf(monthStart(month));
      return Math.max(month, monthOf(firstDay(week + mod(startWeek - week, interval))));
    },
    possible() {
      // BYMONTH only ever takes days away, so what a whole week does not give, no part of a week does.
      const whole = selectPositions([weekdays], parts.setPositions)[0] ?? 0;
      if (whole === 0 || parts.months === 0) return whole !== 0;
      for (let k = 0; k < CYCLE_WEEKS / gcd(CYCLE_WEEKS, interval); k += 1) {
        const week = mod(startWeek + k * interval, CYCLE_WEEKS);
        if (days(week, monthOf(firstDay(week))) !== 0) return true;
      }
      return false;
    },
  };
}
