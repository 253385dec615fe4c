import type { PublishChange } from "@schedule-manager/shared/api/api";
import { check } from "../../simulation/check";
import type { Sent } from "../../simulation/check";
import { HELP, optionsFrom } from "../../simulation/options";

const at = (name: string) => ({ name, isOpen: true });
const change = (id: string, from: string | null, to: string | null): PublishChange => ({
  kind: "rule",
  id,
  base: from === null ? null : { revision: "0", value: at(from) },
  value: to === null ? null : at(to),
});
const sent = (id: string, acknowledged: boolean, ...changes: PublishChange[]): Sent => ({
  id,
  acknowledged,
  changes,
});
const items = (...pairs: readonly (readonly [string, string])[]) =>
  new Map(pairs.map(([id, name]) => [`r:${id}`, at(name)]));

const BEFORE = items(["a", "A0"], ["b", "B0"]);
const p1 = (acknowledged: boolean) =>
  sent("p1", acknowledged, change("a", "A0", "A1"), change("b", "B0", "B1"));
const p2 = sent("p2", true, change("a", "A1", "A2"));
const make = sent("make", true, change("c", null, "C1"));
const remove = (id: string, acknowledged: boolean, from = "A0") =>
  sent(id, acknowledged, change("a", from, null));

describe("the checker of the simulation", () => {
  it.each([
    ["no publish", [], BEFORE],
    ["an acknowledged publish is there", [p1(true)], items(["a", "A1"], ["b", "B1"])],
    ["a publish without an answer is applied completely", [p1(false)], items(["a", "A1"], ["b", "B1"])],
    ["a publish without an answer is not applied", [p1(false)], BEFORE],
    ["it was edited further", [p1(true), p2], items(["a", "A2"], ["b", "B1"])],
    ["it was deleted afterwards", [p1(true), remove("gone", true, "A1")], items(["b", "B1"])],
    ["it was made and deleted", [make, sent("gone", true, change("c", "C1", null))], BEFORE],
    ["two deleted the same", [remove("x", true), remove("y", true, "A9")], items(["b", "B0"])],
    ["fields come in another order", [make], new Map([...BEFORE, ["r:c", { isOpen: true, name: "C1" }]])],
  ])("[SM1] accepts the end of a run: %s", (_what, publishes, now) => {
    expect(check(BEFORE, publishes, now)).toMatchObject({ lost: [], halfApplied: [], unexplained: [] });
  });

  it.each([
    [
      "an acknowledged change is not there",
      [p1(true)],
      BEFORE,
      { lost: ["p1 r:a", "p1 r:b"], halfApplied: [] },
    ],
    [
      "a part of it is",
      [p1(true)],
      items(["a", "A1"], ["b", "B0"]),
      { lost: ["p1 r:b"], halfApplied: ["p1"] },
    ],
    [
      "a publish without an answer is applied in part",
      [p1(false)],
      items(["a", "A0"], ["b", "B1"]),
      { lost: [], halfApplied: ["p1"] },
    ],
    [
      "it was overwritten from an older base",
      [p1(true), sent("p3", true, change("a", "A0", "A3"))],
      items(["a", "A3"], ["b", "B1"]),
      { lost: ["p1 r:a"], halfApplied: ["p1"] },
    ],
    ["a new item is not there", [make], BEFORE, { lost: ["make r:c"] }],
    ["a deletion was not done", [remove("x", true)], BEFORE, { lost: ["x r:a"] }],
    [
      "an item has a value that nobody sent",
      [p1(false)],
      items(["a", "?"], ["b", "B0"]),
      { unexplained: ["r:a"] },
    ],
    ["an item is missing that nobody deleted", [], items(["a", "A0"]), { unexplained: ["r:b"] }],
    [
      "an item exists that nobody created",
      [],
      items(["a", "A0"], ["b", "B0"], ["c", "?"]),
      { unexplained: ["r:c"] },
    ],
  ])("[SM1] reports a fault: %s", (_what, publishes, now, verdict) => {
    expect(check(BEFORE, publishes, now)).toMatchObject(verdict);
  });
});

describe("the simulation's options", () => {
  it("[SM2] have defaults, and the seed is chosen when none is given", () => {
    expect(optionsFrom(["publishes"], () => 7)).toEqual({ seed: 7, admins: 6, publishes: 60, json: false });
    const args = ["publishes", "--seed", "3", "--admins", "2", "--publishes", "9", "--json"];
    expect(optionsFrom(args, () => 7)).toEqual({ seed: 3, admins: 2, publishes: 9, json: true });
    expect(optionsFrom(["--help"], () => 7)).toBeNull();
    expect(HELP).toMatch(/--seed[^]*--admins[^]*--publishes[^]*--json/);
  });

  it.each([
    ["calls"],
    ["publishes", "--admin", "2"],
    ["publishes", "--admins", "0"],
    ["publishes", "--seed", "x"],
    ["publishes", "--seed"],
  ])("[SM2] refuse invalid values: %s %s %s", (...args) => {
    expect(() => optionsFrom(args, () => 7)).toThrow(/option|number|simulate/);
  });
});
