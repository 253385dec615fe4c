import { badgeHolds, describeBadge } from "@schedule-manager/shared/i18n/describe-badge";

const NOW = Date.UTC(2026, 10, 23, 13, 48);
const MINUTE = 60_000;
const closed = { isOpen: false, closedReason: "closed" };
const open = { isOpen: true, closedReason: "" };
const at = (minutes: number, to: { isOpen: boolean; closedReason: string }) => ({
  at: NOW + minutes * MINUTE,
  to: { ...to, ruleId: null },
});
const badgeText = (status: typeof closed, change: Parameters<typeof describeBadge>[1], locale = "en-US") =>
  describeBadge(status, change, "America/Chicago", NOW, locale);

describe("badge words", () => {
  it.each([
    ["en-US", "Closed manually: Fire alarm · opens in 12 min"],
    ["de-DE", "Manuell geschlossen: Fire alarm · öffnet in 12 Min"],
    ["fr-FR", "Fermé manuellement : Fire alarm · ouvre dans 12 min"],
    ["zh-Hans", "已手动关闭：Fire alarm · 12分钟后开始营业"],
  ])("[MC8] in %s the note of a manual close follows the status", (locale, words) => {
    const manual = { isOpen: false, closedReason: "manual" };
    const said = describeBadge(manual, at(12, open), "America/Chicago", NOW, locale, { note: "Fire alarm" });
    expect(said.replace(/\s/gu, " ")).toBe(words);
  });

  it.each([
    ["the last hour in minutes", closed, at(12, open), "Closed · opens in 12 min"],
    ["a begun minute as a whole one", closed, at(11.2, open), "Closed · opens in 12 min"],
    ["closing too", open, at(59, closed), "Open · closes in 59 min"],
    ["minutes until just before an hour", closed, at(59.99, open), "Closed · opens in 60 min"],
    ["an hour by the clock", closed, at(60, open), "Closed · opens 8:48 AM"],
    ["a change that is due by the clock", closed, at(0, open), "Closed · opens 7:48 AM"],
    [
      "later by the clock",
      { isOpen: false, closedReason: "manual" },
      at(72, open),
      "Closed manually · opens 9:00 AM",
    ],
    ["no change of the reason alone", closed, at(12, { isOpen: false, closedReason: "holiday" }), "Closed"],
    [
      "that no opening is planned",
      closed,
      { at: null, searchedTo: NOW } as const,
      "Closed · no opening planned",
    ],
    ["nothing for a schedule that never closes", open, { at: null, searchedTo: NOW } as const, "Open"],
    [
      "that no opening follows a rule whose reason is manual",
      { isOpen: false, closedReason: "manual" },
      { at: null, searchedTo: NOW } as const,
      "Closed manually · no opening planned",
    ],
  ])("[BD1] show %s", (_case, status, change, words) => {
    expect(badgeText(status, change)).toBe(words);
  });

  it.each([
    ["without an end waits for somebody", {}, "Closed manually · until reopened"],
    [
      "with an end that no opening follows has no opening",
      { until: "2026-11-24T18:00:00Z" },
      "Closed manually · no opening planned",
    ],
    ["with an unreadable end waits for somebody", { until: "soon" }, "Closed manually · until reopened"],
  ])("[BD1] show that a manual close %s", (_case, close, words) => {
    const manual = { isOpen: false, closedReason: "manual" };
    const never = { at: null, searchedTo: NOW } as const;
    expect(describeBadge(manual, never, "America/Chicago", NOW, "en-US", close)).toBe(words);
  });

  it.each([
    ["de-DE", "Geschlossen · öffnet in 12 Min"],
    ["pt-BR", "Fechado · abre em 12 min"],
    ["xx", "Closed · opens in 12 min"],
  ])("[BD2] are in the reader's language, %s, without the full stop of its abbreviation", (locale, words) => {
    expect(badgeText(closed, at(12, open), locale).replace(/\s/gu, " ")).toBe(words);
  });

  it.each([
    [12, MINUTE],
    [11.5, MINUTE / 2],
    [90, 30 * MINUTE + 1],
  ])("[BD3] stay valid, %s minutes before a change, for %s ms", (minutes, expected) => {
    expect(badgeHolds(at(minutes, open), NOW)).toBe(expected);
    expect(badgeHolds({ at: null, searchedTo: 0 }, NOW)).toBeNull();
  });
});
