const KNOWN = {
  rules: [
    ...["id", "name", "isOpen", "closedReason", "dateRRule", "startDate", "endDate", "startTime", "endTime"],
    ...["exception", "dates", "exceptDates"],
  ],
  schedules: [
    "id",
    "name",
    "timeZone",
    "manualClose",
    "manualCloseUntil",
    "rules",
    "queues",
    "group",
    "aliases",
  ],
};

/** What `admin/list` adds to items. */
const ANSWERED = ["revision", "status"];

/** The fields of an item of a file that are not ours. */
export function unknownFields(list: keyof typeof KNOWN, item: unknown): readonly string[] {
  if (typeof item !== "object" || item === null) return [];
  return Object.keys(item).filter((field) => !KNOWN[list].includes(field) && !ANSWERED.includes(field));
}
