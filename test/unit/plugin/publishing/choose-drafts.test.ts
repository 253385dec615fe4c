import type { Draft } from "@schedule-manager/plugin/drafts/draft";
import { chooseDrafts } from "@schedule-manager/plugin/publishing/choose-drafts";
import { lostName, withFormerName } from "@schedule-manager/shared/editing/former-names/former-name";
import type { Configuration, StoredRule, StoredSchedule } from "@schedule-manager/shared/model/model";
import type { ItemRef } from "@schedule-manager/shared/sync/layout";

const RULE: StoredRule = { name: "Day", isOpen: true };
const SUPPORT: StoredSchedule = { name: "Support", timeZone: "UTC", manualClose: false, rules: ["day"] };
const SALES: StoredSchedule = { ...SUPPORT, name: "Sales", rules: [] };
const LIVE: Configuration = {
  rules: [{ id: "day", ...RULE }],
  schedules: [
    { id: "support", ...SUPPORT },
    { id: "sales", ...SALES },
  ],
};

const draft = (
  kind: Draft["kind"],
  id: string,
  value: Draft["value"],
  was: StoredRule | StoredSchedule | null = null,
): Draft => ({ kind, id, value, base: was === null ? null : { revision: "0", value: was }, edited: 0 });

function choose(
  drafts: readonly Draft[],
  unticked: readonly ItemRef[] = [],
  undecided: readonly Draft[] = [],
) {
  const { published, held } = chooseDrafts({ live: LIVE, drafts, unticked: new Set(unticked), undecided });
  return {
    published: published.map(({ id }) => id),
    held: Object.fromEntries(
      [...held].map(([ref, hold]) => [ref, hold.type === "needs" ? hold.refs : hold.type]),
    ),
  };
}

const night = draft("rule", "new:1", { ...RULE, name: "Night" });
const listed = draft("schedule", "support", { ...SUPPORT, rules: ["day", "new:1"] }, SUPPORT);
const renamed = draft("schedule", "sales", { ...SALES, name: "Sales EU" }, SALES);

describe("the choice of drafts to publish", () => {
  it("[RV1] all ticked drafts are published, and an unticked one is not held", () => {
    expect(choose([night, listed, renamed])).toEqual({ published: ["new:1", "support", "sales"], held: {} });
    expect(choose([night, listed, renamed], ["s:sales"])).toEqual({
      published: ["new:1", "support"],
      held: {},
    });
  });

  it("[RV2] an invalid draft holds up itself and what needs it, and no others", () => {
    const nameless = draft("rule", "new:1", { ...RULE, name: " " });
    expect(choose([nameless, listed, renamed])).toEqual({
      published: ["sales"],
      held: { "r:new:1": "invalid", "s:support": ["r:new:1"] },
    });
  });

  it("[RV2] a draft that needs an unticked one names it", () => {
    expect(choose([night, listed], ["r:new:1"])).toEqual({
      published: [],
      held: { "s:support": ["r:new:1"] },
    });
  });

  it("[RV2] a deletion needs the schedules that stop to use the rule", () => {
    const deleted = draft("rule", "day", null, RULE);
    const without = draft("schedule", "support", { ...SUPPORT, rules: [] }, SUPPORT);
    expect(choose([deleted, without])).toEqual({ published: ["day", "support"], held: {} });
    expect(choose([deleted, without], ["s:support"])).toEqual({
      published: [],
      held: { "r:day": ["s:support"] },
    });
  });

  it("[RV2] a name or a queue that moves needs the schedule that gives it up", () => {
    const taken = draft("schedule", "new:2", { ...SALES, name: "Sales" });
    expect(choose([renamed, taken])).toEqual({ published: ["sales", "new:2"], held: {} });
    expect(choose([renamed, taken], ["s:sales"])).toEqual({
      published: [],
      held: { "s:new:2": ["s:sales"] },
    });
  });

  it("[RV2] a conflict holds up itself and what needs it", () => {
    expect(choose([night, listed, renamed], [], [night])).toEqual({
      published: ["sales"],
      held: { "r:new:1": "undecided", "s:support": ["r:new:1"] },
    });
  });

  it("[RV2] of two drafts with one name both are held; without one of them the other is published", () => {
    const [one, two] = ["new:1", "new:2"].map((id) => draft("schedule", id, { ...SALES, name: "Same" }));
    if (one === undefined || two === undefined) throw new Error("Two drafts are missing");
    expect(choose([one, two])).toEqual({
      published: [],
      held: { "s:new:1": "invalid", "s:new:2": "invalid" },
    });
    expect(choose([one, two], ["s:new:1"])).toEqual({ published: ["new:2"], held: {} });
  });
});

describe("the name that a rename loses", () => {
  const others = [{ id: "sales", ...SALES }];
  it.each<[string, Parameters<typeof lostName>, string | null]>([
    ["another name", [SUPPORT, { ...SUPPORT, name: "Help" }, others], "Support"],
    ["the same name", [SUPPORT, { ...SUPPORT, rules: [] }, others], null],
    [
      "a former name that has it",
      [SUPPORT, { ...SUPPORT, name: "Help", aliases: ["Support"] }, others],
      null,
    ],
    [
      "another schedule that has it",
      [{ ...SUPPORT, name: "Sales" }, { ...SUPPORT, name: "Help" }, others],
      null,
    ],
    ["a new schedule", [null, SUPPORT, others], null],
    ["a deletion", [SUPPORT, null, others], null],
    ["a rule", [RULE, { ...RULE, name: "Night" }, others], null],
    ["no name yet", [SUPPORT, { ...SUPPORT, name: "" }, others], null],
  ])("[RV3] %s: %j", (_, given, expected) => {
    expect(lostName(...given)).toBe(expected);
  });

  it("[RV3] a former name is added to those that exist", () => {
    expect(withFormerName({ ...SUPPORT, aliases: ["Help"] }, "Old").aliases).toEqual(["Help", "Old"]);
  });
});
