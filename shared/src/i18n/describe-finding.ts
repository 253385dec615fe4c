import { parseDate } from "../civil";
import type { Finding } from "../finding";
import { formatDay } from "./format-date";
import { formatList } from "./format-list";
import { interpolate } from "./interpolate";
import { knownLocale } from "./locales";
import { messagesFor } from "./messages-for";

/** A finding of the validation and what to do, in a locale's language. */
export function describeFinding(finding: Finding, asked: string): string {
  const locale = knownLocale(asked);
  const { problem, finding: findings } = messagesFor(locale);
  const template = { ...problem, ...findings }[finding.code];
  const values = Object.entries(finding.params).map(([name, value]) => {
    if (typeof value !== "string")
      return [name, typeof value === "number" ? value : formatList(locale, value)];
    const day = parseDate(value);
    return [name, day === null || name === "value" ? value : formatDay(locale, day)];
  });
  return interpolate(locale, template, Object.fromEntries(values) as Record<string, string | number>);
}
