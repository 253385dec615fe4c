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

const UNTIL_PART = /^UNTIL=(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d))?(Z?))?$/i;
/** Parts of RFC 7529 that say what holds without them. */
const PLAIN_PART = /^(RSCALE=GREGORIAN|SKIP=OMIT)$/i;

/** UNTIL as RFC 5545 has it, without the dashes and with the seconds that some programs write otherwise. */
function plainUntil(part: string): string {
  const [, year = "", month = "", date = "", hour, minute = "", second = "00", utc = ""] =
    UNTIL_PART.exec(part) ?? [];
  if (year === "") return part;
  return `UNTIL=${year}${month}${date}${hour === undefined ? "" : `T${hour}${minute}${second}${utc}`}`;
}

/** The parts as they are meant: without quotes and escapes, which belong to texts, blanks and empty parts. */
const partsOf = (written: string): readonly string[] =>
  tidyRRule(written.replace(/^"(.*)"$/, "$1").replace(/\\([;,])/g, "$1"))
    .split(";")
    .filter((part) => !PLAIN_PART.test(part))
    .map(plainUntil);

const TIME_PART = /^BY(HOUR|MINUTE|SECOND)=(.*)$/i;

/**
 * Normalises an RRULE (RFC 5545 3.3.10): removes blanks, quotes, escapes, empty parts, and a time of day that equals
 * DTSTART's, since our recurrences consist of days.
 * @param start second of the day of DTSTART; null: whole days, which ignore a time of day
 */
export function readRecurrenceText(raw: string, start: number | null): RecurrenceText {
  const written = raw.trim().replace(/^RRULE:/i, "");
  const parts = partsOf(written);
  const tidy = parts.join(";");
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
