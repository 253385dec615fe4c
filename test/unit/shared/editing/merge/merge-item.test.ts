import type { StoredRule, StoredSchedule } from "@schedule-manager/shared/model/model";
import { mergeItem, resolveItem } from "@schedule-manager/shared/editing/merge/merge-item";

const SCHEDULE: StoredSchedule = Object.freeze({
  name: "Support",
  timeZone: "Europe/Berlin",
  manualClose: false,
  rules: ["weekdays", "lunch"],
});
const RULE: StoredRule = Object.freeze({
  name: "Weekdays",
  isOpen: true,
  dateRRule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
  startTime: "08:00",
  endTime: "17:00",
});

describe("merging schedules and rules", () => {
  it("[MG5] fields changed by one side merge automatically", () => {
    const theirs = { ...SCHEDULE, manualClose: true, manualCloseUntil: "2026-05-01T08:00:00+02:00" };
    const mine = { ...SCHEDULE, name: "Support Berlin", rules: ["weekdays", "lunch", "holidays"] };
    expect(mergeItem("schedule", SCHEDULE, theirs, mine)).toMatchObject({
      value: {
        name: "Support Berlin",
        timeZone: "Europe/Berlin",
        manualClose: true,
        manualCloseUntil: "2026-05-01T08:00:00+02:00",
        rules: ["weekdays", "lunch", "holidays"],
      },
      conflicts: [],
    });
  });

  it("[MG6] different changes of one field conflict until resolved", () => {
    const theirs = { ...SCHEDULE, name: "Help", timeZone: "UTC" };
    const mine = { ...SCHEDULE, name: "Support EU", queues: ["EU"] };
    const merge = mergeItem("schedule", SCHEDULE, theirs, mine);
    expect(merge.conflicts).toEqual(["name"]);
    const sides = { base: SCHEDULE, theirs, mine };
    const rest = { timeZone: "UTC", manualClose: false, rules: SCHEDULE.rules, queues: ["EU"] };
    expect(resolveItem(merge, sides, {})).toEqual({ ...rest, name: "Support EU" });
    expect(resolveItem(merge, sides, { name: "theirs" })).toEqual({ ...rest, name: "Help" });
    expect(resolveItem(merge, sides, { name: "base" })).toEqual({ ...rest, name: "Support" });
  });

  it("[MG7] recurrence, dates and times are one field: other times and other days conflict", () => {
    const theirs = { ...RULE, endTime: "18:00" };
    const mine = { ...RULE, dateRRule: "FREQ=DAILY" };
    const merge = mergeItem("rule", RULE, theirs, mine);
    expect(merge.conflicts).toEqual(["when"]);
    const decided = resolveItem(merge, { base: RULE, theirs, mine }, { when: "theirs" });
    expect(decided).toEqual(theirs);
  });

  it("[MG7] relative days belong to the same field: two different offsets conflict", () => {
    const { dateRRule: _, ...rest } = RULE;
    const base = { ...rest, dates: [], relativeTo: { rules: ["christmas"], days: -1 } };
    const theirs = { ...base, relativeTo: { rules: ["christmas"], days: -2 } };
    const mine = { ...base, relativeTo: { rules: ["christmas", "easter"], days: -1 } };
    const merge = mergeItem("rule", base, theirs, mine);
    expect(merge.conflicts).toEqual(["when"]);
    for (const [side, value] of Object.entries({ base, theirs, mine }))
      expect(resolveItem(merge, { base, theirs, mine }, { when: side as "mine" })).toEqual(
        JSON.parse(JSON.stringify(value)),
      );
  });

  it("[MG5] a rule made relative on one side takes the name from the other side", () => {
    const { dateRRule: _, ...rest } = RULE;
    const mine = { ...rest, dates: [], relativeTo: { rules: ["christmas"], days: 1 } };
    const merge = mergeItem("rule", RULE, { ...RULE, name: "Working days" }, mine);
    expect(merge).toMatchObject({ conflicts: [] });
    expect(merge.value).toEqual({ ...mine, name: "Working days" });
  });

  it("[MG7] other days on one side and relative days on the other conflict, and are never mixed", () => {
    const { dateRRule: _, ...rest } = RULE;
    const mine = { ...rest, dates: [], relativeTo: { rules: ["christmas"], days: 1 } };
    const theirs = { ...RULE, dateRRule: "FREQ=DAILY" };
    const merge = mergeItem("rule", RULE, theirs, mine);
    expect(merge.conflicts).toEqual(["when"]);
    expect(resolveItem(merge, { base: RULE, theirs, mine }, { when: "mine" })).toEqual(mine);
    expect(resolveItem(merge, { base: RULE, theirs, mine }, { when: "theirs" })).toEqual(theirs);
  });

  it("[MG8] a manual close and its end are one field", () => {
    const theirs = { ...SCHEDULE, manualClose: true, manualCloseUntil: "2026-05-01T08:00:00Z" };
    const mine = { ...SCHEDULE, manualClose: true };
    expect(mergeItem("schedule", SCHEDULE, theirs, mine).conflicts).toEqual(["manualClose"]);
  });

  it("[MG9] the same change on both sides is no conflict; blank equals absent", () => {
    const theirs = { ...RULE, isOpen: false, closedReason: "holiday" };
    expect(mergeItem("rule", RULE, theirs, { ...theirs, exception: false }).conflicts).toEqual([]);
  });

  it("[MG10] two orders of rules conflict; rules added on both sides do not", () => {
    const base = { ...SCHEDULE, rules: ["a", "b", "c"] };
    const order = (rules: string[]) => ({ ...base, rules });
    expect(mergeItem("schedule", base, order(["c", "a", "b"]), order(["b", "c", "a"])).conflicts).toEqual([
      "rules",
    ]);
    expect(
      mergeItem("schedule", base, order(["x", "a", "b", "c"]), order(["a", "b", "c", "y"])),
    ).toMatchObject({
      value: { rules: ["x", "a", "b", "c", "y"] },
      conflicts: [],
    });
  });

  it("[MG11] default queues and a list of queues conflict; two lists are merged", () => {
    const named = (queues: string[]) => ({ ...SCHEDULE, queues });
    expect(mergeItem("schedule", SCHEDULE, named(["A"]), named(["B"])).conflicts).toEqual(["queues"]);
    expect(mergeItem("schedule", named(["A"]), named(["A", "B"]), named(["C", "A"])).value).toMatchObject({
      queues: ["C", "A", "B"],
    });
  });

  it("[MG12] taking a field from another item removes keys that the other lacks", () => {
    const until = { ...SCHEDULE, manualClose: true, manualCloseUntil: "2026-05-01T08:00:00Z" };
    expect(mergeItem("schedule", until, until, SCHEDULE).value).toEqual(SCHEDULE);
  });
});
