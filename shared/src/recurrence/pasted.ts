import { formatDate, parseDate } from "../time/civil";
import type { IsoDate } from "../model/model";
import { tidyRRule } from "./tidy";

/** The recurrence and the dates in lines pasted from a calendar. */
export interface PastedRecurrence {
  /** Without the other lines; empty: there is none. */
  readonly rrule: string;
  readonly startDate: IsoDate | null;
  readonly dates: readonly IsoDate[];
  readonly exceptDates: readonly IsoDate[];
}

const NAMES_DAYS = ["DTSTART", "EXDATE", "RDATE"];

/** Line ends are blanks, or gone, where a field of one line took the text. */
const LINE = /(DTSTART|DTEND|DURATION|EXDATE|RDATE|RRULE)([;:])/gi;
const DAY = /^(\d{4})-?(\d\d)-?(\d\d)/;

function dayIn(value: string): IsoDate | null {
  const found = DAY.exec(value.trim());
  const day = found && parseDate(`${found[1]}-${found[2]}-${found[3]}`);
  return day === null ? null : formatDate(day);
}

/** The days of a value list after its parameters, such as `;TZID=Europe/Paris:20260105T090000,20260112`. */
const daysIn = (text: string): IsoDate[] =>
  text
    .slice(text.startsWith(";") ? text.indexOf(":") + 1 : 1)
    .split(",")
    .flatMap((value) => dayIn(value) ?? []);

/**
 * Reads a recurrence that was pasted with the lines beside it (`DTSTART:…`, `EXDATE:…`, `RDATE:…`), as libraries and
 * calendar files write it; null where there is nothing but a recurrence, or a line without its day. Times of day are left out.
 */
export function readPasted(text: string): PastedRecurrence | null {
  const starts = [...text.matchAll(LINE)];
  if (!starts.some(([, name]) => name?.toUpperCase() !== "RRULE")) return null;
  const first = starts[0]?.index ?? 0;
  const lines = starts.map(({ 1: name = "", index }, at) => ({
    name: name.toUpperCase(),
    text: text.slice(index + name.length, starts[at + 1]?.index),
  }));
  // Somebody is still typing it.
  if (lines.some(({ name, text: value }) => NAMES_DAYS.includes(name) && daysIn(value).length === 0))
    return null;
  const days = (name: string): IsoDate[] => [
    ...new Set(lines.filter((line) => line.name === name).flatMap((line) => daysIn(line.text))),
  ];
  const before = text.slice(0, first).trim();
  const rrule = lines.find((line) => line.name === "RRULE")?.text.slice(1) ?? before;
  return {
    rrule: tidyRRule(rrule),
    startDate: days("DTSTART")[0] ?? null,
    dates: days("RDATE"),
    exceptDates: days("EXDATE"),
  };
}
