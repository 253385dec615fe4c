import { writeFileSync } from "node:fs";
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
import { callersPath, readInput, UsageError } from "./read-input";

const IMPORT_USAGE = `npm run --silent import -- --from FILE --to OUT.json [--config FILE] [--schedule NAME]…
    [--format auto|twilio|json|ics] [--time-zone ZONE] [--open] [--reason TEXT] [--until DATE]

  --from       what to import: a config.json of Twilio's schedule manager, our JSON, or a calendar (.ics)
  --to         where to write the configuration
  --config     what to import it into; nothing of it is deleted. Without it, the import is all there is
  --schedule   of a configuration: import only this schedule and its rules; of a calendar: put the rules into this
               schedule. Can be given several times
  --format     auto, if it is left out: by the file's contents
  --time-zone  for a calendar: the schedules' zone, if --config does not have them
  --open       for a calendar: its events open instead of closing
  --reason     for a calendar: the reason of its closures; holiday, if it is left out
  --until      for a calendar: how far days are written out that no recurrence can say; ten years, if it is left out

Prints one JSON object for each thing that was changed, is not there or needs a look. Ends with 0: nothing is
missing; 1: something is; 2: nothing was written.`;

const FORMATS = ["auto", "twilio", "json", "ics"];

const EMPTY: Configuration = { rules: [], schedules: [] };

/** Without revisions: nothing is live here. */
const asLive = ({ rules, schedules }: Configuration) => ({
  rules: rules.map((value) => ({ revision: "", value })),
  schedules: schedules.map((value) => ({ revision: "", value })),
});

export const importCommand = explained(IMPORT_USAGE, async (args, now: number) => {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: {
      ...{ from: text, to: text, config: text, format: text, reason: text, until: text, "time-zone": text },
      schedule: { type: "string", multiple: true },
      open: { type: "boolean" },
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
  const given: ImportArguments = { from, schedules, timeZone: values["time-zone"], isOpen, reason, until };
  const { configuration, lines } =
    kind === "ics"
      ? await importCalendarFile(bytes, base, given, now)
      : importConfigurationFile(kind === "twilio" ? "twilio" : "json", given);
  const diff = configurationDiff(asLive(base), configuration);
  const result = applyChanges(base, diff.changes);
  writeFileSync(callersPath(to), exportConfiguration(result));
  for (const line of lines) process.stdout.write(`${JSON.stringify(line)}\n`);
  const missing = lines.filter(({ kept }) => !kept).length;
  const changed = diff.changes.filter((change) => change.base !== null).length;
  process.stderr.write(
    `${to}: ${diff.changes.length - changed} new, ${changed} changed, ${diff.same.length} as they were; ` +
      `${lines.length} listed, ${missing} of them missing or to be mended.\n`,
  );
  return missing > 0 ? 1 : 0;
});
