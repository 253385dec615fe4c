import { closeEndOf, firstChoice } from "@schedule-manager/plugin/ui/manual-close/end-choice";

const NOW = Date.parse("2026-09-04T23:30:00Z");

describe("the end of a manual close", () => {
  it.each([
    ["quarter", { type: "minutes", minutes: 15 }],
    ["hour", { type: "minutes", minutes: 60 }],
    ["hours", { type: "endOfHours" }],
    ["reopened", { type: "untilReopened" }],
    ["time", { type: "time", date: "2026-09-05", time: "12:00" }],
  ] as const)("[MC9] the option %s means %j", (option, expected) => {
    expect(closeEndOf({ option, date: "2026-09-05", time: "12:00" })).toEqual(expected);
  });

  it("[MC11] a new close lasts until reopened, and a time is expected on the schedule's day", () => {
    expect(firstChoice("America/Chicago", null, NOW)).toEqual({
      option: "reopened",
      date: "2026-09-04",
      time: "",
    });
    expect(firstChoice("Europe/Berlin", { note: "n" }, NOW).date).toBe("2026-09-05");
    expect(firstChoice("Mars/Base", null, NOW)).toEqual({ option: "reopened", date: "", time: "" });
  });

  it("[MC11] a close with an end begins with it, on the schedule's clock", () => {
    const close = { until: "2026-09-05T01:00:00Z" };
    expect(firstChoice("America/Chicago", close, NOW)).toEqual({
      option: "time",
      date: "2026-09-04",
      time: "20:00",
    });
  });
});
