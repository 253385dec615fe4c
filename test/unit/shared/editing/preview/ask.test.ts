import { askCivilMinute } from "@schedule-manager/shared/editing/preview/ask";
import { at, compiled, rule } from "../../fixtures";

const schedule = compiled("America/New_York", [rule("hours", { startTime: "01:30", endTime: "02:30" })]);

describe("the answer at a wall-clock time", () => {
  it.each([
    ["2026-03-09T01:30", true, "hours", "once", "2026-03-09T05:30Z"],
    ["2026-03-09T02:30", false, null, "once", "2026-03-09T06:30Z"],
    ["2026-03-08T02:15", true, "hours", "skipped", "2026-03-08T07:15Z"],
    ["2026-11-01T01:45", true, "hours", "twice", "2026-11-01T05:45Z"],
    ["2026-03-09", false, null, "once", "2026-03-09T04:00Z"],
  ] as const)("[PV3] %s", (text, isOpen, ruleId, shown, t) => {
    expect(askCivilMinute(schedule, text)).toMatchObject({ decision: { isOpen, ruleId }, shown, t: at(t) });
  });

  it.each(["", "soon", "2026-02-30T00:00", "2026-03-09T01:30Z"])("[PV3] %j is refused", (text) => {
    expect(askCivilMinute(schedule, text)).toBeNull();
  });

  it("[PV3] an unknown zone has no instant", () => {
    expect(askCivilMinute(compiled("Nowhere/Land", []), "2026-03-09T01:30")).toMatchObject({
      decision: { closedReason: "error" },
      t: null,
    });
  });
});
