import { DAY_MINUTES, DAY_MS, dayOf, mod, weekday, yearStart, isLeap } from "../time/civil";
import type { CompiledSchedule } from "./compile";
import { decideCivilMinute, ERROR, MANUAL } from "./evaluate";
import type { Decision } from "../model/model";

/** A reading of a wall clock: civil day number and minute of day. */
export interface CivilMinute {
  readonly day: number;
  readonly minute: number;
}

export type Simulate =
  | { readonly type: "instant"; readonly t: number }
  | ({ readonly type: "label" } & CivilMinute)
  | { readonly type: "invalid"; readonly reason: string };

const DATE = /^(\d{4})(?:-(\d\d)-(\d\d)|(\d\d)(\d\d)|-?W(\d\d)-?([1-7])|-?(\d{3}))$/;
const TIME =
  /^([01]\d|2[0-4])(?::?([0-5]\d)(?::?([0-5]\d)(?:[.,](\d+))?)?)?(Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?$/;

/**
 * ISO 8601 calendar, week and ordinal dates, extended or basic; null when the text is invalid or the date does
 * not exist.
 */
function readDate(text: string): number | null {
  const found = DATE.exec(text);
  if (found === null) return null;
  const at = (index: number): number => Number(found[index]);
  const year = at(1);
  if (found[2] !== undefined) return dayOf(year, at(2), at(3));
  if (found[4] !== undefined) return dayOf(year, at(4), at(5));
  if (found[8] !== undefined) {
    const nth = at(8);
    return nth >= 1 && nth <= (isLeap(year) ? 366 : 365) ? yearStart(year) + nth - 1 : null;
  }
  // Week 1 contains 4 January.
  const monday = (y: number): number => yearStart(y) + 3 - weekday(yearStart(y) + 3);
  const day = monday(year) + (at(6) - 1) * 7 + at(7) - 1;
  return at(6) >= 1 && day < monday(year + 1) ? day : null;
}

const BLANK_FOR_T = /^(\d{4}-?\d\d-?\d\d)[ t]+(\d\d:?\d\d.*)$/;

/** The remedy for a date and a time with a blank or a small letter between, as people and databases write them. */
function withT(text: string): string {
  const [, date, time = ""] = BLANK_FOR_T.exec(text) ?? [];
  if (date === undefined) return "";
  // A blank before digits was the + of an offset.
  return ` Write T in place of the blank: ${date}T${time.replace(/ (?=\d)/, "+").replace(/\s/g, "")}.`;
}

function invalid(text: string): Simulate {
  const quoted = text.slice(0, 40);
  const reason =
    / \d\d:?\d\d$/.test(text) && text.includes("T")
      ? `"${quoted}" has a space where an offset begins: write "+" as "%2B" in a URL.`
      : `"${quoted}" is not an ISO 8601 date and time.${withT(quoted)} Write for example 2026-03-08T01:30 (the schedule's wall clock), 2026-03-08T01:30-05:00 or 2026-03-08T06:30Z (an instant), or 2026-03-08 (midnight).`;
  return { type: "invalid", reason };
}

/**
 * Parses `simulate` (ISO 8601). With an offset or `Z`: an instant (ms since the epoch). Without: a reading of
 * the schedule's wall clock. A date alone means 00:00; 24:00 means 00:00 of the next day.
 */
export function parseSimulate(text: string): Simulate {
  const [date = "", time, ...rest] = text.split("T");
  const day = readDate(date);
  if (day === null || rest.length > 0) return invalid(text);
  if (time === undefined) return { type: "label", day, minute: 0 };
  const found = TIME.exec(time);
  if (found === null) return invalid(text);
  const [, hours, minutes = "0", seconds = "0", fraction = "0", offset] = found;
  const seconds_ = Number(seconds) + Number(`0.${fraction}`);
  const minute = Number(hours) * 60 + Number(minutes);
  if (minute > DAY_MINUTES || (minute === DAY_MINUTES && seconds_ > 0)) return invalid(text);
  if (offset === undefined)
    return { type: "label", day: day + Math.floor(minute / DAY_MINUTES), minute: mod(minute, DAY_MINUTES) };
  const shift =
    offset === "Z" ? 0 : Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3).replace(":", ""));
  const east = offset.startsWith("-") ? -shift : shift;
  return { type: "instant", t: day * DAY_MS + (minute - east) * 60_000 + Math.floor(seconds_ * 1000) };
}

/** Whether a clock change skips or repeats a wall-clock reading; null: neither, or the input is an instant. */
export type WallClock = "skipped" | "repeated" | null;

/**
 * The instants (ms since the epoch) at which the clock shows a reading, and the one by the offset before a
 * change.
 */
function readLabel({ zone }: CompiledSchedule, { day, minute }: CivilMinute) {
  if (zone === null) return null;
  const local = day * DAY_MS + minute * 60_000;
  // Interpret with the offset before, then the one after any nearby change.
  const before = local - zone.span(local - DAY_MS).offset;
  const after = local - zone.span(local + DAY_MS).offset;
  const shown = [...new Set([before, after])].filter((t) => t + zone.span(t).offset === local);
  return { shown, before };
}

/**
 * The instant (ms since the epoch) at which a zone's wall clock shows a reading. A repeated time gives the first
 * instant. A skipped time is converted with the offset before the change.
 */
export function instantOf(schedule: CompiledSchedule, label: CivilMinute): number | null {
  const read = readLabel(schedule, label);
  return read && (read.shown[0] ?? read.before);
}

/** Whether a clock change skips or repeats `at`; always null for an instant. */
export function wallClockOf(
  schedule: CompiledSchedule,
  at: Exclude<Simulate, { kind: "invalid" }> | null,
): WallClock {
  if (at?.type !== "label") return null;
  const shown = readLabel(schedule, at)?.shown.length ?? 1;
  return shown === 0 ? "skipped" : shown > 1 ? "repeated" : null;
}

/**
 * The decision of a schedule at a wall-clock reading, including skipped ones. Only a manual close with an end
 * needs the instant (`instantOf`).
 */
export function evaluateCivilMinute(schedule: CompiledSchedule, label: CivilMinute): Decision {
  if (schedule.manualUntil === Infinity) return MANUAL;
  const t = instantOf(schedule, label);
  if (t === null) return ERROR;
  return t < schedule.manualUntil ? MANUAL : decideCivilMinute(schedule, label.day, label.minute).decision;
}
