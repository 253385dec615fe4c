import { nextOccurrence } from "@schedule-manager/shared/evaluator/next-occurrence";
import { formatDate, parseDate } from "@schedule-manager/shared/time/civil";
import { occurrences } from "@schedule-manager/shared/evaluator/occurrences";
import { compileRecurrence } from "@schedule-manager/shared/recurrence/recurrence";

/** A published case: the days of a rule, or (without `dates`) a rule that must be refused. */
export interface Case {
  readonly source?: string;
  readonly ref?: string;
  readonly license?: string;
  readonly dtstart?: string;
  readonly rrule: string;
  readonly dates?: readonly string[];
  /** false: `dates` is the beginning of the result. */
  readonly exhausted?: boolean;
  readonly why?: string;
}

/** The start date for refused rules without one, so that the rule itself is the reason of the refusal. */
const ANY_START = "1997-09-02";

/** The first days of a recurrence set, at most `limit`, or the reason of its refusal. */
export function expand(dtstart: string, rrule: string, limit: number): string[] | { refused: string } {
  const from = parseDate(dtstart.slice(0, 10));
  if (from === null) return { refused: `dtstart ${dtstart}` };
  const compiled = compileRecurrence(rrule, from);
  // A rule that can never occur has no days, which matches an empty list.
  if (!compiled.ok) return { refused: compiled.problem.code };
  const none = new Set<number>();
  const days = occurrences(compiled.recurrence, {
    from,
    to: Infinity,
    dates: none,
    exceptDates: none,
    every: true,
  });
  const found: string[] = [];
  for (
    let day = nextOccurrence(days, from);
    day !== null && found.length < limit;
    day = nextOccurrence(days, day + 1)
  )
    found.push(formatDate(day));
  return found;
}

/** null: passed; otherwise the difference. */
export function check(item: Case): string | null {
  const wanted = item.dates;
  const limit = (wanted?.length ?? 0) + (item.exhausted === false ? 0 : 1);
  const found = expand(item.dtstart ?? ANY_START, item.rrule, limit);
  if (wanted === undefined) return Array.isArray(found) ? "should be refused" : null;
  if (!Array.isArray(found))
    return wanted.length === 0 && found.refused === "rrule-never" ? null : `refused: ${found.refused}`;
  const at = found.findIndex((date, index) => date !== wanted[index]);
  if (at >= 0) return `date ${at + 1} is ${found[at] ?? "none"}, should be ${wanted[at] ?? "none"}`;
  return found.length < wanted.length ? `ends after ${found.length} of ${wanted.length}` : null;
}
