import type { CalendarEvent } from "./calendar-event";
import type { Properties } from "./properties";
import { isWorkingDay } from "./working-day";

type Traits = Pick<CalendarEvent, "cancelled" | "tentative" | "categories" | "note" | "free" | "workday">;

const blanks = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The values of a list (RFC 5545 3.1.2), without escapes. */
const listed = (text: string): readonly string[] =>
  text
    .split(/(?<!\\)[,;]/)
    .map((value) => blanks(value.replace(/\\([,;\\])/g, "$1")))
    .filter((value) => value !== "");

const firstLine = (text: string): string =>
  text
    .split(/\\n|\r|\n/i)
    .map((line) => blanks(line.replace(/\\([,;\\])/g, "$1")))
    .find((line) => line !== "") ?? "";

/** vCalendar 1.0 counts: above 0 the event does not take up time. */
const TRANSPARENT = /^(TRANSPARENT|[1-9]\d*)$/i;

/** Properties of an event besides its times. */
export function readTraits(properties: Properties): Traits {
  const status = properties.text("STATUS").toUpperCase();
  const busy = properties.text("X-MICROSOFT-CDO-BUSYSTATUS").toUpperCase();
  const categories = [...new Set(properties.all("CATEGORIES").flatMap(listed))];
  const note = firstLine(properties.text("DESCRIPTION"));
  return {
    cancelled: status === "CANCELLED",
    tentative: status === "TENTATIVE" || busy === "TENTATIVE",
    categories,
    note,
    free: TRANSPARENT.test(properties.text("TRANSP")) || busy === "FREE",
    workday:
      properties.text("X-APPLE-SPECIAL-DAY").toUpperCase() === "ALTERNATE-WORKDAY" ||
      [properties.text("SUMMARY"), note, ...categories].some(isWorkingDay),
  };
}
