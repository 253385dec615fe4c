import type { RuleProblem, ScheduleProblem } from "../model/problem";
import { interpolate } from "./interpolate";
import { messagesFor } from "./messages-for";

/** Describes why a field is refused and how to fix it, in the locale's language. */
export function describeProblem(problem: RuleProblem | ScheduleProblem, locale: string): string {
  const part = "part" in problem ? problem.part : undefined;
  return interpolate(locale, messagesFor(locale).problem[problem.code], {
    ...(part === undefined ? {} : { part }),
    ...(problem.value === undefined ? {} : { value: problem.value }),
  });
}
