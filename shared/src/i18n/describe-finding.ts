import { parseDate, parseTime } from "../time/civil";
import type { Finding } from "../model/finding";
import { formatDay, formatMinute } from "./format-date";
import { formatList } from "./format-list";
import { interpolate } from "./interpolate";
import { knownLocale } from "./locales";
import { messagesFor } from "./messages-for";

/** Describes a finding of the validation and how to fix it, in the locale's language. */
export function describeFinding(finding: Finding, asked: string): string {
  const locale = knownLocale(asked);
  const { problem, finding: findings } = messagesFor(locale);
  const template = { ...problem, ...findings }[finding.code];
  const values = Object.entries(finding.params).map(([name, value]): [string, string | number] => {
    if (typeof value !== "string")
      return [name, typeof value === "number" ? value : formatList(locale, value)];
    if (name === "value") return [name, value];
    const [day, minute] = [parseDate(value), parseTime(value)];
    return [
      name,
      day !== null ? formatDay(locale, day) : minute !== null ? formatMinute(locale, minute) : value,
    ];
  });
  return interpolate(locale, template, Object.fromEntries(values));
}
