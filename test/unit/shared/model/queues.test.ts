import { scheduleProblems } from "@schedule-manager/plugin/features/schedule-editor/schedule-problems";
import { checkQueues } from "@schedule-manager/shared/editing/checks/check-queues";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { nameFindings } from "@schedule-manager/shared/validation/name-findings";
import { queuesOf, scheduleOfQueue, standIns } from "@schedule-manager/shared/model/queues";

const schedule = (name: string, more: Partial<Schedule> = {}): Schedule => ({
  id: name.toLowerCase(),
  name,
  timeZone: "UTC",
  manualClose: false,
  rules: [],
  ...more,
});

const support = schedule("Support", {
  queues: ["Support EN", "WQ0000000000000000000000000000000a"],
  group: "help",
});
const sales = schedule("Sales", { group: "help" });
const detached = schedule("Billing", { queues: [] });
const cafe = schedule("Café");
const bistro = schedule("Bistro", { queues: ["Cre\u0300me"] });

describe("queues", () => {
  const find = scheduleOfQueue([support, sales, detached, cafe, bistro]);

  it.each([
    ["a name that a schedule lists", "WQ1", "Support EN", support],
    ["a SID that a schedule lists", "WQ0000000000000000000000000000000a", "Anything", support],
    ["by default, the queue of the schedule's own name", "WQ2", "Sales", sales],
    ["not the schedule's own name when it lists its queues", "WQ3", "Support", null],
    ["not by default when the list is empty", "WQ4", "Billing", null],
    ["the same name in another Unicode form", "WQ5", "Café", cafe],
    ["a listed name in another Unicode form", "WQ7", "Cr\u00E8me", bistro],
    ["a queue without a schedule", "WQ6", "Other", null],
  ])("[QU1] belong to a schedule by %s", (_case, sid, name, expected) => {
    expect(find({ sid, name })).toBe(expected);
  });

  it("[QU4] belong to one schedule only, in any Unicode form", () => {
    const composed = schedule("Deli", { queues: ["Cr\u00E8me"] });
    const nothing = { rules: [], schedules: [] };
    expect(
      checkQueues({ before: nothing, after: { rules: [], schedules: [bistro, composed] } }),
    ).toMatchObject([
      { id: "bistro", code: "queue-taken" },
      { id: "deli", code: "queue-taken" },
    ]);
    expect(nameFindings([bistro, composed])).toMatchObject([{ code: "queue-taken", scheduleId: "deli" }]);
    expect(scheduleProblems(composed, [bistro]).queue?.key).toBe("edit.problem.queue-taken");
  });

  it("[QU4] a group is equal in another Unicode form", () => {
    const [a, b] = [schedule("A", { group: "Cafe\u0301" }), schedule("B", { group: "Caf\u00E9" })];
    expect(standIns(a, [a, b], () => true)).toEqual([b]);
  });

  it("[QU2] default to the schedule's own name", () => {
    expect(queuesOf(sales)).toEqual(["Sales"]);
    expect(queuesOf(support)).toEqual(support.queues);
  });

  it("[QU3] of an open schedule of the same group are alternatives", () => {
    const all = [support, sales, cafe, schedule("Other", { group: "other" })];
    expect(standIns(support, all, () => true)).toEqual([sales]);
    expect(standIns(support, all, () => false)).toEqual([]);
    expect(standIns(cafe, all, () => true)).toEqual([]);
  });
});
