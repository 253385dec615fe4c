/** Recurrences that cause the most work: long lists, rare days, counts from the year 1, large intervals. */
import { dayOf, formatDate } from "@schedule-manager/shared/time/civil";
import type { Random } from "./random-rule";

/** A start date and a recurrence. */
export type Hostile = readonly [start: string, rrule: string];

const upTo = (n: number): number[] => Array.from({ length: n }, (_, k) => k + 1);
const both = (n: number): number[] => upTo(n).flatMap((k) => [k, -k]);
const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const numberedDays = (n: number): string[] => both(n).flatMap((k) => DAYS.map((day) => `${k}${day}`));
const FIRST = "0001-01-01";

/** Cases that were slow before, and the longest texts. */
export const HARDEST: readonly Hostile[] = [
  [FIRST, "FREQ=YEARLY;INTERVAL=1000;COUNT=1000000;BYMONTH=2;BYMONTHDAY=29"],
  ["0200-01-01", "FREQ=YEARLY;INTERVAL=1000;COUNT=1000000;BYMONTH=2;BYMONTHDAY=29"],
  [FIRST, "FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU;BYSETPOS=1;COUNT=99999"],
  [FIRST, "FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU;BYSETPOS=5"],
  [FIRST, "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6;BYDAY=MO;BYSETPOS=1"],
  [FIRST, "FREQ=MONTHLY;BYDAY=5MO,5TU;BYSETPOS=-1;COUNT=100000;INTERVAL=11"],
  [FIRST, `FREQ=YEARLY;BYYEARDAY=${both(366).join()};BYSETPOS=${both(366).join()};COUNT=600000`],
  [FIRST, `FREQ=YEARLY;BYDAY=${numberedDays(53).join()};BYSETPOS=${both(366).join()};COUNT=700000`],
  [FIRST, `FREQ=MONTHLY;BYDAY=${numberedDays(53).join()};BYSETPOS=${both(366).join()};COUNT=700000`],
  [FIRST, `FREQ=WEEKLY;BYDAY=${DAYS.join()};BYSETPOS=${both(366).join()};INTERVAL=2;COUNT=350000`],
  [FIRST, "FREQ=DAILY;INTERVAL=2;COUNT=350000"],
  [FIRST, "FREQ=DAILY;INTERVAL=97;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;COUNT=100"],
  [FIRST, "FREQ=DAILY;INTERVAL=2147483647;COUNT=2147483647"],
  [FIRST, "FREQ=WEEKLY;INTERVAL=20871;BYDAY=MO;BYMONTH=6;COUNT=1000"],
  [FIRST, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"],
  [FIRST, `FREQ=DAILY;BYMONTH=${"1,".repeat(4980)}1`],
  [FIRST, `FREQ=YEARLY;BYDAY=${"53SU,".repeat(1990)}1MO`],
];

const below = (random: Random, n: number): number => Math.floor(random() * n);
const pick = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)] as T;

/** All, many, few or one of them. */
function some<T>(random: Random, all: readonly T[]): string {
  const share = pick(random, [1, 0.5, 0.05, 0]);
  const left = all.filter(() => random() < share);
  return (left.length > 0 ? left : [pick(random, all)]).join();
}

export function hostileRule(random: Random): Hostile {
  const freq = pick(random, ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const);
  const chance = (p: number): boolean => random() < p;
  const parts = [`FREQ=${freq}`];
  const byWeek = freq === "YEARLY" && chance(0.4);
  if (byWeek) parts.push(`BYWEEKNO=${some(random, both(53))}`);
  else if (chance(0.5))
    parts.push(
      `INTERVAL=${pick(random, [2, 3, 7, 11, 30, 97, 365, 400, 1000, 4799, 146_097, 2_147_483_647])}`,
    );
  if (chance(0.3)) parts.push(`BYMONTH=${some(random, upTo(12))}`);
  if (freq === "YEARLY" && chance(0.3)) parts.push(`BYYEARDAY=${some(random, both(366))}`);
  if (freq !== "WEEKLY" && chance(0.3)) parts.push(`BYMONTHDAY=${some(random, both(31))}`);
  const numbered = !byWeek && (freq === "MONTHLY" || freq === "YEARLY") && chance(0.5);
  if (freq === "WEEKLY" || chance(0.6))
    parts.push(`BYDAY=${some(random, numbered ? numberedDays(53) : DAYS)}`);
  if (parts.some((part) => part.startsWith("BY")) && chance(0.5))
    parts.push(`BYSETPOS=${some(random, both(pick(random, [1, 5, 31, 366])))}`);
  if (chance(0.7)) parts.push(`COUNT=${pick(random, [1, 1000, 99_999, 350_000, 600_000, 2_147_483_647])}`);
  const start = pick(random, [
    FIRST,
    FIRST,
    "1970-01-01",
    formatDate(dayOf(1 + below(random, 9998), 1, 31) ?? 0),
  ]);
  return [start, parts.join(";")];
}
