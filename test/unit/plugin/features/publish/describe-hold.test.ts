import type { ErrorCode } from "@schedule-manager/shared/api/error-codes";
import type { StoredItem } from "@schedule-manager/shared/model/model";
import type { Draft } from "@schedule-manager/plugin/drafts/draft";
import type { Hold } from "@schedule-manager/plugin/publishing/choose-drafts";
import { describeHold } from "../../../../../plugin/src/features/publish/describe-hold";
import { translateFor } from "../../i18n/translate-for";

const SCHEDULE = { name: "Support", timeZone: "UTC", manualClose: false, rules: [] };
const RULE = { name: "Nights", isOpen: true };
const EVE = { ...RULE, dates: [], relativeTo: { rules: ["nights"], days: -1 } };
const NIGHTS = { id: "nights", ...RULE, dates: ["2026-12-25"] };

const words = (value: StoredItem | null, hold: Hold, kind: Draft["kind"] = "rule"): readonly string[] =>
  describeHold({ kind, id: "it", base: null, value, edited: 0 }, hold, {
    ...translateFor("en-US"),
    rulesById: new Map([["nights", NIGHTS]]),
    nameOf: (ref) => `<${ref}>`,
  });
const invalid = (...codes: readonly ErrorCode[]): Hold => ({
  type: "invalid",
  problems: codes.map((code) => ({ kind: "rule", id: "it", code, message: "" })),
});
const OTHERWISE = "A change contains an invalid value. Fix it and publish again.";

describe("why a draft is not published", () => {
  it.each<[string, Draft["kind"], StoredItem | null, string | RegExp]>([
    ["a rule without a name", "rule", { ...RULE, name: "  " }, "Give the rule a name."],
    ["a schedule without a name", "schedule", { ...SCHEDULE, name: "" }, "Give the schedule a name."],
    ["an unknown time zone", "schedule", { ...SCHEDULE, timeZone: "Mars/Olympus" }, /Mars\/Olympus/],
    ["a refused recurrence", "rule", { ...RULE, dateRRule: "FREQ=HOURLY" }, /^FREQ=HOURLY is not possible/],
    ["another problem of a schedule", "schedule", SCHEDULE, OTHERWISE],
    ["another problem of a rule that refers to a rule", "rule", EVE, OTHERWISE],
    ["an invalid deletion", "rule", null, OTHERWISE],
  ])("[RV2] %s is named", (_case, kind, value, said) => {
    expect(words(value, invalid("item-invalid"), kind)).toEqual([
      typeof said === "string" ? said : expect.stringMatching(said),
    ]);
  });

  it("[RV2] each problem is said once, and one of another item does not blame this one's values", () => {
    const value = { ...SCHEDULE, timeZone: "Mars/Olympus" };
    expect(words(value, invalid("name-taken", "queue-taken", "name-taken"), "schedule")).toEqual([
      "Another schedule has this name. Choose another name.",
      "A queue already belongs to another schedule. Remove it from one of the two.",
    ]);
  });

  it("[RV2] an undecided conflict, and drafts that it needs, are said", () => {
    expect(words(RULE, { type: "undecided" })).toEqual([
      "Somebody else changed it too. Decide first which version applies.",
    ]);
    expect(words(RULE, { type: "needs", refs: ["r:a", "s:b"] })).toEqual([
      "It needs <r:a> and <s:b>, and that isn’t published with it.",
    ]);
    expect(words(RULE, { type: "needs", refs: [] })).toEqual([
      "It needs other changes that aren’t published with it.",
    ]);
  });
});
