import type { Rule } from "@schedule-manager/shared/model/model";
import { timeline } from "@schedule-manager/shared/evaluator/timeline";
import { at, compiled, iso, rule } from "../fixtures";

interface Row {
  readonly zone: string;
  readonly times: Pick<Rule, "startTime" | "endTime">;
  readonly days?: Partial<Rule>;
  /** The range of instants to search. */
  readonly window: readonly [string, string];
  readonly open: readonly (readonly [string, string])[];
  readonly minutes: number;
}

const row = (
  zone: string,
  startTime: string,
  endTime: string,
  window: Row["window"],
  minutes: number,
  open: Row["open"],
  days: Partial<Rule> = {},
): Row => ({ zone, times: { startTime, endTime }, window, minutes, open, days });

// Windows are the civil days of the case, as instants.
const ROWS: readonly Row[] = [
  row("America/New_York", "01:30", "02:30", ["2026-03-08T05:00Z", "2026-03-09T04:00Z"], 30, [
    ["2026-03-08T06:30Z", "2026-03-08T07:00Z"],
  ]),
  row("America/New_York", "01:30", "02:30", ["2026-11-01T04:00Z", "2026-11-02T05:00Z"], 90, [
    ["2026-11-01T05:30Z", "2026-11-01T06:00Z"],
    ["2026-11-01T06:30Z", "2026-11-01T07:30Z"],
  ]),
  row("America/New_York", "00:30", "01:30", ["2026-11-01T04:00Z", "2026-11-02T05:00Z"], 90, [
    ["2026-11-01T04:30Z", "2026-11-01T05:30Z"],
    ["2026-11-01T06:00Z", "2026-11-01T06:30Z"],
  ]),
  row("America/New_York", "02:10", "02:50", ["2026-03-08T05:00Z", "2026-03-09T04:00Z"], 0, []),
  row("Australia/Lord_Howe", "01:30", "02:30", ["2026-10-03T13:30Z", "2026-10-04T13:00Z"], 30, [
    ["2026-10-03T15:00Z", "2026-10-03T15:30Z"],
  ]),
  row("Australia/Lord_Howe", "01:30", "02:30", ["2026-04-04T13:00Z", "2026-04-05T13:30Z"], 90, [
    ["2026-04-04T14:30Z", "2026-04-04T16:00Z"],
  ]),
  row("America/Santiago", "00:00", "08:00", ["2026-09-06T04:00Z", "2026-09-07T03:00Z"], 420, [
    ["2026-09-06T04:00Z", "2026-09-06T11:00Z"],
  ]),
  row(
    "America/Santiago",
    "22:00",
    "02:00",
    ["2026-04-04T03:00Z", "2026-04-06T04:00Z"],
    300,
    [["2026-04-05T01:00Z", "2026-04-05T06:00Z"]],
    { startDate: "2026-04-04", endDate: "2026-04-04" },
  ),
  row(
    "Asia/Beirut",
    "22:00",
    "06:00",
    ["2026-03-27T22:00Z", "2026-03-30T21:00Z"],
    420,
    [["2026-03-28T20:00Z", "2026-03-29T03:00Z"]],
    { dateRRule: "FREQ=WEEKLY;BYDAY=SA" },
  ),
  row("Africa/Cairo", "00:00", "01:00", ["2026-04-23T22:00Z", "2026-04-24T21:00Z"], 0, []),
  // In 2026 Cuba's clocks stay (`zone-data.test.ts`).
  row("America/Havana", "00:00", "01:00", ["2025-11-02T04:00Z", "2025-11-03T05:00Z"], 120, [
    ["2025-11-02T04:00Z", "2025-11-02T06:00Z"],
  ]),
  row("Pacific/Apia", "22:00", "06:00", ["2011-12-29T20:00Z", "2011-12-31T08:00Z"], 480, [
    ["2011-12-30T08:00Z", "2011-12-30T16:00Z"],
  ]),
  row(
    "Pacific/Apia",
    "22:00",
    "06:00",
    ["2011-12-29T12:00Z", "2012-01-02T12:00Z"],
    120,
    [["2011-12-30T08:00Z", "2011-12-30T10:00Z"]],
    { dateRRule: "FREQ=WEEKLY;BYDAY=TH" },
  ),
];

describe("clock changes", () => {
  test.each(ROWS)("[TZ1] $zone $times.startTime–$times.endTime is open $minutes min", (item) => {
    const schedule = compiled(item.zone, [rule("r", { ...item.times, ...item.days })]);
    const open = timeline(schedule, at(item.window[0]), at(item.window[1])).filter(({ isOpen }) => isOpen);
    expect(open.map(({ from, to }) => [iso(from), iso(to)])).toEqual(item.open);
    expect(open.reduce((sum, { from, to }) => sum + (to - from) / 60_000, 0)).toBe(item.minutes);
  });
});
