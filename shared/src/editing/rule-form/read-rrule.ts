import { isOneOf } from "../../collections/keys";
import { formatDate } from "../../time/civil";
import { parseRRule } from "../../recurrence/parse";
import { tidyRRule } from "../../recurrence/tidy";
import { WEEKDAYS } from "../../model/model";
import type { Parts } from "../../recurrence/parts";
import { NTHS, type RuleForm } from "./form";

/** Form fields of a recurrence. `until`: its last day, `YYYY-MM-DD`. */
export interface ReadRRule {
  readonly fields: Partial<RuleForm>;
  readonly until: string | null;
}

const isNth = (nth: number): boolean => isOneOf(NTHS, nth);

/** The only month of a mask, 1 to 12, or null. */
const onlyMonth = (mask: number): number | null =>
  mask !== 0 && (mask & (mask - 1)) === 0 ? 32 - Math.clz32(mask) : null;

/** The day of a month as form fields, or null when the form cannot express the parts. */
function monthDayOf(parts: Parts): Partial<RuleForm> | null {
  const [day, ...moreDays] = parts.monthDays;
  const [nthWeekday, ...moreWeekdays] = parts.nthWeekdays;
  if (parts.weekdays !== 0) return null;
  if (day === undefined && nthWeekday === undefined) return { monthDay: "start" };
  if (nthWeekday === undefined)
    return moreDays.length === 0 && (day ?? 0) >= -1 ? { monthDay: "day", day: day ?? 1 } : null;
  return day === undefined && moreWeekdays.length === 0 && isNth(nthWeekday.nth)
    ? { monthDay: "weekday", nth: nthWeekday.nth, weekday: nthWeekday.weekday }
    : null;
}

/** The fields that depend on the frequency, or null when the form cannot express them. */
function byFrequency(parts: Parts): Partial<RuleForm> | null {
  const byDay = parts.weekdays !== 0 || parts.nthWeekdays.length > 0;
  switch (parts.freq) {
    case "DAILY":
      return byDay || parts.monthDays.length > 0 || parts.months !== 0 ? null : { repeat: "daily" };
    case "WEEKLY":
      return parts.months === 0 ? { repeat: "weekly", weekdays: parts.weekdays } : null;
    case "MONTHLY": {
      const on = monthDayOf(parts);
      return on !== null && parts.months === 0 ? { repeat: "monthly", ...on } : null;
    }
    case "YEARLY": {
      const on = monthDayOf(parts);
      if (on === null) return null;
      // Without a month the days would mean every month, or count through the whole year.
      if (on.monthDay === "start") return parts.months === 0 ? { repeat: "yearly", ...on } : null;
      const month = onlyMonth(parts.months);
      return month === null ? null : { repeat: "yearly", month, ...on };
    }
  }
}

/**
 * Parses a recurrence (RFC 5545 3.3.10) into form fields. Returns null for recurrences that the fields cannot
 * express and for invalid ones; the form shows those as text.
 */
export function readRRule(text: string): ReadRRule | null {
  const parsed = parseRRule(tidyRRule(text));
  if (!parsed.ok) return null;
  const { parts } = parsed;
  if (parts.setPositions.length + parts.yearDays.length + parts.weekNumbers.length > 0) return null;
  const fields = byFrequency(parts);
  if (fields === null) return null;
  return {
    fields: {
      ...fields,
      interval: String(parts.interval),
      weekStart: /WKST=/i.test(text) ? (WEEKDAYS[parts.weekStart] ?? null) : null,
      ...(parts.count === null ? {} : { ends: "after", count: String(parts.count) }),
    },
    until: parts.until === null ? null : formatDate(parts.until),
  };
}
