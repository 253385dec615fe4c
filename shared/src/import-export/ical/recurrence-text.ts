import { tidyRRule } from "../../recurrence/tidy";

/** A recurrence of a file, as our own engine reads it. */
interface RecurrenceText {
  /** Without its prefix; empty: it says nothing. */
  readonly text: string;
  /** Whether it was written as RFC 5545 does not. */
  readonly mended: boolean;
  /** BYHOUR, BYMINUTE and BYSECOND as a second of the day; null: not said, or not one time. */
  readonly second: number | null;
}

const TIME_PART = /^BY(HOUR|MINUTE|SECOND)=(.*)$/i;

/**
 * Reads an RRULE as it is meant (RFC 5545 3.3.10): without blanks and empty parts. A time of day that only repeats
 * what DTSTART says is taken out, since our recurrences are of days.
 * @param start second of the day of DTSTART; null: whole days, for which a time of day says nothing
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
