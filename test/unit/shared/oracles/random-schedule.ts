import { formatDate } from "@schedule-manager/shared/time/civil";
import {
  type RelativeTo,
  type Rule,
  type Schedule,
  WEEKDAYS,
  type WeekdayCode,
} from "@schedule-manager/shared/model/model";
import type { Random } from "./random-rule";

const DAY_MS = 86_400_000;

/** Zones with peculiarities: half hours, moved dates, negative summer time, changes at unusual hours. */
export const ODD_ZONES = [
  "Africa/Casablanca",
  "Africa/Cairo",
  "America/Havana",
  "America/New_York",
  "America/Nuuk",
  "America/Santiago",
  "America/St_Johns",
  "Antarctica/Troll",
  "Asia/Beirut",
  "Asia/Gaza",
  "Asia/Kathmandu",
  "Asia/Tehran",
  "Australia/Lord_Howe",
  "Europe/Dublin",
  "Pacific/Apia",
  "Pacific/Chatham",
  "Pacific/Kiritimati",
  "UTC",
];

const RECURRENCES = [
  "FREQ=DAILY",
  "FREQ=DAILY;INTERVAL=3",
  "FREQ=DAILY;INTERVAL=2;COUNT=40",
  "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
  "FREQ=WEEKLY;BYDAY=SA,SU",
  "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU",
  "FREQ=MONTHLY;BYDAY=-1SU,1SU,2SU",
  "FREQ=MONTHLY;BYMONTHDAY=1,8,29,-1",
  "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1",
  "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU",
  "FREQ=YEARLY;BYWEEKNO=1,13,44,53;BYDAY=SA,SU",
];

/** A schedule with activity around t (ms since the epoch) and up to six rules. */
export function randomSchedule(
  random: Random,
  timeZone: string,
  t: number,
): { schedule: Schedule; rules: ReadonlyMap<string, Rule> } {
  const below = (n: number): number => Math.floor(random() * n);
  const chance = (p: number): boolean => random() < p;
  const today = Math.floor(t / DAY_MS);
  const near = (spread: number): string => formatDate(today + below(2 * spread) - spread);
  const time = (): string =>
    `${String(below(24)).padStart(2, "0")}:${String(below(12) * 5).padStart(2, "0")}`;
  const list = (): string[] => Array.from({ length: 1 + below(4) }, () => near(4));

  const weekdays = (): WeekdayCode[] => WEEKDAYS.filter(() => chance(0.6));
  /** Mostly references to other rules, sometimes in a circle or to a missing rule. */
  const others = (): string[] => Array.from({ length: 1 + below(2) }, () => `r${below(7)}`);
  const relative = (index: number): RelativeTo => {
    const onlyOn = weekdays();
    const workdays = weekdays();
    const rules = chance(0.7) && index > 0 ? [`r${below(index)}`] : others();
    return {
      rules,
      days: (1 + below(chance(0.8) ? 3 : 31)) * (chance(0.5) ? 1 : -1),
      ...(chance(0.2) && onlyOn.length > 0 ? { onlyOn } : {}),
      ...(chance(0.5) && workdays.length > 0
        ? { workingDays: { weekdays: workdays, except: chance(0.3) ? others() : [] } }
        : {}),
    };
  };

  const one = (index: number): Rule => {
    const isOpen = chance(0.6);
    const [startTime, endTime] = [time(), time()];
    return {
      id: `r${index}`,
      name: `Rule ${index}`,
      isOpen,
      ...(isOpen || chance(0.2) ? {} : { closedReason: `reason ${below(2)}` }),
      ...(chance(0.25) ? { exception: true } : chance(0.3) ? { exception: "day" as const } : {}),
      ...(chance(0.2)
        ? {}
        : chance(0.2)
          ? { startTime }
          : { startTime, endTime: chance(0.1) ? startTime : endTime }),
      ...(chance(0.2) ? { endDate: formatDate(today + below(20)) } : {}),
      ...(chance(0.25) ? { exceptDates: list() } : {}),
      ...(chance(0.2)
        ? { relativeTo: relative(index), ...(chance(0.3) ? { startDate: near(60) } : {}) }
        : {
            ...(chance(0.7)
              ? { dateRRule: RECURRENCES[below(RECURRENCES.length)] ?? "", startDate: near(60) }
              : {}),
            ...(chance(0.25) ? { dates: list() } : {}),
          }),
    };
  };
  const rules = Array.from({ length: 1 + below(6) }, (_, index) => one(index));
  const manualClose = chance(0.1);
  const schedule: Schedule = {
    id: "s",
    name: "S",
    timeZone,
    manualClose,
    ...(manualClose && chance(0.8)
      ? { manualCloseUntil: new Date(t + (below(96) - 48) * 3_600_000 + below(3_600_000)).toISOString() }
      : {}),
    rules: rules.map(({ id }) => id),
  };
  return { schedule, rules: new Map(rules.map((rule) => [rule.id, rule])) };
}
