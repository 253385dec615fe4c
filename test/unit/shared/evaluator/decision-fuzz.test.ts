import { compileSchedule } from "@schedule-manager/shared/evaluator/compile";
import { evaluate } from "@schedule-manager/shared/evaluator/evaluate";
import {
  nextChange,
  nextOpen,
  nextOpenChange,
  sameStatus,
  SEARCH_DAYS,
} from "@schedule-manager/shared/evaluator/next-change";
import { timeline, timelineByRule } from "@schedule-manager/shared/evaluator/timeline";
import { IANAZone } from "luxon";
import { randoms } from "../../../bench/support/measure";
import { decideNaively } from "../oracles/naive-schedule";
import { ODD_ZONES, randomSchedule } from "../oracles/random-schedule";
import { isNewerThanRuntime } from "../../../support/newer-zone-data";
import { ROUNDS, SEED } from "../../../support/seed";
const MINUTE = 60_000;
const DAY = 86_400_000;

/** An instant of this century, usually within two days of a clock change of the zone. */
function instantNear(random: () => number, timeZone: string): number {
  const t = Date.UTC(2000, 0, 1) + Math.floor(random() * 40 * 365 * 1440) * MINUTE;
  const zone = IANAZone.create(timeZone);
  for (let day = 0; day < 250 && random() < 0.999; day += 1)
    if (zone.offset(t + day * DAY) !== zone.offset(t + (day + 1) * DAY)) return t + day * DAY;
  return t;
}

describe(`schedules at random (SEED=${SEED})`, () => {
  const random = randoms(SEED);
  const made = () => {
    const timeZone = ODD_ZONES[Math.floor(random() * ODD_ZONES.length)] ?? "UTC";
    // The evaluation reads some days before the instant, and the search for the next change SEARCH_DAYS after it.
    const isNewer = (at: number): boolean =>
      isNewerThanRuntime(timeZone, at - 5 * DAY, at + (SEARCH_DAYS + 5) * DAY);
    let t = instantNear(random, timeZone);
    while (isNewer(t)) t = instantNear(random, timeZone);
    return { t, ...randomSchedule(random, timeZone, t) };
  };

  test("[EV6] agree with a naive evaluation by luxon's wall clock", () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { schedule, rules, t } = made();
      const compiled = compileSchedule(schedule, rules);
      const asked = Array.from({ length: 40 }, () => t + Math.floor((random() - 0.5) * 4 * DAY));
      const answers = (decide: (at: number) => unknown) =>
        asked.map((at) => [new Date(at).toISOString(), decide(at)]);
      expect([schedule, answers((at) => evaluate(compiled, at))]).toEqual([
        schedule,
        answers((at) => decideNaively(schedule, rules, at)),
      ]);
    }
  }, 600_000);

  test("[NC6] timelines are contiguous and merged, and agree with evaluate at every minute", () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { schedule, rules, t } = made();
      const [from, to] = [t - DAY - Math.floor(random() * 1000), t + 3 * DAY];
      const intervals = timeline(compileSchedule(schedule, rules), from, to);
      const byRule = timelineByRule(compileSchedule(schedule, rules), from, to);
      for (const list of [intervals, byRule]) {
        expect([list[0]?.from, list[list.length - 1]?.to]).toEqual([from, to]);
        list.slice(1).forEach((interval, k) => expect(interval.from).toBe(list[k]?.to));
        expect(list.every((interval) => interval.to > interval.from)).toBe(true);
      }
      intervals
        .slice(1)
        .forEach((interval, k) => expect(sameStatus(interval, intervals[k] ?? interval)).toBe(false));
      const compiled = compileSchedule(schedule, rules);
      const wrong = [...byRule.keys()].flatMap((k) => {
        const { from: start, to: end, ...decision } = byRule[k] ?? { from: 0, to: 0 };
        const times = [
          start,
          end - 1,
          ...Array.from({ length: 5 }, () => start + Math.floor(random() * (end - start))),
        ];
        return times.filter((at) => JSON.stringify(evaluate(compiled, at)) !== JSON.stringify(decision));
      });
      expect([schedule, wrong]).toEqual([schedule, []]);
    }
  }, 600_000);

  test("[NC9] next change and next opening agree with the timeline", () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { schedule, rules, t } = made();
      const fresh = () => compileSchedule(schedule, rules);
      const intervals = timeline(fresh(), t, t + SEARCH_DAYS * DAY + 1);
      const isOpen = intervals[0]?.isOpen === true;
      const found = intervals.slice(1);
      expect([
        schedule,
        t,
        nextChange(fresh(), t).at,
        nextOpenChange(fresh(), t).at,
        nextOpen(fresh(), t).at,
      ]).toEqual([
        schedule,
        t,
        found[0]?.from ?? null,
        found.find((interval) => interval.isOpen !== isOpen)?.from ?? null,
        isOpen ? t : (found.find((interval) => interval.isOpen)?.from ?? null),
      ]);
    }
  }, 600_000);
});
