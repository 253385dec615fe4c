import type { ImportWarning } from "@schedule-manager/shared/import-export/ical/import-warning";
import {
  type ConfigurationWarning,
  hasOwnMessage,
  isImported,
} from "@schedule-manager/shared/import-export/configuration/import-warning";
import { recurrenceProblem } from "@schedule-manager/shared/import-export/ical/recurrence-problem";
import { describeFinding } from "@schedule-manager/shared/i18n/describe-finding";
import { formatDay } from "@schedule-manager/shared/i18n/format-date";
import { parseDate } from "@schedule-manager/shared/time/civil";
import type { Translate } from "../../i18n/translate";

/** A line about something that the import could not keep, changed, or asks about. */
export interface ImportWarningLine {
  readonly name: string;
  /** The line in the file; null: unknown. */
  readonly line: number | null;
  readonly words: string;
  /** Needs no action. */
  readonly isImported: boolean;
  /** The id of the rule whose start date is missing. */
  readonly startOf?: string;
  /** The id of the rule that ends at 23:59. */
  readonly endOf?: string;
}

/** Warnings whose values are days; the values of others quote the file. */
const NAMES_DAYS: readonly ImportWarning["code"][] = [
  "every-month",
  "exdate-unmatched",
  "start-added",
  "expanded",
];

/** In the reader's format: the warning's own are `YYYY-MM-DD`, or several with commas. */
const formatDays = (value: string | number, t: Translate, locale: string): string =>
  String(value)
    .split(", ")
    .map((date) => {
      const day = parseDate(date);
      return day === null ? date : formatDay(locale, day);
    })
    .join(t("list.separator"));

export function calendarLine(warning: ImportWarning, t: Translate, locale: string): ImportWarningLine {
  const { line, summary, code, params, isImported } = warning;
  const reason = recurrenceProblem(warning, locale);
  const values = NAMES_DAYS.includes(code)
    ? Object.fromEntries(Object.entries(params).map(([name, value]) => [name, formatDays(value, t, locale)]))
    : params;
  return { name: summary, line, isImported, words: t(`import.listed.${code}`, { ...values, reason }) };
}

export function configurationLine(
  { id, name, code, params }: ConfigurationWarning,
  t: Translate,
  locale: string,
): ImportWarningLine {
  // Asked about once for all rules, so no line says it.
  if (code === "ends-2359") return { name, line: null, isImported: false, words: "", endOf: id };
  const words = hasOwnMessage(code)
    ? t(`import.listed.${code}`, params)
    : describeFinding({ code, severity: "error", params }, locale);
  const start = code === "start-date-needed" ? { startOf: id } : {};
  return { name, line: null, isImported: isImported(code), words, ...start };
}
