import { parseArgs } from "node:util";
import type { Configuration } from "@schedule-manager/shared/model/model";
import { exportConfiguration } from "@schedule-manager/shared/import-export/configuration/export-configuration";
import { applyChanges } from "@schedule-manager/shared/import-export/configuration/apply-changes";
import { configurationDiff } from "@schedule-manager/shared/import-export/configuration/configuration-diff";
import { formatOfFile } from "@schedule-manager/shared/import-export/configuration/file-format";
import { explained } from "./explained";
import type { ImportArguments } from "./file-import";
import { importCalendarFile } from "./import-calendar-file";
import { importConfigurationFile } from "./import-configuration-file";
import { readBase } from "./read-config";
import { readInput, UsageError } from "./read-input";
import { writeOutput } from "./write-output";

const IMPORT_USAGE = `npm run --silent import -- --from FILE --to OUT.json [--config FILE] [--schedule NAME]…
    [--format auto|twilio|json|ics] [--time-zone ZONE] [--open] [--reason TEXT] [--until DATE]
    [--only GROUP|NAME]… [--skip GROUP|NAME]… [--open-group GROUP]… [--close-group GROUP]… [--hours 09:00-17:00]
    [--midnight yes|no]

  --from       the file to import: a config.json of Twilio's schedule manager, an exported JSON file, or a calendar (.ics)
  --to         the file to write the resulting configuration to
  --config     the configuration to merge the import into; nothing in it is deleted. Default: an empty one
  --schedule   for a configuration: import only this schedule and its rules; for a calendar: add the rules to this
               schedule. Repeatable
  --format     default: auto, by the file's contents
  --time-zone  the zone of schedules without one: those that --config does not contain, or of a file that does not say it
  --open       for a calendar: events open instead of close
  --reason     for a calendar: the reason of the closures; default: holiday
  --until      for a calendar: last date of events that no recurrence can express and that become lists of days; default: ten years
  --only       for a calendar: import only the events of this group or name. Repeatable
  --skip       for a calendar: leave out the events of this group or name. Repeatable. Groups are what the file says of
               its events: categories, kinds such as "Observance" in the description, "working days", "free",
               "tentative", "cancelled", or "other events". Without --only, free, tentative and cancelled events are
               left out and listed; where all events are free, that says nothing. An unknown name prints the groups
  --open-group, --close-group
               for a calendar: the events of this group open, or close. Repeatable. Default: working days open, as
               exceptions, others close
  --hours      for a calendar: the hours of events that open and last whole days; default: the whole day
  --midnight   for Twilio's file: whether rules that end at 23:59 end at midnight; without it they are listed

Prints one JSON object for each change, loss or doubt. Exits with 0: nothing is
missing; 1: something is missing or needs correction; 2: nothing was written.`;

const FORMATS = ["auto", "twilio", "json", "ics"];

const EMPTY: Configuration = { rules: [], schedules: [] };

/** The base as live items; revisions are irrelevant because nothing is published here. */
const asLive = ({ rules, schedules }: Configuration) => ({
  rules: rules.map((value) => ({ revision: "", value })),
  schedules: schedules.map((value) => ({ revision: "", value })),
});

export const importCommand = explained(IMPORT_USAGE, async (args, now: number) => {
  const text = { type: "string" } as const;
  const texts = { type: "string", multiple: true } as const;
  const { values } = parseArgs({
    args,
    options: {
      ...{ from: text, to: text, config: text, format: text, reason: text, until: text, "time-zone": text },
      schedule: { type: "string", multiple: true },
      open: { type: "boolean" },
      ...{ only: texts, skip: texts, "open-group": texts, "close-group": texts, hours: text, midnight: text },
    },
  });
  const {
    from,
    to,
    config,
    format = "auto",
    schedule: schedules = [],
    open: isOpen = false,
    reason,
    until,
  } = values;
  if (from === undefined || to === undefined || !FORMATS.includes(format)) throw new UsageError(IMPORT_USAGE);
  const base = config === undefined ? EMPTY : readBase(config);
  const bytes = readInput(from);
  const kind = format === "auto" ? formatOfFile(bytes, from) : format;
  const { midnight } = values;
  if (midnight !== undefined && midnight !== "yes" && midnight !== "no")
    throw new UsageError(`--midnight ${midnight}: write yes or no.`);
  const given: ImportArguments = {
    ...{ from, schedules, timeZone: values["time-zone"], isOpen, reason, until, midnight },
    ...{ only: values.only ?? [], skip: values.skip ?? [], hours: values.hours },
    openGroups: values["open-group"] ?? [],
    closeGroups: values["close-group"] ?? [],
  };
  const { configuration, lines, notes } =
    kind === "ics"
      ? await importCalendarFile(bytes, base, given, now)
      : importConfigurationFile(kind === "twilio" ? "twilio" : "json", given);
  const diff = configurationDiff(asLive(base), configuration);
  const result = applyChanges(base, diff.changes);
  writeOutput(to, exportConfiguration(result));
  for (const line of lines) process.stdout.write(`${JSON.stringify(line)}\n`);
  for (const note of notes) process.stderr.write(`${note}\n`);
  const missing = lines.filter(({ isImported }) => !isImported).length;
  const changed = diff.changes.filter((change) => change.base !== null).length;
  process.stderr.write(
    `${to}: ${diff.changes.length - changed} new, ${changed} changed, ${diff.same.length} unchanged; ` +
      `${lines.length} listed, ${missing} of them missing or to be corrected.\n`,
  );
  return missing > 0 ? 1 : 0;
});
