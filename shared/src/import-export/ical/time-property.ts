import { type ContentLine, valueOf } from "./content-lines";
import { cleanZoneName } from "./zone-names";

/** A property with times: DTSTART, DTEND, DURATION, EXDATE, RDATE or RECURRENCE-ID. */
export interface TimeProperty {
  readonly line: number;
  readonly text: string;
  /** Cleaned. */
  readonly tzid: string | null;
  readonly range: string | null;
  /** Declared as dates (`VALUE=DATE`). */
  readonly isDate: boolean;
  readonly values: readonly string[];
}

/** Start of dates, times, periods and durations. */
const VALUES = /^(?:\d{8}|\d{4}-\d\d-\d\d|[+-]?P)/i;

/** Zone names with a colon should be quoted, but some files omit the quotes. */
function valuesOf(text: string): string {
  const value = valueOf(text);
  if (VALUES.test(value)) return value;
  const last = text.slice(text.lastIndexOf(":") + 1).trim();
  return VALUES.test(last) ? last : value;
}

function parameters(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", value = ""] of text.matchAll(/;\s*([A-Za-z0-9-]+)\s*=((?:"[^"]*"|[^;"])*)/g))
    found.set(name.toUpperCase(), value);
  return found;
}

/** null: the line has no value. */
export function readTimeProperty({ line, text }: ContentLine): TimeProperty | null {
  if (!text.includes(":")) return null;
  const value = valuesOf(text);
  const named = parameters(text.slice(0, text.lastIndexOf(value)).replace(/:\s*$/, ""));
  return {
    line,
    text,
    tzid: cleanZoneName(named.get("TZID") ?? "") || null,
    range: named.get("RANGE")?.trim().toUpperCase() ?? null,
    isDate: named.get("VALUE")?.trim().toUpperCase() === "DATE",
    values: value.split(",").map((each) => each.trim()),
  };
}
