import { DAY_MS, MINUTE_MS, parseDate } from "@schedule-manager/shared/time/civil";
import { decideCivilMinute, evaluate } from "@schedule-manager/shared/evaluator/evaluate";
import { previewDays, type PreviewDay } from "@schedule-manager/shared/editing/preview/week";
import { compiled, holiday, iso, rule } from "../../fixtures";

const day = (date: string): number => parseDate(date) ?? NaN;
const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
const show = ({ segments, skipped }: PreviewDay): string[] => [
  ...segments.map(
    ({ startMinute, endMinute, pass, isOpen, ruleId }) =>
      `${clock(startMinute)}-${clock(endMinute)} ${isOpen ? "open" : "closed"} ${ruleId ?? "-"}${pass === "only" ? "" : ` ${pass}`}`,
  ),
  ...skipped.map(({ startMinute, endMinute }) => `${clock(startMinute)}-${clock(endMinute)} skipped`),
];

const hours = rule("hours", { startTime: "01:30", endTime: "02:30" });
const night = rule("night", { startTime: "22:00", endTime: "06:00" });

const DAYS = [
  [
    "an ordinary day",
    "America/New_York",
    hours,
    "2026-03-09",
    1440,
    ["00:00-01:30 closed -", "01:30-02:30 open hours", "02:30-24:00 closed -"],
  ],
  [
    "clocks go forward",
    "America/New_York",
    hours,
    "2026-03-08",
    1380,
    ["00:00-01:30 closed -", "01:30-02:00 open hours", "03:00-24:00 closed -", "02:00-03:00 skipped"],
  ],
  [
    "clocks go back",
    "America/New_York",
    hours,
    "2026-11-01",
    1500,
    [
      "00:00-01:00 closed -",
      "01:00-01:30 closed - first",
      "01:30-02:00 open hours first",
      "01:00-01:30 closed - second",
      "01:30-02:00 open hours second",
      "02:00-02:30 open hours",
      "02:30-24:00 closed -",
    ],
  ],
  [
    "half an hour forward",
    "Australia/Lord_Howe",
    hours,
    "2026-10-04",
    1410,
    ["00:00-01:30 closed -", "01:30-02:00 open hours", "02:30-24:00 closed -", "02:00-02:30 skipped"],
  ],
  [
    "the day begins late",
    "America/Santiago",
    night,
    "2026-09-06",
    1380,
    ["01:00-06:00 open night", "06:00-22:00 closed -", "22:00-24:00 open night", "00:00-01:00 skipped"],
  ],
  [
    "the last hour comes twice",
    "America/Santiago",
    night,
    "2026-04-04",
    1500,
    [
      "00:00-06:00 open night",
      "06:00-22:00 closed -",
      "22:00-23:00 open night",
      "23:00-24:00 open night first",
      "23:00-24:00 open night second",
    ],
  ],
  ["a day that was skipped", "Pacific/Apia", night, "2011-12-30", 0, ["00:00-24:00 skipped"]],
] as const;

describe("preview of days", () => {
  it.each(DAYS)("[PV1] %s (%s)", (_, zone, of, date, minutes, expected) => {
    for (const [first, many] of [
      [day(date), 1],
      [day(date) - 3, 7],
    ] as const) {
      const shown = previewDays(compiled(zone, [of]), first, many).find((one) => one.day === day(date));
      expect(shown?.minutes).toBe(minutes);
      expect(shown && show(shown)).toEqual(expected);
    }
  });

  it("[PV2] each segment names its deciding rule", () => {
    const open = rule("open", { startTime: "08:00", endTime: "17:00" });
    const lunch = holiday("lunch", { startTime: "12:00", endTime: "13:00" });
    const [shown] = previewDays(compiled("Europe/Berlin", [open, lunch]), day("2026-05-04"), 1);
    expect(shown && show(shown)).toEqual([
      "00:00-08:00 closed -",
      "08:00-12:00 open open",
      "12:00-13:00 closed lunch",
      "13:00-17:00 open open",
      "17:00-24:00 closed -",
    ]);
  });

  it("[PV2] a manual close covers its duration", () => {
    const schedule = compiled("UTC", [rule("open")], {
      manualClose: true,
      manualCloseUntil: "2026-05-04T12:00:00Z",
    });
    const [shown] = previewDays(schedule, day("2026-05-04"), 1);
    expect(shown?.segments.map(({ closedReason, startMinute }) => [startMinute, closedReason])).toEqual([
      [0, "manual"],
      [720, ""],
    ]);
  });

  it("[PV9] what is past of a manually closed schedule shows what its rules decide", () => {
    const open = rule("open", { startTime: "08:00", endTime: "17:00" });
    const closed = compiled("UTC", [open], { manualClose: true });
    const past = { schedule: compiled("UTC", [open]), until: Date.parse("2026-05-05T12:00:00Z") };
    const shown = previewDays(closed, day("2026-05-04"), 3, past);
    expect(shown.map(({ segments }) => segments.map((one) => [one.startMinute, one.closedReason]))).toEqual([
      [
        [0, "closed"],
        [480, ""],
        [1020, "closed"],
      ],
      [
        [0, "closed"],
        [480, ""],
        [720, "manual"],
      ],
      [[0, "manual"]],
    ]);
  });

  it("[PV2] an unknown zone has one error segment a day", () => {
    const [shown] = previewDays(compiled("Nowhere/Land", [rule("open")]), day("2026-05-04"), 1);
    expect(shown?.segments).toMatchObject([{ startMinute: 0, endMinute: 1440, closedReason: "error" }]);
  });

  it.each([
    ["America/New_York", "2026-03-06"],
    ["America/New_York", "2026-10-30"],
    ["Australia/Lord_Howe", "2026-04-03"],
    ["Africa/Cairo", "2026-04-22"],
    ["America/Havana", "2026-10-30"],
    ["Asia/Beirut", "2026-03-27"],
    ["Pacific/Apia", "2011-12-28"],
    ["Asia/Kathmandu", "2026-05-01"],
  ])("[PV1] segments in %s are contiguous and agree with the schedule", (zone, date) => {
    const schedule = compiled(zone, [hours, night, holiday("late", { startTime: "23:30" })]);
    const segments = previewDays(schedule, day(date), 7).flatMap((one) =>
      one.segments.map((segment) => ({ ...segment, day: one.day })),
    );
    for (const [index, { from, to, day: ofDay, startMinute, isOpen, ruleId }] of segments.entries()) {
      if (index > 0) expect(iso(from)).toBe(iso(segments[index - 1]?.to ?? NaN));
      expect(evaluate(schedule, from)).toMatchObject({ isOpen, ruleId });
      expect(evaluate(schedule, to - MINUTE_MS)).toMatchObject({ isOpen, ruleId });
      expect(decideCivilMinute(schedule, ofDay, startMinute).decision).toMatchObject({ isOpen, ruleId });
      expect(Math.abs(from - (ofDay * DAY_MS + startMinute * MINUTE_MS))).toBeLessThanOrEqual(DAY_MS);
    }
  });
});
