import { parseDate } from "../civil";
import type { Finding } from "../finding";
import type { RuleProblem, ScheduleProblem } from "../problem";
import { stringsFor } from "../strings/find";
import { knownLocale } from "../strings/pick";
import { fill, formatDay, joinList } from "./format";

/** Why a field is refused, and what to do, in a locale's words. */
export function problemInWords(problem: RuleProblem | ScheduleProblem, locale: string): string {
  const part = "part" in problem ? problem.part : undefined;
  return fill(stringsFor(locale).problem[problem.code], {
    ...(part === undefined ? {} : { part }),
    ...(problem.value === undefined ? {} : { value: problem.value }),
  });
}

/** What validation found, and what to do, in a locale's words. */
export function findingInWords(finding: Finding, asked: string): string {
  const locale = knownLocale(asked);
  const { problem, finding: findings } = stringsFor(locale);
  const template = { ...problem, ...findings }[finding.code];
  const values = Object.entries(finding.params).map(([name, value]) => {
    if (typeof value !== "string") return [name, typeof value === "number" ? value : joinList(locale, value)];
    const day = parseDate(value);
    return [name, day === null || name === "value" ? value : formatDay(locale, day)];
  });
  return fill(template, Object.fromEntries(values) as Record<string, string | number>);
}
