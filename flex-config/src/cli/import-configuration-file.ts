import { sameName } from "@schedule-manager/shared/model/names";
import type { Configuration } from "@schedule-manager/shared/model/model";
import {
  type ConfigurationFormat,
  importConfiguration,
  lacksZone,
} from "@schedule-manager/shared/import-export/configuration/import-configuration";
import { endAtMidnight } from "@schedule-manager/shared/import-export/configuration/end-at-midnight";
import {
  type ConfigurationWarning,
  isImported,
} from "@schedule-manager/shared/import-export/configuration/import-warning";
import { zoneOf } from "@schedule-manager/shared/time/zone";
import type { FileImport, ImportArguments } from "./file-import";
import { describeConfigurationWarning } from "./describe-import-warning";
import { refuseConfig } from "./read-config";
import { readJson, UsageError } from "./read-input";

/** Selects some schedules with the rules that they use. */
function only(configuration: Configuration, names: readonly string[]): Configuration {
  if (names.length === 0) return configuration;
  const schedules = names.map((name) => {
    const found = configuration.schedules.find((schedule) => sameName(schedule.name) === sameName(name));
    if (found !== undefined) return found;
    const all = configuration.schedules.map((schedule) => `"${schedule.name}"`).join(", ");
    throw new UsageError(`The file has no schedule "${name}". It has: ${all}.`);
  });
  const used = new Set(schedules.flatMap(({ rules }) => rules));
  return { rules: configuration.rules.filter(({ id }) => used.has(id)), schedules };
}

/** The warnings, which ask about 23:59 once, whatever the number of rules; not at all once it is answered. */
function withOneQuestion(
  listed: readonly ConfigurationWarning[],
  isAnswered: boolean,
): readonly ConfigurationWarning[] {
  const late = listed.filter(({ code }) => code === "ends-2359");
  const name = late.map((entry) => entry.name).join(", ");
  return listed.flatMap((entry) =>
    entry.code !== "ends-2359" ? [entry] : isAnswered || entry !== late[0] ? [] : [{ ...entry, name }],
  );
}

export function importConfigurationFile(
  format: ConfigurationFormat,
  { from, schedules, timeZone, midnight }: ImportArguments,
): FileImport {
  const json = readJson(from);
  if (timeZone !== undefined && zoneOf(timeZone) === null)
    throw new UsageError(`There is no time zone ${timeZone}. Write an IANA name such as Europe/Berlin.`);
  if (timeZone === undefined && lacksZone(json))
    throw new UsageError(`${from} does not say its time zone. Give it: --time-zone Europe/Berlin`);
  const imported = importConfiguration(json, timeZone);
  if (!imported.ok) return refuseConfig(from, imported.problems);
  const configuration = only(imported.configuration, schedules);
  const ids = new Set([...configuration.rules, ...configuration.schedules].map(({ id }) => id));
  if (format === "twilio" && imported.format !== "twilio")
    throw new UsageError(`${from} is not in Twilio's format: its schedules have ids. Omit --format.`);
  const listed = imported.listed.filter(({ id }) => ids.has(id));
  const late = listed.filter(({ code }) => code === "ends-2359");
  const lines = withOneQuestion(listed, midnight !== undefined).map((entry) => ({
    ...entry,
    isImported: isImported(entry.code),
    message: describeConfigurationWarning(entry),
  }));
  return {
    configuration:
      midnight === "yes" ? endAtMidnight(configuration, new Set(late.map(({ id }) => id))) : configuration,
    lines,
    notes: [],
  };
}
