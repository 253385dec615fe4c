import { findingsFollower } from "@schedule-manager/plugin/drafts/findings-effect";
import { createFindingsSelector } from "@schedule-manager/plugin/drafts/findings-selector";
import { liveChanged, mapsOpened } from "@schedule-manager/plugin/catalogue/live";
import { ticked } from "@schedule-manager/plugin/catalogue/clock";
import { pluginState } from "@schedule-manager/plugin/catalogue/root";
import type { Configuration, Rule, Schedule } from "@schedule-manager/shared/model/model";
import { type Finding, validate } from "@schedule-manager/shared/validation/validate";
import { manySchedules } from "../../../browser/support/many";
import { EXAMPLE, liveRule, liveSchedule, WEEKDAYS } from "../items";
import { flexLikeStore, storeSelectors } from "../store";

/** ms of validation per slice. */
const SLICE = 6;

const NOW = Date.parse("2026-09-04T17:00:00Z");
const DAY = 86_400_000;

function finish<T>(run: Generator<void, T>): { readonly steps: number; readonly result: T } {
  for (let steps = 0; ; steps += 1) {
    const { done, value } = run.next();
    if (done === true) return { steps, result: value };
  }
}

/** The findings of `validate`, by item. */
function expected(configuration: Configuration, now: number) {
  const rules: Record<string, Finding[]> = {};
  const schedules: Record<string, Finding[]> = {};
  for (const finding of validate(configuration, now)) {
    const [of, id] =
      finding.scheduleId === undefined ? [rules, finding.ruleId ?? ""] : [schedules, finding.scheduleId];
    (of[id] ??= []).push(finding);
  }
  return { rules, schedules };
}

