import type { Schedule, StoredItem, StoredSchedule } from "../../model/model";
import { sameName } from "../../model/names";

const isSchedule = (value: StoredItem | null | undefined): value is StoredSchedule =>
  value !== null && value !== undefined && "timeZone" in value;

const answersTo = ({ name, aliases = [] }: Pick<Schedule, "name" | "aliases">, wanted: string): boolean =>
  [name, ...aliases].some((each) => sameName(each) === sameName(wanted));

/**
 * The name by which an edit makes a schedule unknown to flows that ask for it.
 * @param schedules all schedules after the edit
 * @returns null: the schedule keeps its name or answers to it, or another schedule does
 */
export function lostName(
  before: StoredItem | null | undefined,
  after: StoredItem | null,
  schedules: readonly Schedule[],
): string | null {
  if (!isSchedule(before) || !isSchedule(after)) return null;
  const { name } = before;
  if (name.trim() === "" || after.name.trim() === "" || answersTo(after, name)) return null;
  return schedules.some((schedule) => answersTo(schedule, name)) ? null : name;
}

/** The schedule that answers to a former name too. */
export const withFormerName = (schedule: StoredSchedule, name: string): StoredSchedule => ({
  ...schedule,
  aliases: [...(schedule.aliases ?? []), name],
});
