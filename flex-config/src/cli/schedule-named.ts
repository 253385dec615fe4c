import type { Configuration, Schedule } from "@schedule-manager/shared/model/model";
import { sameName } from "@schedule-manager/shared/model/names";
import { UsageError } from "./read-input";

/** Finds a schedule by name, otherwise by alias. */
export function scheduleNamed({ schedules }: Configuration, name: string): Schedule {
  const wanted = sameName(name);
  const found =
    schedules.find((schedule) => sameName(schedule.name) === wanted) ??
    schedules.find(({ aliases = [] }) => aliases.some((alias) => sameName(alias) === wanted));
  if (found !== undefined) return found;
  if (schedules.length === 0) throw new UsageError("The configuration has no schedules.");
  throw new UsageError(
    `There is no schedule "${name}". There are: ${schedules.map((schedule) => `"${schedule.name}"`).join(", ")}.`,
  );
}