describe("findings", () => {
  it("[EV9] findings change when a referenced rule changes or is deleted", () => {
    const keeper = createFindingsSelector();
    const source: Rule = { id: "source", name: "S", isOpen: true, dates: ["2026-12-25"] };
    const eve: Rule = { id: "eve", name: "E", isOpen: true, relativeTo: { rules: ["source"], days: -1 } };
    const of: Schedule = { ...EXAMPLE, rules: ["eve"] };
    const library = [[eve, source], [eve], [eve, { ...source, dates: [] }], [eve, source]];
    for (const rules of library) {
      const configuration = { rules, schedules: [of] };
      expect(finish(keeper(configuration, NOW)).result).toEqual(expected(configuration, NOW));
    }
  });

  const { rules, schedules } = manySchedules(30, 60);
  const [first, second] = schedules as [Schedule, Schedule];
  const [rule] = rules as [Rule];
  const withFirst = (more: Partial<Schedule>): Configuration => ({
    rules,
    schedules: [{ ...first, ...more }, ...schedules.slice(1)],
  });

  it("[TA1] findings equal those of a full validation, also after each change", () => {
    const keeper = createFindingsSelector();
    const states: readonly (readonly [Configuration, number])[] = [
      [{ rules, schedules }, NOW],
      [withFirst({ name: second.name }), NOW],
      [withFirst({ rules: [] }), NOW],
      [withFirst({ timeZone: "Mars/Base" }), NOW],
      [withFirst({ rules: ["none", rule.id, rule.id], queues: ["q"] }), NOW],
      [withFirst({ manualClose: true, manualCloseUntil: "2026-09-05T00:00:00Z" }), NOW],
      [withFirst({ manualClose: true, manualCloseUntil: "2026-09-05T00:00:00Z" }), NOW + 8 * 3_600_000],
      [{ rules: [{ ...rule, dateRRule: "FREQ=SOMETIMES" }, ...rules.slice(1)], schedules }, NOW],
      [{ rules: [{ ...rule, endDate: "2026-09-05" }, ...rules.slice(1)], schedules }, NOW],
      [{ rules: [{ ...rule, endDate: "2026-09-05" }, ...rules.slice(1)], schedules }, NOW + 40 * DAY],
      [{ rules: rules.slice(1), schedules: schedules.slice(1) }, NOW],
    ];
    for (const [configuration, now] of states) {
      expect(finish(keeper(configuration, now)).result).toEqual(expected(configuration, now));
    }
  });

  it("[TA1] a schedule is found too large when its texts grow, and no longer when they shrink", () => {
    const keeper = createFindingsSelector();
    for (const length of [1, 20_000, 20_001, 1]) {
      const grown = { rules: [WEEKDAYS], schedules: [{ ...EXAMPLE, group: "g".repeat(length) }] };
      const { schedules: found } = finish(keeper(grown, NOW)).result;
      expect(found).toEqual(expected(grown, NOW).schedules);
      expect(Object.keys(found)).toHaveLength(length === 1 ? 0 : 1);
    }
  });

  it("[TA1] findings report a manual close when it ends, and a rule after its last day", () => {
    const keeper = createFindingsSelector();
    const closed = withFirst({ manualClose: true, manualCloseUntil: new Date(NOW + 60_000).toISOString() });
    const codes = (configuration: Configuration, now: number): readonly string[] =>
      (finish(keeper(configuration, now)).result.schedules[first.id] ?? []).map(({ code }) => code);
    expect(codes(closed, NOW)).not.toContain("manual-close-ended");
    expect(codes(closed, NOW + 59_999)).not.toContain("manual-close-ended");
    // The same schedule on the same day; only the time differs.
    expect(codes(closed, NOW + 60_000)).toContain("manual-close-ended");
    // A clock that is set back removes the finding.
    expect(codes(closed, NOW)).not.toContain("manual-close-ended");

    const daily = { ...rule, dateRRule: "FREQ=DAILY", endDate: "2026-09-05" };
    const ending = { rules: [daily, ...rules.slice(1)], schedules };
    const ofRule = (now: number): readonly string[] =>
      (finish(keeper(ending, now)).result.rules[rule.id] ?? []).map(({ code }) => code);
    expect(ofRule(NOW)).not.toContain("rule-ended");
    expect(ofRule(NOW + 3 * DAY)).toContain("rule-ended");
  });

  it("[TA2] only items affected by a change are validated again, and unchanged findings keep their identity", () => {
    const keeper = createFindingsSelector();
    const all = finish(keeper({ rules, schedules }, NOW));
    expect(all.steps).toBe(90);
    const again = finish(keeper({ rules, schedules }, NOW + 60_000));
    expect(again.steps).toBe(0);
    expect(again.result.rules).toBe(all.result.rules);
    expect(again.result.schedules).toBe(all.result.schedules);
    // Only the length of its texts affects findings.
    expect(finish(keeper(withFirst({ group: "g" }), NOW)).steps).toBe(0);
    expect(finish(keeper(withFirst({ timeZone: "Asia/Kolkata" }), NOW)).steps).toBe(1);
    const users = schedules.filter((schedule) => schedule.rules.includes(rule.id)).length;
    const changed = { rules: [{ ...rule, closedReason: "x" }, ...rules.slice(1)], schedules };
    // The rule, its schedules, and the first schedule, which was changed back.
    expect(finish(keeper(changed, NOW)).steps).toBe(1 + users + (first.rules.includes(rule.id) ? 0 : 1));
  });

  it("[TA3] unchanged items are passed two hundred in a step", () => {
    const keeper = createFindingsSelector();
    const library = Array.from({ length: 450 }, (_, n) => ({ ...WEEKDAYS, id: `rule-${n}` }));
    const configuration = { rules: library, schedules: [] };
    expect(finish(keeper(configuration, NOW)).steps).toBe(450);
    expect(finish(keeper(configuration, NOW)).steps).toBe(2);
  });

  it("[TA2] items that another object says the same, as after a publish, keep their findings", () => {
    const keeper = createFindingsSelector();
    const before = finish(keeper({ rules, schedules }, NOW)).result;
    const copy = JSON.parse(JSON.stringify({ rules, schedules })) as Configuration;
    const { result } = finish(keeper(copy, NOW));
    expect(result.rules).toBe(before.rules);
    expect(result.schedules).toBe(before.schedules);
  });

  it("[TA3] validation runs in slices while the browser is idle", () => {
    const store = flexLikeStore();
    const waiting: (() => void)[] = [];
    let time = 0;
    const follow = findingsFollower(
      store,
      storeSelectors(),
      (then) => {
        waiting.push(then);
        return () => waiting.splice(waiting.indexOf(then), 1);
      },
      // Each reading of the clock uses half a slice.
      () => (time += SLICE / 2),
    );
    store.dispatch(mapsOpened(["schedules-0", "rules-0"]));
    const stop = follow();
    expect(waiting).toHaveLength(0);
    store.dispatch(
      liveChanged([
        { type: "reset", kind: "rule", map: "rules-0", items: [liveRule(WEEKDAYS)] },
        {
          type: "reset",
          kind: "schedule",
          map: "schedules-0",
          items: [
            liveSchedule({ ...EXAMPLE, rules: [] }),
            ...schedules.slice(0, 10).map((one) => liveSchedule({ ...one, rules: ["none"] })),
          ],
        },
      ]),
    );
    const found = () => pluginState(store.getState()).findings;
    let slices = 0;
    while (waiting.length > 0) {
      expect(waiting).toHaveLength(1);
      waiting.shift()?.();
      slices += 1;
    }
    expect(slices).toBeGreaterThan(4);
    expect(found().schedules[EXAMPLE.id]).toMatchObject([{ code: "no-rules" }]);
    expect(found().rules[WEEKDAYS.id]).toMatchObject([{ code: "rule-unused" }]);
    // Time that changes no finding changes nothing in the store.
    const tick = (now: number): void => {
      store.dispatch(ticked(now));
      while (waiting.length > 0) waiting.shift()?.();
    };
    tick(NOW);
    const before = found();
    let changes = 0;
    const forget = store.subscribe(() => (changes += 1));
    tick(NOW + 60_000);
    forget();
    expect([found() === before, changes]).toEqual([true, 1]);
    // A change during validation: the final findings are those of the last state.
    store.dispatch(liveChanged([{ type: "changed", item: liveSchedule(EXAMPLE, "1") }]));
    store.dispatch(liveChanged([{ type: "changed", item: liveSchedule({ ...EXAMPLE, name: "E" }, "2") }]));
    expect(waiting).toHaveLength(1);
    while (waiting.length > 0) waiting.shift()?.();
    expect(found().schedules[EXAMPLE.id]).toBeUndefined();
    expect(found().rules[WEEKDAYS.id]).toBeUndefined();
    stop();
    store.dispatch(liveChanged([{ type: "changed", item: liveSchedule(EXAMPLE, "3") }]));
    expect(waiting).toHaveLength(0);
  });
});
