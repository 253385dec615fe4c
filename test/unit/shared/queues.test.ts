import type { Schedule } from "@schedule-manager/shared/model";
import { queuesOf, scheduleOfQueue, standIns } from "@schedule-manager/shared/queues";

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

describe("queues", () => {
  const find = scheduleOfQueue([support, sales, detached, cafe]);

  it.each([
    ["a name that a schedule lists", "WQ1", "Support EN", support],
    ["a SID that a schedule lists", "WQ0000000000000000000000000000000a", "Anything", support],
    ["by default, the queue of the schedule's own name", "WQ2", "Sales", sales],
    ["not the schedule's own name when it lists its queues", "WQ3", "Support", null],
    ["not by default when the list is empty", "WQ4", "Billing", null],
    ["the same name in another Unicode form", "WQ5", "Café", cafe],
    ["a queue without a schedule", "WQ6", "Other", null],
  ])("[QU1] belong to a schedule by %s", (_case, sid, name, expected) => {
    expect(find({ sid, name })).toBe(expected);
  });

  it("[QU2] are the schedule's own name unless it lists them", () => {
    expect(queuesOf(sales)).toEqual(["Sales"]);
    expect(queuesOf(support)).toEqual(support.queues);
  });

  it("[QU3] of an open schedule of the same group can stand in", () => {
    const all = [support, sales, cafe, schedule("Other", { group: "other" })];
    expect(standIns(support, all, () => true)).toEqual([sales]);
    expect(standIns(support, all, () => false)).toEqual([]);
    expect(standIns(cafe, all, () => true)).toEqual([]);
  });
});
