import type { StoredSchedule } from "@schedule-manager/shared/model/model";
import { asClosedNow } from "@schedule-manager/plugin/features/history/manual-close";

const OPEN: StoredSchedule = { name: "A", timeZone: "UTC", manualClose: false, rules: ["r"] };
const CLOSED: StoredSchedule = { ...OPEN, manualClose: true };
const UNTIL: StoredSchedule = { ...CLOSED, manualCloseUntil: "2026-11-28T10:00:00Z" };
const NOTED: StoredSchedule = { ...CLOSED, manualNote: "Fire alarm", manualNoteSpoken: true };
const OTHER: StoredSchedule = { ...UNTIL, manualCloseUntil: "2026-12-01T10:00:00Z" };

describe("an earlier version", () => {
  it.each([
    ["closed then", "open now", CLOSED, OPEN],
    ["open then", "closed now", OPEN, CLOSED],
    ["closed until a moment then", "open now", UNTIL, OPEN],
    ["closed until a moment then", "closed for good now", UNTIL, CLOSED],
    ["open then", "closed until a moment now", OPEN, UNTIL],
    ["closed until a moment then", "until another now", UNTIL, OTHER],
    ["closed with a note then", "open now", NOTED, OPEN],
    ["closed until a moment then", "closed with a note now", UNTIL, NOTED],
  ])("[HV12] %s, %s: the manual close stays as now, and the rest is as then", (_, __, then, now) => {
    const version = { ...then, name: "Then", rules: ["x"] };
    expect(asClosedNow(version, now)).toEqual({ ...now, name: "Then", rules: ["x"] });
  });

  it("[HV12] a version with the current manual close is the same object", () => {
    for (const each of [OPEN, CLOSED, UNTIL]) expect(asClosedNow(each, { ...each, name: "Now" })).toBe(each);
  });
});
