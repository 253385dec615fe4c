import { formatDate, parseDate } from "@schedule-manager/shared/time/civil";
import { chosenCalendar } from "@schedule-manager/shared/import-export/ical/calendar-choice";
import { groupCalendar } from "@schedule-manager/shared/import-export/ical/calendar-groups";
import { parseCalendar, rulesFromCalendar } from "@schedule-manager/shared/import-export/ical/parse-calendar";
import { withHours } from "@schedule-manager/shared/import-export/ical/with-hours";
import type { Configuration, Schedule } from "@schedule-manager/shared/model/model";
import { sameName } from "@schedule-manager/shared/model/names";
import { addRules } from "@schedule-manager/shared/import-export/configuration/add-rules";
import { stableId } from "@schedule-manager/shared/import-export/configuration/stable-id";
import { zoneOf } from "@schedule-manager/shared/time/zone";
import type { FileImport, ImportArguments } from "./file-import";
import { CALENDAR_PROBLEMS, describeImportWarning } from "./describe-import-warning";
import { type ChosenEvents, chooseEvents, describeGroups } from "./choose-events";
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

const HOURS = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/;

/** `09:00-17:00` */
function readHours(
  hours: string | undefined,
): { readonly startTime: string; readonly endTime: string } | null {
  if (hours === undefined) return null;
  if (!HOURS.test(hours))
    throw new UsageError(`--hours ${hours} is not a time range. Write it as 09:00-17:00.`);
  const [startTime = "", endTime = ""] = hours.split("-");
  return { startTime, endTime };
}

/** Lists the events that are left out by default, not by `--only` or `--skip`. */
const leftOutOf = ({ leftOut }: ChosenEvents) =>
  leftOut.flatMap(({ group: { status }, entry }) =>
    entry.masters.map(({ event: { line, uid, summary } }) => ({
      ...{ line, uid, summary, code: status ?? "free", params: {}, isImported: false },
      message: `Not imported: it is ${status ?? "free"}. To import it: --only ${status ?? "free"}.`,
    })),
  );

export async function importCalendarFile(
  bytes: Uint8Array,
  base: Configuration,
  given: ImportArguments,
  now: number,
): Promise<FileImport> {
  const { from, until, isOpen, reason } = given;
  if (until !== undefined && parseDate(until) === null)
    throw new UsageError(`--until ${until} is not a date. Write it as 2036-12-31.`);
  const hours = readHours(given.hours);
  const schedules = targets(base, given);
  const timeZone = zoneFor(schedules, given.timeZone);
  const parsed = await parseCalendar(bytes);
  if (!parsed.ok) throw new UsageError(`${from} ${CALENDAR_PROBLEMS[parsed.code]}.`);
  const grouped = groupCalendar(parsed.events);
  const chosen = chooseEvents(grouped, given);
  const { calendar, opens } = chosenCalendar(parsed, grouped, chosen.choice);
  const imported = await rulesFromCalendar(calendar, {
    timeZone,
    from: formatDate(Math.floor(now / DAY_MS)),
    opens: isOpen ? "all" : opens,
    ...(until === undefined ? {} : { until }),
    ...(reason === undefined ? {} : { closedReason: reason }),
  });
  const lines = [
    ...imported.listed.map((entry) => ({ ...entry, message: describeImportWarning(entry) })),
    ...leftOutOf(chosen),
  ].sort((a, b) => a.line - b.line);
  const ids = new Set(schedules.map(({ id }) => id));
  const rules = hours === null ? imported.rules : withHours(imported.rules, hours);
  const asked = [given.only, given.skip].some(({ length }) => length > 0);
  const notes =
    asked || grouped.groups.length < 2
      ? []
      : [`Groups: ${describeGroups(grouped.groups)}. Choose with --only and --skip.`];
  return { configuration: addRules({ rules: [], schedules }, rules, ids), lines, notes };
}
