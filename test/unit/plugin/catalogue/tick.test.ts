import type * as NextChange from "@schedule-manager/shared/evaluator/next-change";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { createStatusSelector } from "@schedule-manager/plugin/catalogue/status";
import { makeFleet } from "../../../bench/support/fleet";
import { randoms } from "../../../bench/support/measure";
import { SEED } from "../../../support/seed";

const mockSearches = { count: 0 };

jest.mock("@schedule-manager/shared/evaluator/next-change", () => {
  const real: typeof NextChange = jest.requireActual("@schedule-manager/shared/evaluator/next-change");
  const counted =
    <A extends unknown[], R>(search: (...args: A) => R) =>
    (...args: A): R => {
      mockSearches.count += 1;
      return search(...args);
    };
  return { ...real, nextChange: counted(real.nextChange), nextTurn: counted(real.nextOpenChange) };
});
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Wednesday, midnight in Chicago. */
const START = Date.UTC(2026, 10, 18, 6);

const closed = (id: string, more: Partial<Rule>): Rule => ({
  id,
  name: id,
  isOpen: false,
  closedReason: "holiday",
  ...more,
});

/** Schedules that change at many midnights: consecutive days off for different reasons, and mornings. */
function fleet(count: number): { schedules: readonly Schedule[]; rules: ReadonlyMap<string, Rule> } {
  const daysOff = [
    closed("thursdays", { dateRRule: "FREQ=WEEKLY;BYDAY=TH" }),
    closed("fridays", { dateRRule: "FREQ=WEEKLY;BYDAY=FR", closedReason: "inventory" }),
    closed("last-days", { dateRRule: "FREQ=MONTHLY;BYMONTHDAY=-1", closedReason: "audit" }),
  ];
  const made = makeFleet(count, randoms(SEED), daysOff);
  return { schedules: made.schedules, rules: new Map(made.rules.map((rule) => [rule.id, rule])) };
}

describe(`ticks (SEED=${SEED})`, () => {
  const { schedules, rules } = fleet(200);

  it("[TK1] a tick without a change returns the same table and evaluates no schedule", () => {
    const keeper = createStatusSelector();
    const first = keeper.table(schedules, rules, START);
    mockSearches.count = 0;
    expect(keeper.table(schedules, rules, (first.nextChange ?? 0) - 1)).toBe(first);
    expect(mockSearches.count).toBe(0);
    expect(keeper.table(schedules, rules, first.nextChange ?? 0)).not.toBe(first);
  });

  it("[TK2] a tick after preparation evaluates nothing", () => {
    const keeper = createStatusSelector();
    let { nextChange } = keeper.table(schedules, rules, START);
    let changes = 0;
    for (let tick = 0; tick < 50; tick += 1) {
      keeper.prepare(schedules.length);
      mockSearches.count = 0;
      ({ nextChange } = keeper.table(schedules, rules, nextChange ?? 0));
      expect(mockSearches.count).toBe(0);
      keeper.prepare(schedules.length);
      changes += mockSearches.count;
    }
    expect(changes).toBeGreaterThan(50);
  });

  it("[TK3] the table equals a fresh evaluation, prepared or not, after any jump in time", () => {
    const random = randoms(SEED);
    const [keeper, lazy] = [createStatusSelector(), createStatusSelector()];
    let now = START;
    for (let step = 0; step < 60; step += 1) {
      const known = keeper.table(schedules, rules, now);
      const fresh = createStatusSelector().table(schedules, rules, now);
      const decisions = ({ statuses }: typeof known) =>
        [...statuses].map(([id, { decision, change, openChange: turn }]) => [
          id,
          decision,
          change.at,
          turn.at,
        ]);
      expect([now, decisions(known)]).toEqual([now, decisions(fresh)]);
      expect(known.nextChange).toBe(fresh.nextChange);
      expect([...lazy.table(schedules, rules, now).statuses]).toEqual([...known.statuses]);
      keeper.prepare(Math.floor(random() * schedules.length));
      const jump = random();
      now = jump < 0.6 ? (known.nextChange ?? now) : now + Math.floor((jump - 0.65) * 40 * DAY);
    }
  });

  it("[TK4] the next opening is kept through changes of the reason", () => {
    const [hours, ...off] = [
      { id: "hours", name: "Hours", isOpen: true, dateRRule: "FREQ=WEEKLY;BYDAY=MO", startTime: "08:00" },
      closed("thursdays", { dateRRule: "FREQ=WEEKLY;BYDAY=TH" }),
      closed("fridays", { dateRRule: "FREQ=WEEKLY;BYDAY=FR", closedReason: "inventory" }),
    ] as const;
    const all = new Map([hours, ...off].map((rule) => [rule.id, rule]));
    const schedule: Schedule = {
      id: "s",
      name: "S",
      timeZone: "America/Chicago",
      manualClose: false,
      rules: ["thursdays", "fridays", "hours"],
    };
    const list = [schedule];
    const keeper = createStatusSelector();
    const wednesday = keeper.table(list, all, START).statuses.get("s");
    expect(wednesday?.openChange.at).toBe(START + 5 * DAY + 8 * HOUR);
    mockSearches.count = 0;
    for (const day of [1, 2, 3]) {
      const status = keeper.table(list, all, START + day * DAY).statuses.get("s");
      expect(status?.openChange).toEqual(wednesday?.openChange);
    }
    // One search for the next change per day, and none for the next opening.
    expect(mockSearches.count).toBe(3);
  });
});
