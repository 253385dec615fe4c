import { isKey, keyFor } from "@schedule-manager/shared/sync/layout";

describe("the key of a new item", () => {
  test.each([
    ["Support", "support-a1b2c3"],
    ["Café Zürich", "cafe-zurich-a1b2c3"],
    ["  Night & Day!! 2 ", "night-day-2-a1b2c3"],
    ["-Support-", "support-a1b2c3"],
    ["营业时间", "item-a1b2c3"],
    ["", "item-a1b2c3"],
    ["x".repeat(60), `${"x".repeat(40)}-a1b2c3`],
    [`${"x".repeat(39)} and more`, `${"x".repeat(39)}-a1b2c3`],
  ])("[SC9] of %j is %s", (name, key) => {
    expect(keyFor(name, "a1b2c3")).toBe(key);
    expect(isKey(key)).toBe(true);
  });
});

test.each([
  ["a", true],
  ["Rule_1.b:c-d", true],
  ["x".repeat(128), true],
  ["x".repeat(129), false],
  ["", false],
  ["-a", false],
  [".a", false],
  ["a..b", false],
  ["a b", false],
  ["a/b", false],
  ["é", false],
  ["a\n", false],
])("[SC9] %j as a key is accepted by every Sync library: %s", (key, isAccepted) => {
  expect(isKey(key)).toBe(isAccepted);
});
