import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { createStatusSelector } from "@schedule-manager/plugin/catalogue/status";
import { EXAMPLE, WEEKDAYS } from "../items";

const at = (iso: string): number => Date.parse(iso);
const rulesOf = (...rules: Rule[]): ReadonlyMap<string, Rule> =>
  new Map(rules.map((rule) => [rule.id, rule]));
/** A Monday, 10:00 in Chicago. */
const MONDAY = at("2026-03-02T16:00:00Z");
const CLOSES = at("2026-03-02T23:00:00Z");

describe("statuses", () => {
  it("[PL44] statuses are evaluated for the given time, with their next changes", () => {
    const { statuses, nextChange } = createStatusSelector().table([EXAMPLE], rulesOf(WEEKDAYS), MONDAY);
    const change = { at: CLOSES, to: { isOpen: false, closedReason: "closed", ruleId: null } };
    expect(statuses.get(EXAMPLE.id)).toEqual({
      decision: { isOpen: true, closedReason: "", ruleId: WEEKDAYS.id },
      change,
      openChange: change,
    });
    expect(nextChange).toBe(CLOSES);
  });

  it("[PL45] a status keeps its identity until it runs out or its schedule or rules change", () => {
    const keep = createStatusSelector().table;
    const other: Schedule = { ...EXAMPLE, id: "other-000001", rules: [] };
    const rules = rulesOf(WEEKDAYS);
    const first = keep([EXAMPLE, other], rules, MONDAY).statuses;
    const later = keep([EXAMPLE, other], rules, CLOSES - 1).statuses;
    expect(later.get(EXAMPLE.id)).toBe(first.get(EXAMPLE.id));

    const evening = keep([EXAMPLE, other], rules, CLOSES).statuses;
    expect(evening.get(EXAMPLE.id)?.decision.isOpen).toBe(false);
    expect(evening.get(other.id)).toBe(first.get(other.id));

    const longer = { ...WEEKDAYS, endTime: "20:00" };
    const changed = keep([EXAMPLE, other], rulesOf(longer), CLOSES).statuses;
    expect(changed.get(EXAMPLE.id)?.decision.isOpen).toBe(true);
    expect(changed.get(other.id)).toBe(first.get(other.id));

    const closed = { ...EXAMPLE, manualClose: true };
    expect(
      keep([closed, other], rulesOf(longer), CLOSES).statuses.get(EXAMPLE.id)?.decision.closedReason,
    ).toBe("manual");
  });

  it("[PL45] a status that says the same after a change of a rule stays the same object", () => {
    const keep = createStatusSelector().table;
    const first = keep([EXAMPLE], rulesOf(WEEKDAYS), MONDAY).statuses.get(EXAMPLE.id);
    const renamed = keep([EXAMPLE], rulesOf({ ...WEEKDAYS, name: "Renamed" }), MONDAY + 60_000);
    expect(renamed.statuses.get(EXAMPLE.id)).toBe(first);
    // The change applies at its time all the same.
    const shorter = { ...WEEKDAYS, endTime: "16:00" };
    expect(keep([EXAMPLE], rulesOf(shorter), CLOSES - 1).statuses.get(EXAMPLE.id)?.decision.isOpen).toBe(
      false,
    );
  });

  it("[EV9] a status changes with a rule that one of the schedule's rules refers to", () => {
    const keep = createStatusSelector().table;
    const source: Rule = { id: "source", name: "S", isOpen: true, dates: ["2026-03-03"] };
    const eve: Rule = { id: "eve", name: "E", isOpen: true, relativeTo: { rules: ["source"], days: -1 } };
    const schedule: Schedule = { ...EXAMPLE, rules: ["eve"] };
    const isOpen = (rules: ReadonlyMap<string, Rule>) =>
      keep([schedule], rules, MONDAY).statuses.get(schedule.id)?.decision.isOpen;
    expect(isOpen(rulesOf(eve, source))).toBe(true);
    expect(isOpen(rulesOf(eve, { ...source, dates: ["2026-03-04"] }))).toBe(false);
    expect(isOpen(rulesOf(eve))).toBe(false);
    expect(isOpen(rulesOf(eve, source))).toBe(true);
  });

  it("[PL46] statuses follow a clock that is set back", () => {
    const keep = createStatusSelector().table;
    keep([EXAMPLE], rulesOf(WEEKDAYS), CLOSES);
    expect(keep([EXAMPLE], rulesOf(WEEKDAYS), MONDAY).statuses.get(EXAMPLE.id)?.decision.isOpen).toBe(true);
  });

  it("[PL47] a schedule is evaluated again when a missing rule arrives", () => {
    const keep = createStatusSelector().table;
    expect(keep([EXAMPLE], rulesOf(), MONDAY).statuses.get(EXAMPLE.id)?.decision.isOpen).toBe(false);
    expect(keep([EXAMPLE], rulesOf(WEEKDAYS), MONDAY).statuses.get(EXAMPLE.id)?.decision.isOpen).toBe(true);
  });
});
