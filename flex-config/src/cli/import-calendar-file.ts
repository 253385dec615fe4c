import { formatDate, parseDate } from "@schedule-manager/shared/time/civil";
import { importCalendar } from "@schedule-manager/shared/import-export/ical/parse-calendar";
import type { Configuration, Schedule } from "@schedule-manager/shared/model/model";
import { sameName } from "@schedule-manager/shared/model/names";
import { addRules } from "@schedule-manager/shared/import-export/configuration/add-rules";
import { stableId } from "@schedule-manager/shared/import-export/configuration/stable-id";
import { zoneOf } from "@schedule-manager/shared/time/zone";
import type { FileImport, ImportArguments } from "./file-import";
import { CALENDAR_PROBLEMS, describeImportWarning } from "./describe-import-warning";
import { UsageError } from "./read-input";

const DAY_MS = 86_400_000;

/** The schedules that receive the rules: from the configuration, or new ones for unknown names. */
function targets(base: Configuration, { schedules: names, timeZone }: ImportArguments): Schedule[] {
  const taken = new Set(base.schedules.map(({ id }) => id));
  return names.map((name) => {
    const found = base.schedules.find((schedule) => sameName(schedule.name) === sameName(name));
    if (found !== undefined) return found;
    if (timeZone === undefined)
      throw new UsageError(`There is no schedule "${name}" yet. Add its zone: --time-zone Europe/Berlin`);
    return { id: stableId(name, `schedule ${name}`, taken), name, timeZone, manualClose: false, rules: [] };
  });
}

/** All schedules must share one zone, because a calendar's whole days and local times need one. */
function zoneFor(schedules: readonly Schedule[], timeZone: string | undefined): string {
  const zones = [...new Set(schedules.map((schedule) => schedule.timeZone))];
  const [zone = timeZone] = zones;
  if (zones.length > 1)
    throw new UsageError(
      `The schedules are in different zones (${zones.join(", ")}). Import once for each zone.`,
    );
  if (zone === undefined) throw new UsageError("Add the schedules' zone: --time-zone Europe/Berlin");
  if (timeZone !== undefined && zone !== timeZone)
    throw new UsageError(`The schedule is in ${zone}, not in ${timeZone}. Omit --time-zone.`);
  if (zoneOf(zone) === null)
    throw new UsageError(`There is no time zone ${zone}. Write an IANA name such as Europe/Berlin.`);
  return zone;
}

export async function importCalendarFile(
  bytes: Uint8Array,
  base: Configuration,
  given: ImportArguments,
  now: number,
): Promise<FileImport> {
  const { from, until, isOpen, reason } = given;
  if (until !== undefined && parseDate(until) === null)
    throw new UsageError(`--until ${until} is not a date. Write it as 2036-12-31.`);
  const schedules = targets(base, given);
  const timeZone = zoneFor(schedules, given.timeZone);
  const imported = await importCalendar(bytes, {
    timeZone,
    from: formatDate(Math.floor(now / DAY_MS)),
    isOpen,
    ...(until === undefined ? {} : { until }),
    ...(reason === undefined ? {} : { closedReason: reason }),
  });
  if (!imported.ok) throw new UsageError(`${from} ${CALENDAR_PROBLEMS[imported.code]}.`);
  const lines = imported.listed.map((entry) => ({ ...entry, message: describeImportWarning(entry) }));
  const ids = new Set(schedules.map(({ id }) => id));
  return { configuration: addRules({ rules: [], schedules }, imported.rules, ids), lines };
}
