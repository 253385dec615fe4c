/** Formats the published items as files. Pure. */
import { isRecord } from "@schedule-manager/shared/collections/record";
import { parseStoredRule, parseStoredSchedule } from "@schedule-manager/shared/model/schema";
import type { Live, LiveItem } from "./read-live";

const record = (items: readonly LiveItem[], kind: LiveItem["kind"]): Record<string, unknown> =>
  Object.fromEntries(items.filter((item) => item.kind === kind).map(({ id, data }) => [id, data]));

/** The functions' fallback while Sync is unreachable, in the format of functions/src/catalogue/snapshot.ts. */
export const snapshotOf = ({ generation, items }: Live, takenAt: string) => ({
  generation,
  takenAt,
  schedules: record(items, "schedule"),
  rules: record(items, "rule"),
});

const isReadable = ({ kind, data }: LiveItem): boolean =>
  (kind === "rule" ? parseStoredRule(data) : parseStoredSchedule(data)).ok;

/**
 * A configuration file that every import accepts. Invalid items are stored under `unreadable`, so that a backup
 * loses nothing.
 */
export function configurationFileOf({ generation, items }: Live, takenAt: string) {
  const readable = items.filter(isReadable);
  const list = (kind: LiveItem["kind"]) =>
    readable
      .filter((item) => item.kind === kind)
      .map(({ id, data }) => ({ id, ...(isRecord(data) ? data : {}) }));
  const unreadable = items.filter((item) => !isReadable(item));
  return {
    version: String(generation),
    takenAt,
    rules: list("rule"),
    schedules: list("schedule"),
    ...(unreadable.length === 0 ? {} : { unreadable }),
  };
}
