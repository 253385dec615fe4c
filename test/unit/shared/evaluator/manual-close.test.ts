import { checkEdit } from "@schedule-manager/shared/editing/checks/check-edit";
import {
  currentManualClose,
  decidingClose,
  manualCloseOf,
  withManualClose,
} from "@schedule-manager/shared/evaluator/manual-close";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { sameField } from "@schedule-manager/shared/editing/merge/same-field";

const OPEN: Schedule = { id: "s", name: "S", timeZone: "UTC", manualClose: false, rules: [], group: "G" };
const CLOSE = { until: "2026-11-29T15:00:00Z", note: "Fire alarm", isNoteSpoken: true };
const at = (iso: string): number => Date.parse(iso);

describe("a manual close", () => {
  it("[MC1] a close with an end and a note is stored in four fields, and reopening removes them", () => {
    const closed = withManualClose(OPEN, CLOSE);
    expect(closed).toEqual({
      ...OPEN,
      manualClose: true,
      manualCloseUntil: "2026-11-29T15:00:00Z",
      manualNote: "Fire alarm",
      manualNoteSpoken: true,
    });
    expect(manualCloseOf(closed)).toEqual(CLOSE);
    expect(withManualClose(closed, null)).toEqual(OPEN);
    expect(manualCloseOf(OPEN)).toBeNull();
  });

  it("[MC1] a close without a note is never spoken, and blank fields count as absent", () => {
    expect(withManualClose(OPEN, { note: "", until: "", isNoteSpoken: true })).toEqual({
      ...OPEN,
      manualClose: true,
    });
    expect(
      manualCloseOf({ ...OPEN, manualClose: true, manualNote: "", manualNoteSpoken: true }),
    ).toStrictEqual({});
    const blank = { ...OPEN, manualClose: true, manualCloseUntil: "", manualNote: "N" };
    expect(manualCloseOf(blank)).toStrictEqual({ note: "N" });
  });

  it.each<[string, string | undefined, boolean]>([
    ["before its end", "2026-11-29T15:00:01Z", true],
    ["at its end", "2026-11-29T15:00:00Z", false],
    ["after its end", "2026-11-29T15:59:00+01:00", false],
    ["without an end", undefined, true],
    ["with an end that cannot be read", "tomorrow", true],
  ])("[MC2] a manual close %s, %s, is in effect: %s", (_, until, isClosed) => {
    const closed = withManualClose(OPEN, { note: "N", ...(until === undefined ? {} : { until }) });
    expect(currentManualClose(closed, at("2026-11-29T15:00:00Z")) !== null).toBe(isClosed);
  });

  it("[MC3] the note belongs to a decision of the manual close, not to a rule with the reason manual", () => {
    const closed = withManualClose(OPEN, CLOSE);
    const manual = { isOpen: false, closedReason: "manual", ruleId: null };
    expect(decidingClose(closed, manual)?.note).toBe("Fire alarm");
    expect(decidingClose(closed, { ...manual, ruleId: "r" })).toBeNull();
    expect(decidingClose(closed, { isOpen: false, closedReason: "closed", ruleId: null })).toBeNull();
    expect(decidingClose(withManualClose(OPEN, {}), manual)).toEqual({});
  });

  it.each<[string, string, string | null]>([
    ["of 200 characters", "x".repeat(200), null],
    ["of 201 characters", "x".repeat(201), "manualNote: shorten the note to 200 characters."],
    ["with a control character", "a\nb", "manualNote: remove the character U+000A, which is invisible."],
  ])("[MC5] a note %s is checked", (_, note, message) => {
    const before = { rules: [], schedules: [OPEN] };
    const problems = checkEdit({
      before,
      after: { rules: [], schedules: [withManualClose(OPEN, { note })] },
    });
    expect(problems.map((problem) => problem.message)).toEqual(message === null ? [] : [message]);
  });

  it("[MC6] closes that differ in the note alone differ, and a note that is not spoken equals an absent tick", () => {
    const closed = withManualClose(OPEN, CLOSE);
    expect(sameField(closed, { ...closed, manualNote: "Strike" }, "manualClose")).toBe(false);
    expect(sameField(closed, { ...closed, manualNoteSpoken: false }, "manualClose")).toBe(false);
    const silent = withManualClose(OPEN, { note: "N" });
    expect(sameField(silent, { ...silent, manualNoteSpoken: false }, "manualClose")).toBe(true);
  });
});
