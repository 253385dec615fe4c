import { screen } from "@testing-library/react";
import type { DecisionAt } from "@schedule-manager/shared/history/decision-at";
import type { HistoryData } from "@schedule-manager/shared/sync/layout";
import { stored } from "@schedule-manager/plugin/catalogue/stored";
import type { HistoryReader } from "@schedule-manager/plugin/history/reader";
import type { PastStatus } from "@schedule-manager/plugin/history/past-status";
import { PastStatusAnswer } from "../../../plugin/src/features/history/past-status-answer";
import { showOn, storeWith } from "./catalogue";
import { RULES, SUPPORT } from "./items";

const [HOURS] = RULES;
if (HOURS === undefined) throw new Error("no rule");

/** A change of the schedule on a day in August. */
const entry = (identity: string, day: number): HistoryData => ({
  publish: `p${day}`,
  generation: day,
  by: { identity },
  at: `2026-08-${String(day).padStart(2, "0")}T12:00:00Z`,
  kind: "schedule",
  id: SUPPORT.id,
  baseRevision: null,
  value: stored(SUPPORT),
});
const T = Date.parse("2026-08-25T15:00:00Z");
const answer = (more: Partial<DecisionAt>): DecisionAt => ({
  decision: { isOpen: false, closedReason: "closed" } as DecisionAt["decision"],
  t: T,
  schedule: SUPPORT,
  scheduleEntry: entry("bo", 24),
  rule: null,
  ruleEntry: null,
  unknownRules: [],
  ...more,
});
const decided = (more: Partial<DecisionAt>, closedBy: PastStatus["closedBy"] = null): PastStatus => ({
  type: "decided",
  answer: answer(more),
  first: null,
  closedBy,
});
const closed = (closedReason: string) => ({ isOpen: false, closedReason }) as DecisionAt["decision"];

function shown(were: PastStatus): string {
  const history = { lastName: () => Promise.resolve(null) } as unknown as HistoryReader;
  const { container } = showOn(
    storeWith({ schedules: [SUPPORT], rules: RULES }),
    <PastStatusAnswer were={were} />,
    {
      history,
    },
  );
  return (container.textContent ?? "").replace(/\s/g, " ");
}

describe("the answer to a question about a past status", () => {
  it.each<[string, PastStatus, RegExp]>([
    [
      "no rule",
      decided({}),
      /^Closed.*No rule applied\.This version of the schedule was published by bo on Aug 24/,
    ],
    [
      "a rule",
      decided({ rule: HOURS, ruleEntry: entry("cy", 4), decision: closed("manual") }),
      /Decided by the rule “Open hours”: .*This version of the rule was published by cy on Aug 4/,
    ],
    [
      "a manual close whose beginning is known",
      decided({ decision: closed("manual") }, { entry: entry("dee", 10), known: true }),
      /Closed manually\. dee published that on Aug 10/,
    ],
    [
      "a manual close from before the history",
      decided({ decision: closed("manual") }, { entry: entry("dee", 10), known: false }),
      /Closed manually since before the history begins\. The oldest recorded change is by dee, on Aug 10/,
    ],
    [
      "a manual close of which no change is found",
      decided({ decision: closed("manual") }),
      /Closed manually\. bo published that on Aug 24/,
    ],
    [
      "an unknown zone",
      decided({ decision: closed("error"), schedule: { ...SUPPORT, timeZone: "Mars/Olympus" } }),
      /Support, Tuesday, August 25, 2026 at 3:00 PM UTCThe schedule had an unknown time zone, so it answered with an error\./,
    ],
    [
      "one rule whose version is unknown",
      decided({ unknownRules: ["hours"] }),
      /The version of the rule Open hours at that time is unknown, so the answer may have been different\.$/,
    ],
    [
      "several",
      decided({ unknownRules: ["hours", "lost"] }),
      /The versions of the rules Open hours and lost at that time are unknown/,
    ],
  ])("[HV9] names what decided: %s", (_case, were, said) => {
    const text = shown(were);
    expect(text).toMatch(said);
    // One reason, and no more.
    const reasons = [/No rule applied/, /Decided by/, /published that|since before/, /had an unknown/];
    expect(reasons.filter((one) => one.test(text))).toHaveLength(1);
    const unknown = were.type === "decided" && were.answer.unknownRules.length > 0;
    expect(text.includes("may have been different")).toBe(unknown);
  });

  const at = { t: T, closedBy: null } as const;
  it.each<[string, PastStatus, RegExp]>([
    [
      "deleted",
      { ...at, type: "absent", entry: entry("bo", 24), first: null },
      /^This schedule no longer existed\. bo deleted it on Aug 24/,
    ],
    [
      "not made yet",
      { ...at, type: "absent", entry: null, first: entry("ada", 3) },
      /^This schedule didn’t exist yet\. ada first published it on Aug 3/,
    ],
    [
      "older than its history",
      { ...at, type: "unknown", entry: null, first: entry("ada", 3) },
      /^Unknown\. This schedule’s history begins on Aug 3.*, with a change by ada\.$/,
    ],
    [
      "unreadable",
      { ...at, type: "unknown", entry: entry("bo", 24), first: null },
      /^Unknown\. The version that bo published on Aug 24.* can no longer be read\.$/,
    ],
    [
      "never recorded",
      { ...at, type: "unknown", entry: null, first: null },
      /^Unknown\. Nothing was recorded for this schedule\.$/,
    ],
    [
      "at no valid time",
      { type: "invalid", first: null, closedBy: null },
      /^Choose a schedule, a date and a time\.$/,
    ],
  ])("[HV9] says why it is unknown: %s", (_case, were, said) => {
    expect(shown(were)).toMatch(said);
    expect(screen.queryByText(/^This version of the schedule/)).toBeNull();
  });
});
