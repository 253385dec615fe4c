import { formatDate } from "@schedule-manager/shared/time/civil";
import {
  evaluateCivilMinute,
  instantOf,
  parseSimulate,
  wallClockOf,
} from "@schedule-manager/shared/evaluator/simulate";
import { evaluate } from "@schedule-manager/shared/evaluator/evaluate";
import { at, compiled, iso, rule } from "../fixtures";

describe("simulate", () => {
  test.each([
    ["2026-03-08T01:30Z", "2026-03-08T01:30Z"],
    ["2026-03-08T01:30:00-05:00", "2026-03-08T06:30Z"],
    ["2026-03-08T01:30+0530", "2026-03-07T20:00Z"],
    ["2026-03-08T01+01", "2026-03-08T00:00Z"],
    ["20260308T013000Z", "2026-03-08T01:30Z"],
    ["2026-03-08T01:30:00.000Z", "2026-03-08T01:30Z"],
    ["2026-W10-7T01:30Z", "2026-03-08T01:30Z"],
    ["2026-067T01:30Z", "2026-03-08T01:30Z"],
    ["2026-03-08T24:00Z", "2026-03-09T00:00Z"],
  ])("[TZ4] %s is the instant %s", (text, instant) => {
    const read = parseSimulate(text);
    expect(read.type === "instant" ? iso(read.t) : read).toBe(instant);
  });

  test.each([
    ["2026-03-08", "2026-03-08", 0],
    ["20260308", "2026-03-08", 0],
    ["2026-067", "2026-03-08", 0],
    ["2026-W10-7", "2026-03-08", 0],
    ["2026-03-08T02:30", "2026-03-08", 150],
    ["2026-03-08T02:30:59", "2026-03-08", 150],
    ["20260308T0230", "2026-03-08", 150],
    ["2026-03-08T24:00", "2026-03-09", 0],
  ])("[TZ5] %s is the wall-clock time %s, minute %d", (text, date, minute) => {
    const read = parseSimulate(text);
    expect(read.type === "label" ? [formatDate(read.day), read.minute] : read).toEqual([date, minute]);
  });

  test.each([
    "",
    "now",
    "2026",
    "2026-03",
    "2026-02-30",
    "2026-13-01",
    "2025-366",
    "2025-W53-1",
    "2026-W10-8",
    "2026-03-08T",
    "2026-03-08T25:00",
    "2026-03-08T24:01",
    "2026-03-08T01:60",
    "2026-03-08 01:30",
    "2026-03-08T01:30 05:00",
    "2026-03-08T01:30+24:00",
    "2026-03-08T01:30z ",
    "2026-03-08T01:30T",
    "T01:30",
    "1772933400000",
    "-2026-03-08",
    "2026-3-8",
    "\u0662026-03-08",
    "A".repeat(100_000),
  ])("[TZ6] %j is refused with an instruction", (text) => {
    const read = parseSimulate(text);
    expect(read.type === "invalid" ? read.reason : read).toMatch(
      /Write for example 2026-03-08|write "\+" as "%2B"/,
    );
    expect(read.type === "invalid" && read.reason.length).toBeLessThan(400);
  });

  const schedule = compiled("America/New_York", [rule("r", { startTime: "02:10", endTime: "02:50" })]);

  test.each([
    ["2026-03-08T02:30", true],
    ["2026-03-08T02:50", false],
    ["2026-11-01T02:30", true],
    ["2026-03-08T07:30Z", false],
  ])("[TZ7] %s is evaluated as written, also when the clock skips it: open %s", (text, isOpen) => {
    const read = parseSimulate(text);
    const decision =
      read.type === "label"
        ? evaluateCivilMinute(schedule, read)
        : evaluate(schedule, read.type === "instant" ? read.t : NaN);
    expect(decision.isOpen).toBe(isOpen);
  });

  test.each([
    ["2026-06-01T12:00", "2026-06-01T16:00Z"],
    ["2026-11-01T01:30", "2026-11-01T05:30Z"],
    ["2026-03-08T02:30", "2026-03-08T07:30Z"],
    ["2026-03-08T01:59", "2026-03-08T06:59Z"],
    ["2026-03-08T03:00", "2026-03-08T07:00Z"],
  ])(
    "[TZ8] the wall-clock time %s is the instant %s: the first of two, or by the offset before a gap",
    (text, instant) => {
      const read = parseSimulate(text);
      const t = read.type === "label" ? instantOf(schedule, read) : null;
      expect(t === null ? null : iso(t)).toBe(instant);
    },
  );

  test.each([
    ["America/New_York", "2026-03-08T01:59", null],
    ["America/New_York", "2026-03-08T02:00", "skipped"],
    ["America/New_York", "2026-03-08T02:30", "skipped"],
    ["America/New_York", "2026-03-08T03:00", null],
    ["America/New_York", "2026-11-01T00:59", null],
    ["America/New_York", "2026-11-01T01:00", "repeated"],
    ["America/New_York", "2026-11-01T01:59", "repeated"],
    ["America/New_York", "2026-11-01T02:00", null],
    ["Australia/Lord_Howe", "2026-10-04T02:15", "skipped"],
    ["Australia/Lord_Howe", "2026-04-05T01:45", "repeated"],
    ["America/Santiago", "2026-09-06", "skipped"],
    ["Pacific/Apia", "2011-12-30T12:00", "skipped"],
    ["America/New_York", "2026-03-08T02:30-05:00", null],
    ["America/New_York", "2026-11-01T05:30Z", null],
  ])("[TZ12] in %s a clock change makes %s: %s", (zone, text, expected) => {
    const read = parseSimulate(text);
    expect(read.type === "invalid" ? read : wallClockOf(compiled(zone, []), read)).toBe(expected);
  });

  test("[TZ9] a manual close with an end is evaluated at the instant", () => {
    const until = compiled("America/New_York", [rule("r")], {
      manualClose: true,
      manualCloseUntil: "2026-06-01T16:00:00Z",
    });
    const label = (text: string) => {
      const read = parseSimulate(text);
      if (read.type !== "label") throw new Error(text);
      return evaluateCivilMinute(until, read).closedReason;
    };
    expect([label("2026-06-01T11:59"), label("2026-06-01T12:00")]).toEqual(["manual", ""]);
    expect(at("2026-06-01T16:00Z")).toBe(until.manualUntil);
  });
});

test.each([
  ["2026-03-09 10:00", "2026-03-09T10:00"],
  ["2026-03-09 10:00:00Z", "2026-03-09T10:00:00Z"],
  ["2026-03-09  10:00", "2026-03-09T10:00"],
  ["2026-03-09 10:00 01:00", "2026-03-09T10:00+01:00"],
  ["2026-03-09t10:00", "2026-03-09T10:00"],
])("[TZ6] %j is refused, and the message says to write %s", (text, written) => {
  const read = parseSimulate(text);
  expect(read.type === "invalid" && read.reason).toContain(`Write T in place of the blank: ${written}.`);
});
