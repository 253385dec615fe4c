import { parseArgs } from "node:util";
import { compileSchedule } from "@schedule-manager/shared/evaluator/compile";
import { exportCalendar } from "@schedule-manager/shared/import-export/ical/export-calendar";
import type { Configuration, Schedule } from "@schedule-manager/shared/model/model";
import { instantOf, parseSimulate } from "@schedule-manager/shared/evaluator/simulate";
import { exportConfiguration } from "@schedule-manager/shared/import-export/configuration/export-configuration";
import { describeProblem } from "@schedule-manager/shared/i18n/describe-problem";
import { checkRange } from "./check-range";
import { explained } from "./explained";
import { readBase } from "./read-config";
import { UsageError } from "./read-input";
import { scheduleNamed } from "./schedule-named";
import { writeOutput } from "./write-output";

const USAGE = `npm run --silent export -- --config FILE --format json|ics [--name NAME] [--to-file OUT]
    [--from TIME] [--to TIME] [--closures]

  --config    a configuration in the format of Twilio's config.json
  --name      the schedule's name, or one of its aliases; without it, JSON contains all schedules
  --format    json: the schedule and its rules; ics: its opening hours as a calendar
  --from, --to  for a calendar: the range, at most a century; default: a year from now
  --closures  for a calendar: the closures by its rules instead of the openings
  --to-file   the file to write; default: standard output

TIME is ISO 8601: with Z or an offset an instant, without one a time on the schedule's clock. Exits with 1 if the range
is empty.`;

const YEAR_MS = 365 * 86_400_000;

/** ms since the epoch. */
function instant(schedule: Schedule, option: string, text: string): number {
  const at = parseSimulate(text);
  if (at.type === "invalid") throw new UsageError(`--${option}: ${at.reason}`);
  return at.type === "instant" ? at.t : (instantOf(compileSchedule(schedule, new Map()), at) ?? NaN);
}

function asJson(configuration: Configuration, name: string | undefined): string {
  if (name === undefined) return exportConfiguration(configuration);
  const schedule = scheduleNamed(configuration, name);
  const rules = configuration.rules.filter(({ id }) => schedule.rules.includes(id));
  return exportConfiguration({ rules, schedules: [schedule] });
}

export const exportCommand = explained(USAGE, (args, now: number) => {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: {
      ...{ config: text, name: text, format: text, from: text, to: text, "to-file": text },
      closures: { type: "boolean" },
    },
  });
  const { config, name, format, closures = false, "to-file": file } = values;
  if (
    config === undefined ||
    (format !== "ics" && format !== "json") ||
    (format === "ics" && name === undefined)
  )
    throw new UsageError(USAGE);
  const configuration = readBase(config);
  const write = (contents: string): void => {
    if (file === undefined) process.stdout.write(contents);
    else writeOutput(file, contents);
  };
  if (format === "json" || name === undefined) {
    write(asJson(configuration, name));
    return 0;
  }
  const schedule = scheduleNamed(configuration, name);
  const { problem } = compileSchedule(schedule, new Map());
  if (problem !== null)
    throw new UsageError(`The schedule "${schedule.name}": ${describeProblem(problem, "en-US")}`);
  const from = values.from === undefined ? now : instant(schedule, "from", values.from);
  const to = values.to === undefined ? from + YEAR_MS : instant(schedule, "to", values.to);
  checkRange(from, to);
  const rulesById = new Map(configuration.rules.map((rule) => [rule.id, rule]));
  const calendar = exportCalendar(schedule, rulesById, {
    what: closures ? "closures" : "openings",
    from,
    to,
    now,
  });
  if (calendar === null) {
    process.stderr.write(`"${schedule.name}" has no ${closures ? "closures" : "openings"} in this range.\n`);
    return 1;
  }
  write(calendar);
  return 0;
});
