import { describeDay, describeDayBriefly } from "@schedule-manager/plugin/features/preview/describe-day";
import { describeWhy, isFree, lookOf } from "@schedule-manager/plugin/features/preview/segment-style";
import type { DaySummary } from "@schedule-manager/shared/editing/preview/day-summary";
import { parseDate } from "@schedule-manager/shared/time/civil";
import { translateFor } from "../../i18n/translate-for";

const { t, locale } = translateFor("en-US");
const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, " ");
const day = parseDate("2026-12-24") ?? 0;
const OPENS = [
  { from: 480, to: 720 },
  { from: 780, to: 1020 },
  { from: 1080, to: 1140 },
];
const summary = (more: Partial<DaySummary>): DaySummary => ({
  day,
  type: "open",
  opens: [],
  closedReason: "",
  ruleIds: [],
  ...more,
});
const marks = (isRuleDay: boolean, isChanged: boolean) => ({
  isRuleDay: () => isRuleDay,
  isChanged: () => isChanged,
  before: () => null,
});

describe("a day of the calendar", () => {
  it.each<[string, Partial<DaySummary>, readonly string[]]>([
    ["two openings", { opens: OPENS.slice(0, 2) }, ["8 AM–12 PM", "1 PM–5 PM"]],
    ["more openings", { opens: OPENS }, ["8 AM–12 PM", "1 PM–5 PM", "+1"]],
    ["closed as usual", { type: "off" }, ["Closed"]],
    ["closed by a rule", { type: "closed", closedReason: "holiday" }, ["Closed for holiday"]],
    [
      "cut by a manual close",
      { type: "manual", closedReason: "manual", opens: OPENS.slice(0, 1) },
      ["Closed manually", "8 AM–12 PM"],
    ],
    ["shorter by a rule", { type: "shorter", closedReason: "x", opens: OPENS.slice(0, 1) }, ["8 AM–12 PM"]],
  ])("[PV11] has room for little: %s", (_, more, lines) => {
    expect(describeDayBriefly(summary(more), t, locale).map(plain)).toEqual(lines);
  });

  it.each<[DaySummary["type"], string]>([
    ["open", "Open as usual"],
    ["off", "Closed as usual"],
    ["shorter", "Open shorter"],
    ["longer", "Open longer"],
    ["moved", "Open at other times"],
    ["closed", "Closed: r"],
    ["manual", "Closed: r"],
    ["error", "Closed: r"],
  ])("[PV10] is described by its difference: %s", (type, words) => {
    const text = describeDay(summary({ type, closedReason: "r" }), (id) => id, undefined, t, locale);
    expect(text).toBe(`Thursday, December 24, 2026: ${words}`);
  });

  it.each([
    [false, false, ""],
    [true, false, " · The rule applies"],
    [false, true, " · Your changes take effect"],
    [true, true, " · The rule applies · Your changes take effect"],
  ])("[PV16] says whether a rule applies (%s) and changes it (%s)", (isRuleDay, isChanged, words) => {
    const one = summary({ opens: OPENS.slice(0, 1), ruleIds: ["a"] });
    const text = describeDay(one, (id) => `rule ${id}`, marks(isRuleDay, isChanged), t, locale);
    expect(plain(text)).toBe(
      `Thursday, December 24, 2026: Open as usual · 8:00 AM–12:00 PM · Decided by rule a${words}`,
    );
  });
});

describe("a block of the calendar", () => {
  it.each([
    [{ isOpen: true, closedReason: "", ruleId: "a" }, "open", "Decided by a"],
    [{ isOpen: false, closedReason: "holiday", ruleId: "a" }, "closed", "Decided by a"],
    [{ isOpen: false, closedReason: "closed", ruleId: null }, "none", "No rule applies"],
    [{ isOpen: false, closedReason: "manual", ruleId: null }, "manual", "Manual close"],
    [{ isOpen: false, closedReason: "error", ruleId: null }, "manual", "The time zone is unknown"],
  ])("[PV2, VW16] %j looks %s and says: %s", (decision, look, why) => {
    expect(lookOf(decision)).toBe(look);
    expect(isFree(decision)).toBe(look === "none");
    expect(describeWhy(decision, (id) => id, t)).toBe(why);
  });
});
