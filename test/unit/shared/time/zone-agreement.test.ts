/** All zones around their changes, compared with luxon's wall clock and with a decision made minute by minute. */
import { compileSchedule } from "@schedule-manager/shared/evaluator/compile";
import { evaluate } from "@schedule-manager/shared/evaluator/evaluate";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { nextChange, sameStatus, SEARCH_DAYS } from "@schedule-manager/shared/evaluator/next-change";
import { timeline } from "@schedule-manager/shared/evaluator/timeline";
import { zoneOf } from "@schedule-manager/shared/time/zone";
import { DateTime, IANAZone } from "luxon";
import { randoms } from "../../../bench/support/measure";
import { holiday, rule } from "../fixtures";
import { isNewerThanRuntime } from "../../../support/newer-zone-data";
import { ROUNDS, SEED } from "../../../support/seed";
const MINUTE = 60_000;
const DAY = 86_400_000;

const LEGACY = [
  "UTC",
  "GMT",
  "Etc/GMT+12",
  "Etc/GMT-14",
  "EST5EDT",
  "US/Eastern",
  "Canada/Newfoundland",
  "GB",
  "NZ-CHAT",
  "Asia/Calcutta",
  "Cuba",
  "Egypt",
];
const ZONES = [...new Set([...Intl.supportedValuesOf("timeZone"), ...LEGACY])];

/** Offset changes of a zone in a range, found by querying luxon every quarter of an hour on days with a change. */
function changes(zone: IANAZone, from: number, to: number): number[] {
  const found: number[] = [];
  for (let t = from; t < to; t += DAY)
    if (zone.offset(t) !== zone.offset(t + DAY))
      for (let at = t; at < t + DAY; at += 15 * MINUTE)
        if (zone.offset(at) !== zone.offset(at + 15 * MINUTE)) found.push(at + 15 * MINUTE);
  return found;
}

const random = randoms(SEED);
const below = (n: number): number => Math.floor(random() * n);
const time = (): string => `${String(below(24)).padStart(2, "0")}:${String(below(12) * 5).padStart(2, "0")}`;

function randomTimes(): Partial<Rule> {
  const [startTime, endTime] = [time(), time()];
  return startTime === endTime ? {} : { startTime, endTime };
}

const RULES: readonly (() => Rule)[] = [
  () => rule("hours", randomTimes()),
  () =>
    rule("weekly", {
      ...randomTimes(),
      dateRRule: `FREQ=WEEKLY;BYDAY=${["MO,TU", "SA,SU", "TH"][below(3)] ?? ""}`,
    }),
  () => holiday("monthly", { ...randomTimes(), dateRRule: "FREQ=MONTHLY;BYDAY=-1SU,1SU,2SU" }),
  () => rule("exception", { ...randomTimes(), exception: true, dateRRule: "FREQ=MONTHLY;BYMONTHDAY=1,8,29" }),
  () =>
    holiday("fortnight", {
      ...randomTimes(),
      closedReason: "fortnight",
      dateRRule: "FREQ=DAILY;INTERVAL=14",
      startDate: "2020-02-02",
    }),
];

function randomSchedule(timeZone: string): { schedule: Schedule; rules: Map<string, Rule> } {
  const rules = RULES.filter(() => random() < 0.7).map((make) => make());
  const schedule: Schedule = {
    id: "s",
    name: "S",
    timeZone,
    manualClose: false,
    rules: rules.map(({ id }) => id),
  };
  return { schedule, rules: new Map(rules.map((item) => [item.id, item])) };
}

const fresh = ({ schedule, rules }: ReturnType<typeof randomSchedule>) => compileSchedule(schedule, rules);

describe(`all ${ZONES.length} zones (SEED=${SEED})`, () => {
  test("[TZ10] have luxon's offsets before, at and after each change of the year", () => {
    const from = Date.UTC(1970 + below(66), 0, 1);
    const wrong = ZONES.flatMap((name) => {
      const peer = IANAZone.create(name);
      const zone = zoneOf(name);
      const times = [...changes(peer, from, from + 366 * DAY), from + below(366) * DAY];
      const around = times.flatMap((t) => [t - DAY, t - MINUTE, t - 1, t, t + MINUTE, t + DAY]);
      return around
        .filter((t) => !isNewerThanRuntime(name, t, t))
        .filter((t) => zone?.span(t).offset !== Math.round(peer.offset(t) * MINUTE))
        .map((t) => `${name} ${new Date(t).toISOString()}`);
    });
    expect(wrong).toEqual([]);
  }, 600_000);

  test("[TZ11] timeline and evaluate agree around every change, and with luxon's wall clock", () => {
    const year = Date.UTC(2026, 0, 1);
    const wrong: string[] = [];
    for (const name of ZONES) {
      const made = randomSchedule(name);
      const compiled = fresh(made);
      const spans = changes(IANAZone.create(name), year, year + 366 * DAY);
      for (const change of spans.length > 0 ? spans.slice(0, 2) : [year + below(366) * DAY]) {
        const intervals = timeline(compiled, change - 2 * DAY, change + 2 * DAY);
        for (let k = 0; k < 12; k += 1) {
          const t = change + (below(4 * 24 * 60) - 2 * 24 * 60) * MINUTE + below(2) * 30_000;
          const drawn = intervals.find((interval) => t >= interval.from && t < interval.to);
          if (isNewerThanRuntime(name, t, t)) continue;
          const asked = evaluate(fresh(made), t);
          const local = DateTime.fromMillis(t, { zone: name });
          const day = Date.UTC(local.year, local.month - 1, local.day) / DAY;
          const shown = compiled.plan(day);
          const minute = local.hour * 60 + local.minute;
          const expected = shown.decisions[shown.starts.findLastIndex((start) => start <= minute)];
          if (!drawn || !sameStatus(drawn, asked) || asked !== expected)
            wrong.push(`${name} ${new Date(t).toISOString()}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 600_000);

  test("[NC9] the next change is the next boundary of the timeline", () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const made = randomSchedule(ZONES[below(ZONES.length)] ?? "UTC");
      const t = Date.UTC(2026, 0, 1) + below(400 * 24 * 60) * MINUTE;
      const [first, second] = timeline(fresh(made), t, t + SEARCH_DAYS * DAY);
      const change = nextChange(fresh(made), t);
      expect([made.schedule.timeZone, t, change.at]).toEqual([
        made.schedule.timeZone,
        t,
        second === undefined ? null : first?.to,
      ]);
      if (change.at !== null) expect(evaluate(fresh(made), change.at)).toEqual(change.to);
    }
  }, 600_000);
});
