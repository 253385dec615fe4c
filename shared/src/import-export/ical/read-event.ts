import type { CalendarEvent } from "./calendar-event";
import type { Component } from "./components";
import { valueOf } from "./content-lines";
import { type ImportWarning, importWarning } from "./import-warning";
import { isQuotedPrintable, readQuotedPrintable } from "./quoted-printable";
import { readDuration, readPeriod, readTime } from "./read-times";

/** A property as jCal has it (RFC 7265): name, parameters, type and values. Throws on what is none. */
export type ReadProperty = (text: string) => readonly unknown[];

interface Property {
  readonly line: number;
  readonly tzid: string | null;
  readonly range: string | null;
  readonly values: readonly unknown[];
  readonly raw: string;
}

const paramOf = (params: unknown, name: string): string | null => {
  const value: unknown =
    typeof params === "object" && params !== null ? (params as Record<string, unknown>)[name] : null;
  return typeof value === "string" && value !== "" ? value : null;
};

/** Recurrences stay text: no library may expand them. The others are properties of which an import needs nothing. */
const TEXT_ONLY = ["RRULE", "EXRULE"];
const NEEDED = [
  ...["UID", "SUMMARY", "DTSTART", "DTEND", "DURATION", "EXDATE", "RDATE", "RECURRENCE-ID"],
  ...["STATUS", "SEQUENCE", "X-MICROSOFT-CDO-ALLDAYEVENT"],
];

class Properties {
  private readonly byName = new Map<string, Property[]>();
  /** Lines that could not be read. */
  readonly unreadable: { readonly line: number; readonly text: string }[] = [];

  constructor(component: Component, read: ReadProperty) {
    for (const { line, name, text } of component.lines) {
      const raw = valueOf(text);
      const textOnly = TEXT_ONLY.includes(name) || isQuotedPrintable(text);
      if (!textOnly && !NEEDED.includes(name)) continue;
      try {
        const [, params, , ...values] = textOnly ? [null, null, null, readQuotedPrintable(text)] : read(text);
        this.add(name, {
          line,
          tzid: paramOf(params, "tzid"),
          range: paramOf(params, "range"),
          values,
          raw,
        });
      } catch {
        this.unreadable.push({ line, text });
      }
    }
  }

  private add(name: string, property: Property): void {
    this.byName.set(name, [...(this.byName.get(name) ?? []), property]);
  }

  all(name: string): readonly Property[] {
    return this.byName.get(name) ?? [];
  }

  text(name: string): string {
    const value = this.all(name)[0]?.values[0];
    return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
  }

  /** Every value of a property that may have several, read one by one. */
  values<T>(name: string, read: (value: unknown, tzid: string | null) => T | null): T[] {
    return this.all(name).flatMap(({ values, tzid, line, raw }) =>
      values.flatMap((value) => {
        const found = read(value, tzid);
        if (found === null) this.unreadable.push({ line, text: `${name}:${raw}` });
        return found === null ? [] : [found];
      }),
    );
  }
}

const MAX_QUOTE = 80;

/** Reads a VEVENT. What cannot be read of it is listed. */
export function readEvent(
  component: Component,
  read: ReadProperty,
): { readonly event: CalendarEvent; readonly listed: readonly ImportWarning[] } {
  const properties = new Properties(component, read);
  const [start = null] = properties.values("DTSTART", readTime);
  const [end = null] = properties.values("DTEND", readTime);
  const [duration = null] = properties.values("DURATION", readDuration);
  const [recurrence = null] = properties.values("RECURRENCE-ID", readTime);
  const sequence = Number(properties.text("SEQUENCE"));
  const event: CalendarEvent = {
    line: component.line,
    uid: properties.text("UID") || null,
    summary: properties.text("SUMMARY").replace(/\s+/g, " "),
    start,
    end: end ?? duration,
    rrules: properties.all("RRULE").map(({ raw }) => raw),
    exrules: properties.all("EXRULE").map(({ raw }) => raw),
    exDates: properties.values("EXDATE", readTime),
    rDates: properties.values("RDATE", readPeriod),
    recurrenceId: recurrence && {
      time: recurrence,
      thisAndFuture: properties.all("RECURRENCE-ID")[0]?.range?.toUpperCase() === "THISANDFUTURE",
    },
    cancelled: properties.text("STATUS").toUpperCase() === "CANCELLED",
    tentative: properties.text("STATUS").toUpperCase() === "TENTATIVE",
    sequence: Number.isFinite(sequence) ? sequence : 0,
    allDay: properties.text("X-MICROSOFT-CDO-ALLDAYEVENT").toUpperCase() === "TRUE",
  };
  const complaints = properties.unreadable.map(({ line, text }) =>
    importWarning({ ...event, line }, "line-unreadable", { text: text.slice(0, MAX_QUOTE) }),
  );
  return {
    event,
    listed: component.complete ? complaints : [...complaints, importWarning(event, "unfinished")],
  };
}
