import { createStatusSelector } from "@schedule-manager/plugin/catalogue/status";
import { compileSchedule } from "@schedule-manager/shared/evaluator/compile";
import { evaluate } from "@schedule-manager/shared/evaluator/evaluate";
import type { Rule } from "@schedule-manager/shared/model/model";
import { nextChange, nextOpenChange } from "@schedule-manager/shared/evaluator/next-change";
import { evaluateAsTwilio } from "./peers/twilio-algorithm";
import { makeFleet } from "./support/fleet";
import { interleaved, median, nanoseconds, randoms, round } from "./support/measure";

/** The number of statuses computed ahead after each pause: well under a millisecond's work. */
const PREPARED_PER_PAUSE = 50;
/** ms. Texts such as “today” change at midnight in some zone, which is always at a quarter of an hour. */
const QUARTER = 15 * 60_000;

export const title =
  "a tick of the browser's clock with 1,000 schedules, midnights included, compared with evaluating each schedule";

const SCHEDULES = 1000;
const PEER_SCHEDULES = 20;
const SEED = 20260617;
const HOUR = 3_600_000;
const DAYS = 14;
const ROUNDS = 5;
/** A Wednesday, midnight in Chicago. */
const START = Date.UTC(2026, 10, 18, 6);

/** Consecutive days off with different reasons, so that a schedule changes at most of its midnights. */
const DAYS_OFF = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].map((day): Rule => ({
  id: `off-${day}`,
  name: `Off on ${day}`,
  isOpen: false,
  closedReason: `off on ${day}`,
  dateRRule: `FREQ=WEEKLY;BYDAY=${day}`,
}));

export async function run(): Promise<Record<string, unknown>> {
  const made = makeFleet(SCHEDULES, randoms(SEED), DAYS_OFF);
  // All in one zone, so that all have the same midnight.
  const schedules = made.schedules.map((schedule) => ({ ...schedule, timeZone: "America/Chicago" }));
  const configuration = { ...made, schedules };
  const rules = new Map(configuration.rules.map((rule) => [rule.id, rule]));
  const compiled = schedules.map((schedule) => compileSchedule(schedule, rules));
  const few = { rules: configuration.rules, schedules: schedules.slice(0, PEER_SCHEDULES) };

  const keeper = createStatusSelector();
  const lazy = createStatusSelector();
  const ms = (ask: () => unknown): number => nanoseconds(1, ask) / 1e6;
  let open = 0;
  const all: number[] = [];
  const quiet: number[] = [];
  const naps: number[] = [];
  const changing: { at: number; changed: number; prepared: number; unprepared: number }[] = [];
  const first = ms(() => keeper.table(schedules, rules, START));
  let table = keeper.table(schedules, rules, START);
  lazy.table(schedules, rules, START);
  for (let now = START; now < START + DAYS * 24 * HOUR;) {
    const quarter = (Math.floor(now / QUARTER) + 1) * QUARTER;
    now = Math.min(table.nextChange ?? quarter, quarter);
    // A browser has some hundred pauses until the next tick.
    for (let left = SCHEDULES; left > 0; left -= PREPARED_PER_PAUSE)
      naps.push(ms(() => keeper.prepare(PREPARED_PER_PAUSE)));
    const before = table;
    const prepared = ms(() => (table = keeper.table(schedules, rules, now)));
    all.push(prepared);
    if (table === before) {
      quiet.push(prepared);
      continue;
    }
    const unprepared = ms(() => lazy.table(schedules, rules, now));
    const changed = schedules.filter(({ id }) => table.statuses.get(id) !== before.statuses.get(id)).length;
    changing.push({ at: now, changed, prepared, unprepared });
  }
  const busiest = changing.reduce((a, b) => (b.changed > a.changed ? b : a));
  const sideBySide = interleaved(ROUNDS, {
    /** The status and next change of every schedule. */
    anew: () =>
      ms(() => {
        for (const schedule of compiled) {
          if (evaluate(schedule, busiest.at).isOpen) open += 1;
          if (nextChange(schedule, busiest.at).at === nextOpenChange(schedule, busiest.at).at) open += 1;
        }
      }),
    peer: () =>
      ms(() => {
        for (const { name } of few.schedules) if (evaluateAsTwilio(few, name, busiest.at).isOpen) open += 1;
      }),
  });
  if (open === 0) throw new Error("never open");
  const sorted = [...all].sort((a, b) => a - b);
  return Promise.resolve({
    schedules: SCHEDULES,
    ticks: all.length,
    anewOverMidnight: round(sideBySide.anew / busiest.prepared),
    peerOverMidnight: round(sideBySide.peer / busiest.prepared, 2),
    unpreparedOverMidnight: round(busiest.unprepared / busiest.prepared, 2),
    changedAtMidnight: busiest.changed,
    milliseconds: {
      midnight: round(busiest.prepared, 3),
      midnightUnprepared: round(busiest.unprepared, 3),
      anew: round(sideBySide.anew, 3),
      peer20: round(sideBySide.peer, 3),
      quiet: round(median(quiet), 4),
      changing: round(median(changing.map(({ prepared }) => prepared)), 3),
      p99: round(sorted[Math.floor(sorted.length * 0.99)] ?? NaN, 3),
      worst: round(sorted[sorted.length - 1] ?? NaN, 3),
      nap: round(median(naps), 4),
      worstNap: round(Math.max(...naps), 3),
      first: round(first, 1),
    },
  });
}

export function print(result: Record<string, unknown>): string[] {
  const ms = result["milliseconds"] as Record<string, number>;
  return [
    `${String(result["ticks"])} ticks of two weeks, ${String(result["schedules"])} schedules`,
    `the busiest midnight, ${String(result["changedAtMidnight"])} change: ${ms["midnight"]} ms; not prepared ${ms["midnightUnprepared"]} ms`,
    `evaluating each schedule: ${ms["anew"]} ms, ${String(result["anewOverMidnight"])} × that midnight`,
    `Twilio's algorithm for 20 schedules: ${ms["peer20"]} ms, ${String(result["peerOverMidnight"])} × that midnight`,
    `a tick without a change ${ms["quiet"]} ms, with changes ${ms["changing"]} ms (median); of all the 99th of 100 ${ms["p99"]} ms, the worst ${ms["worst"]} ms`,
    `computing ahead after a pause ${ms["nap"]} ms (worst ${ms["worstNap"]} ms); the first table ${ms["first"]} ms`,
  ];
}
