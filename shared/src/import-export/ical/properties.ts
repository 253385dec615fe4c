import type { Component } from "./components";
import { isQuotedPrintable, readQuotedPrintable } from "./quoted-printable";
import { readTimeProperty, type TimeProperty } from "./time-property";

/** Parses a property to jCal (RFC 7265): name, parameters, type and values. Throws on an invalid line. */
export type ReadProperty = (text: string) => readonly unknown[];

/** A parsed value of a property, with its line. */
interface Read<T> {
  readonly value: T;
  readonly property: TimeProperty;
}

const TIMES = ["DTSTART", "DTEND", "DURATION", "EXDATE", "RDATE", "RECURRENCE-ID"];
/** Recurrences stay text, so that no library expands them. */
const TEXT_ONLY = ["RRULE", "EXRULE"];
const TEXTS = [
  ...["UID", "SUMMARY", "STATUS", "SEQUENCE", "LAST-MODIFIED", "DTSTAMP"],
  "X-MICROSOFT-CDO-ALLDAYEVENT",
];

/** Read as far as they can be; an unreadable one loses nothing of the event's times. */
const TRAITS = [
  ...["CATEGORIES", "DESCRIPTION", "TRANSP"],
  ...["X-MICROSOFT-CDO-BUSYSTATUS", "X-APPLE-SPECIAL-DAY"],
];

function readTrait(text: string): string {
  try {
    return readQuotedPrintable(text);
  } catch {
    return "";
  }
}

/** The properties of an event that an import uses. */
export class Properties {
  private readonly texts = new Map<string, string[]>();
  private readonly times = new Map<string, TimeProperty[]>();
  /** Lines that could not be parsed. */
  readonly unreadable: { readonly line: number; readonly text: string }[] = [];

  constructor({ lines }: Component, read: ReadProperty) {
    for (const content of lines) {
      const { line, name, text } = content;
      if (TIMES.includes(name)) {
        const property = readTimeProperty(content);
        if (property === null) this.unreadable.push({ line, text });
        else add(this.times, name, property);
        continue;
      }
      if (TRAITS.includes(name)) {
        add(this.texts, name, readTrait(text));
        continue;
      }
      const textOnly = TEXT_ONLY.includes(name) || isQuotedPrintable(text);
      if (!textOnly && !TEXTS.includes(name)) continue;
      try {
        const value = textOnly ? readQuotedPrintable(text) : read(text)[3];
        const isText = typeof value === "string" || typeof value === "number";
        add(this.texts, name, isText ? String(value) : "");
      } catch {
        this.unreadable.push({ line, text });
      }
    }
  }

  /** As written. */
  all(name: string): readonly string[] {
    return this.texts.get(name) ?? [];
  }

  text(name: string): string {
    return (this.texts.get(name)?.[0] ?? "").trim();
  }

  /** Every value of a multi-valued property, parsed one by one. */
  read<T>(name: string, read: (value: string, tzid: string | null) => T | null): Read<T>[] {
    return (this.times.get(name) ?? []).flatMap((property) =>
      property.values.flatMap((text) => {
        const value = read(text, property.tzid);
        if (value === null) this.unreadable.push({ line: property.line, text: `${name}:${text}` });
        return value === null ? [] : [{ value, property }];
      }),
    );
  }
}

function add<T>(map: Map<string, T[]>, name: string, item: T): void {
  const list = map.get(name);
  if (list === undefined) map.set(name, [item]);
  else list.push(item);
}
