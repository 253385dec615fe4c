import type { Configuration } from "../../model/model";

/** Field order for readability; unknown fields come last. */
const ORDER = [
  ...["id", "name", "isOpen", "closedReason", "exception", "dateRRule", "startDate", "endDate", "dates"],
  ...[
    "exceptDates",
    "relativeTo",
    "startTime",
    "endTime",
    "timeZone",
    "manualClose",
    "manualCloseUntil",
    "manualNote",
    "manualNoteSpoken",
    "rules",
    "queues",
  ],
  ...["group", "aliases"],
];

const place = (field: string): number => {
  const at = ORDER.indexOf(field);
  return at < 0 ? ORDER.length : at;
};

const ordered = <T extends object>(item: T): T =>
  // `fromEntries` types every key as any text.
  Object.fromEntries(
    Object.entries(item)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => place(a) - place(b)),
  ) as T;

/**
 * Serializes a configuration in the format of Twilio's `config.json`, with the optional fields and the
 * schedules' ids. `importConfiguration` restores it exactly.
 */
export function exportConfiguration({ rules, schedules }: Configuration): string {
  const file: Configuration = { rules: rules.map(ordered), schedules: schedules.map(ordered) };
  return `${JSON.stringify(file, null, 2)}\n`;
}
