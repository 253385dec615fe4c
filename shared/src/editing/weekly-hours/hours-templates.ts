import { DAY_MINUTES } from "../../time/civil";
import { NO_HOURS, type TimeRange, type WeeklyHours } from "./hours";

const from = (start: number, end: number): TimeRange => ({ start: start * 60, end: end * 60 });
const FULL_DAY: TimeRange = { start: 0, end: DAY_MINUTES };

/** Hours on Monday to Friday, on Saturday and on Sunday. */
const week = (
  workdays: readonly TimeRange[],
  saturday: readonly TimeRange[] = [],
  sunday: readonly TimeRange[] = [],
): WeeklyHours => [...Array.from({ length: 5 }, () => workdays), saturday, sunday];

const MORNING = from(8, 12);
const AFTERNOON = from(13, 18);

/** Common weekly hours to begin with. */
export const HOURS_TEMPLATES = {
  workdays: week([from(9, 17)]),
  lunch: week([MORNING, AFTERNOON]),
  saturday: week([MORNING, AFTERNOON], [from(9, 13)]),
  everyDay: week([from(8, 20)], [from(8, 20)], [from(8, 20)]),
  always: week([FULL_DAY], [FULL_DAY], [FULL_DAY]),
  none: NO_HOURS,
} as const satisfies Readonly<Record<string, WeeklyHours>>;

export type HoursTemplate = keyof typeof HOURS_TEMPLATES;
