import type { Listed } from "@schedule-manager/shared/ical/listed";
import { type ConfigurationListed, isKept } from "@schedule-manager/shared/transfer/listed";
import type { Finding } from "@schedule-manager/shared/finding";
import { describeFinding } from "@schedule-manager/shared/i18n/describe-finding";
import { transfer } from "../../strings/en-US/transfer";
import type { Say, TextKey } from "../../strings/text";

/** One thing that an import could not keep, changed or asks about. */
export interface ListedLine {
  readonly name: string;
  /** Where in the file; null: not known. */
  readonly line: number | null;
  readonly words: string;
  /** Nothing has to be done about it. */
  readonly kept: boolean;
  /** The rule whose start date is asked for. */
  readonly startOf?: string;
}

const isKey = (key: string): key is TextKey => Object.hasOwn(transfer, key);

export const calendarLine = ({ line, summary, code, params, kept }: Listed, say: Say): ListedLine => ({
  name: summary,
  line,
  kept,
  words: say(`import.listed.${code}`, params),
});

export function configurationLine(
  { id, name, code, params }: ConfigurationListed,
  say: Say,
  locale: string,
): ListedLine {
  const key = `import.listed.${code}`;
  const words = isKey(key)
    ? say(key, params)
    : describeFinding({ code: code as Finding["code"], severity: "error", params }, locale);
  const asked = code === "start-date-needed" ? { startOf: id } : {};
  return { name, line: null, kept: isKept(code), words, ...asked };
}
