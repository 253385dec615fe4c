import type { Schedule } from "@schedule-manager/shared/model/model";
import { moved } from "../../../../plugin/src/features/schedule-editor/move";
import { scheduleProblems } from "../../../../plugin/src/features/schedule-editor/schedule-problems";

const OWN: Schedule = { id: "own", name: "Support", timeZone: "UTC", manualClose: false, rules: [] };
const SALES: Schedule = { ...OWN, id: "sales", name: "Sales", aliases: ["Old sales"], queues: ["Orders"] };
const NONE = { name: null, group: null, alias: null, queue: null };
const problem = (code: string, item = "", character = "") => ({
  key: `edit.problem.${code}`,
  values: { item, character },
});

describe("the problems of a schedule's fields", () => {
  it.each<[string, Partial<Schedule>, object]>([
    ["nothing", {}, {}],
    ["its own lists", { aliases: ["A", "B"], queues: ["Q"], group: "G" }, {}],
    ["an empty name", { name: " " }, { name: problem("name-missing") }],
    ["a taken name", { name: "Sales" }, { name: problem("name-taken") }],
    ["a name that is a former name", { name: "Old sales" }, { name: problem("name-taken") }],
    [
      "a hidden character in a taken name",
      { name: "Sal\u202Ees" },
      { name: problem("character-refused", "Sal\u202Ees", "U+202E") },
    ],
    [
      "a group without a visible character",
      { group: "\u200B" },
      { group: problem("nothing-visible", "\u200B") },
    ],
    [
      "the second former name is another's name",
      { aliases: ["Mine", "Sales"] },
      { alias: problem("alias-taken", "Sales") },
    ],
    [
      "a former name is another's former name",
      { aliases: ["Old sales", "Mine"] },
      { alias: problem("alias-taken", "Old sales") },
    ],
    [
      "a hidden character in the second former name",
      { aliases: ["Sales", "\u0007"] },
      { alias: problem("character-refused", "\u0007", "U+0007") },
    ],
    [
      "the second queue is another's",
      { queues: ["Mine", "Orders"] },
      { queue: problem("queue-taken", "Orders") },
    ],
    [
      "a hidden character in a queue",
      { queues: ["Or\u2067ders"] },
      { queue: problem("character-refused", "Or\u2067ders", "U+2067") },
    ],
  ])("[ED8, ED12] are found: %s", (_case, fields, found) => {
    expect(scheduleProblems({ ...OWN, ...fields }, [OWN, SALES])).toEqual({ ...NONE, ...found });
  });

  it("[ED8] its own earlier version and the problems of others are none of its own", () => {
    const twin = { ...SALES, id: "twin" };
    expect(scheduleProblems({ ...OWN, aliases: ["Support desk"] }, [OWN, SALES, twin])).toEqual(NONE);
    expect(scheduleProblems(OWN, [SALES])).toEqual(NONE);
  });
});

describe("a moved rule", () => {
  const list = ["a", "b", "c", "d"];
  it.each([
    [0, 2, "bcad"],
    [3, 0, "dabc"],
    [1, 2, "acbd"],
    [2, 1, "acbd"],
    [0, 9, "bcda"],
    [3, -5, "dabc"],
  ])("[ED3] from %i to %i is at its place", (from, to, expected) => {
    expect(moved(list, from, to).join("")).toBe(expected);
  });

  it.each([
    [1, 1],
    [0, -1],
    [3, 4],
    [7, 0],
  ])("[ED3] from %i to %i changes nothing", (from, to) => {
    expect(moved(list, from, to)).toBe(list);
  });
});
