import { dayOf } from "@schedule-manager/shared/time/civil";
import type { randoms } from "../../../bench/support/measure";

export type Random = ReturnType<typeof randoms>;

export interface RandomRule {
  readonly rrule: string;
  /** Civil day number. */
  readonly start: number;
}

const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

const below = (random: Random, n: number): number => Math.floor(random() * n);
const pick = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)] as T;
const chance = (random: Random, p: number): boolean => random() < p;

function some(random: Random, most: number, make: () => string | number): string {
  return Array.from({ length: 1 + below(random, most) }, make).join(",");
}

const signed = (random: Random, max: number): number =>
  (1 + below(random, max)) * (chance(random, 0.35) ? -1 : 1);

/** Parts that RFC 5545 allows together; some rules never occur or need no start date. */
export function randomRule(random: Random): RandomRule {
  const freq = pick(random, ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const);
  const parts: string[] = [`FREQ=${freq}`];
  const weekNumbers = freq === "YEARLY" && chance(random, 0.2);
  if (!weekNumbers && chance(random, 0.4))
    parts.push(`INTERVAL=${1 + below(random, chance(random, 0.8) ? 5 : 30)}`);
  if (chance(random, 0.3)) parts.push(`BYMONTH=${some(random, 4, () => 1 + below(random, 12))}`);
  if (weekNumbers) parts.push(`BYWEEKNO=${some(random, 3, () => signed(random, 53))}`);
  if (freq === "YEARLY" && chance(random, 0.15))
    parts.push(`BYYEARDAY=${some(random, 5, () => signed(random, 366))}`);
  if (freq !== "WEEKLY" && chance(random, 0.3))
    parts.push(`BYMONTHDAY=${some(random, 5, () => signed(random, 31))}`);
  if (chance(random, 0.5) || (weekNumbers && chance(random, 0.8))) {
    const most = freq === "YEARLY" && !parts.some((part) => part.startsWith("BYMONTH=")) ? 53 : 5;
    const numbered = !weekNumbers && (freq === "MONTHLY" || freq === "YEARLY") && chance(random, 0.5);
    parts.push(
      `BYDAY=${some(random, 4, () => `${numbered ? signed(random, most) : ""}${pick(random, WEEKDAYS)}`)}`,
    );
  }
  if (parts.some((part) => part.startsWith("BY")) && chance(random, 0.2))
    parts.push(`BYSETPOS=${some(random, 2, () => signed(random, freq === "DAILY" ? 1 : 5))}`);
  if (chance(random, 0.3)) parts.push(`WKST=${pick(random, WEEKDAYS)}`);
  const start = (dayOf(1995, 1, 1) ?? 0) + below(random, 40 * 365);
  if (chance(random, 0.2)) parts.push(`COUNT=${1 + below(random, 40)}`);
  return { rrule: [parts[0], ...parts.slice(1).sort(() => random() - 0.5)].join(";"), start };
}
