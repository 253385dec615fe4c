import { parseArgs } from "node:util";
import { type CompiledSchedule, compileSchedule } from "@schedule-manager/shared/evaluator/compile";
import { compileRule } from "@schedule-manager/shared/evaluator/compile-rule";
import { evaluate } from "@schedule-manager/shared/evaluator/evaluate";
import { localTime } from "@schedule-manager/shared/time/local-time";
import type { Decision, Rule, Schedule } from "@schedule-manager/shared/model/model";
import { nextChange } from "@schedule-manager/shared/evaluator/next-change";
import {
  evaluateCivilMinute,
  instantOf,
  parseSimulate,
  type WallClock,
  wallClockOf,
} from "@schedule-manager/shared/evaluator/simulate";
import { timeline } from "@schedule-manager/shared/evaluator/timeline";
import { describeProblem } from "@schedule-manager/shared/i18n/describe-problem";
import { checkRange } from "./check-range";
import { explained } from "./explained";
import { readConfig, UsageError } from "./read-config";
import { scheduleNamed } from "./schedule-named";

const USAGE = `npm run --silent evaluate -- --config FILE --name NAME [--at TIME] [--from TIME --to TIME]

  --config  a configuration in the format of Twilio's config.json
  --name    the schedule's name, or one of its aliases
  --at      the time to evaluate; default: now
  --from, --to  also print all intervals of this range, at most a century

TIME is ISO 8601: with Z or an offset an instant, without one a time on the schedule's clock; a date alone means 00:00.
A repeated time means the first instant; a skipped time is converted with the offset before the clock change. In both
cases \`wallClock\` in the answer is "repeated" or "skipped".`;

/** The instant in ms since the epoch, the decision there, and whether a clock change skips or repeats it. */
function momentOf(
  schedule: CompiledSchedule,
  option: string,
  text: string,
): { t: number; decision: Decision; wallClock: WallClock } {
  const at = parseSimulate(text);
  if (at.type === "invalid") throw new UsageError(`--${option}: ${at.reason}`);
  if (at.type === "instant") return { t: at.t, decision: evaluate(schedule, at.t), wallClock: null };
  // The schedule's zone is valid at this point, so the instant exists.
  return {
    t: instantOf(schedule, at) ?? NaN,
    decision: evaluateCivilMinute(schedule, at),
    wallClock: wallClockOf(schedule, at),
  };
}

/** The ends of a range in ms since the epoch. */
function rangeOf(schedule: CompiledSchedule, from: string, to: string): [number, number] {
  const range: [number, number] = [momentOf(schedule, "from", from).t, momentOf(schedule, "to", to).t];
  checkRange(...range);
  return range;
}

const iso = (t: number): string => new Date(t).toISOString().replace(".000Z", "Z");

/**
 * Reports rules of the schedule that never match on stderr: the answer is correct without them, but probably not
 * intended.
 */
function warn(schedule: Schedule, rulesById: ReadonlyMap<string, Rule>): void {
  for (const id of schedule.rules) {
    const rule = rulesById.get(id);
    const problem = rule && compileRule(rule, rulesById).problem;
    if (rule === undefined) process.stderr.write(`The rule "${id}" does not exist and is ignored.\n`);
    else if (problem)
      process.stderr.write(`The rule "${rule.name}" never matches: ${describeProblem(problem, "en-US")}\n`);
  }
}

/**
 * Prints a schedule's status, the deciding rule, the next change and (for a range) all intervals as a JSON
 * object.
 */
export const evaluateCommand = explained(USAGE, (args, now: number) => {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: { config: text, name: text, at: text, from: text, to: text },
  });
  const { config, name, at, from, to } = values;
  if (config === undefined || name === undefined || (from === undefined) !== (to === undefined))
    throw new UsageError(USAGE);
  const configuration = readConfig(config);
  const schedule = scheduleNamed(configuration, name);
  const rulesById = new Map(configuration.rules.map((rule) => [rule.id, rule]));
  const compiled = compileSchedule(schedule, rulesById);
  if (compiled.problem !== null)
    throw new UsageError(`The schedule "${schedule.name}": ${describeProblem(compiled.problem, "en-US")}`);
  warn(schedule, rulesById);

  const ruleOf = ({ ruleId }: Decision): Pick<Rule, "id" | "name"> | null => {
    const rule = ruleId === null ? undefined : rulesById.get(ruleId);
    return rule === undefined ? null : { id: rule.id, name: rule.name };
  };
  const fieldsOf = (decision: Decision) => ({
    isOpen: decision.isOpen,
    closedReason: decision.closedReason,
    rule: ruleOf(decision),
  });
  const { t, decision, wallClock } =
    at === undefined
      ? { t: now, decision: evaluate(compiled, now), wallClock: null }
      : momentOf(compiled, "at", at);
  const change = nextChange(compiled, t);
  const range =
    from === undefined || to === undefined
      ? {}
      : {
          timeline: timeline(compiled, ...rangeOf(compiled, from, to)).map((interval) => ({
            from: iso(interval.from),
            to: iso(interval.to),
            ...fieldsOf(interval),
          })),
        };
  const answer = {
    name: schedule.name,
    timeZone: schedule.timeZone,
    at: iso(t),
    local: localTime(compiled.zone, t),
    wallClock,
    ...fieldsOf(decision),
    nextChange:
      change.at === null
        ? { at: null, searchedTo: iso(change.searchedTo) }
        : { at: iso(change.at), local: localTime(compiled.zone, change.at), ...fieldsOf(change.to) },
    ...range,
  };
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  return 0;
});
