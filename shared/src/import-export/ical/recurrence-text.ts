import { tidyRRule } from "../../recurrence/tidy";

/** A recurrence of a file in the form that our engine parses. */
interface RecurrenceText {
  /** Without the prefix; empty: the recurrence has no parts. */
  readonly text: string;
  /** Whether the file deviates from RFC 5545. */
  readonly mended: boolean;
  /** BYHOUR, BYMINUTE and BYSECOND as a second of the day; null: absent, or more than one time. */
  readonly second: number | null;
}

const TIME_PART = /^BY(HOUR|MINUTE|SECOND)=(.*)$/i;

/**
 * Normalises an RRULE (RFC 5545 3.3.10): removes blanks, empty parts, and a time of day that equals DTSTART's, since
 * our recurrences consist of days.
 * @param start second of the day of DTSTART; null: whole days, which ignore a time of day
 */
export function readRecurrenceText(raw: string, start: number | null): RecurrenceText {
  const written = raw.trim().replace(/^RRULE:/i, "");
  const tidy = tidyRRule(written);
  const parts = tidy.split(";");
  const times = parts.flatMap((part) => {
    const [, unit = "", value = ""] = TIME_PART.exec(part) ?? [];
    return unit === ""
      ? []
      : [{ unit: unit.toUpperCase(), value: /^\d{1,2}$/.test(value) ? Number(value) : NaN }];
  });
  const mended = tidy !== written;
  if (times.length === 0) return { text: tidy, mended, second: null };
  const said = (unit: string, otherwise: number): number =>
    times.find((time) => time.unit === unit)?.value ?? otherwise;
  const at = start ?? 0;
  const second =
    said("HOUR", Math.floor(at / 3600)) * 3600 +
    said("MINUTE", Math.floor(at / 60) % 60) * 60 +
    said("SECOND", at % 60);
  const days = parts.filter((part) => !TIME_PART.test(part)).join(";");
  if (start === null) return { text: days, mended, second: null };
  return Number.isNaN(second) ? { text: tidy, mended, second: null } : { text: days, mended, second };
}
