import { compileSchedule } from "@schedule-manager/shared/evaluator/compile";
import { exportCalendar } from "@schedule-manager/shared/import-export/ical/export-calendar";
import { importCalendar } from "./import-calendar";
import { escapeText, foldLine } from "@schedule-manager/shared/import-export/ical/write-lines";
import type { Interval, Rule, Schedule } from "@schedule-manager/shared/model/model";
import { timeline } from "@schedule-manager/shared/evaluator/timeline";
import ICAL from "ical.js";
import fc from "../../../../support/fast-check";

/** RFC 5545 3.1: octets of a line, without its end. */
const MAX_OCTETS = 75;

const NOW = Date.UTC(2026, 0, 15, 12, 30, 5);

const RULES: readonly Rule[] = [
  {
    id: "weekdays",
    name: "Weekdays",
    isOpen: true,
    dateRRule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    startTime: "08:00",
    endTime: "17:00",
  },
  {
    id: "night",
    name: "Night",
    isOpen: true,
    dateRRule: "FREQ=WEEKLY;BYDAY=SA",
    startTime: "22:00",
    endTime: "06:00",
  },
  {
    id: "christmas",
    name: "Fête, Noël; déjà",
    isOpen: false,
    closedReason: "holiday",
    dateRRule: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25",
  },
  {
    id: "boxing",
    name: "Boxing Day",
    isOpen: false,
    closedReason: "holiday",
    dateRRule: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=26",
  },
  { id: "lunch", name: "Lunch", isOpen: false, closedReason: "lunch", startTime: "12:00", endTime: "12:30" },
];
const rulesById = new Map(RULES.map((rule) => [rule.id, rule]));

const scheduleIn = (timeZone: string, more: Partial<Schedule> = {}): Schedule => ({
  id: "example-1",
  name: "Example",
  timeZone,
  manualClose: false,
  rules: RULES.map(({ id }) => id),
  ...more,
});

const unfold = (text: string): string[] => text.replaceAll("\r\n ", "").split("\r\n");
const valuesOf = (text: string, name: string): string[] =>
  unfold(text)
    .filter((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))
    .map((line) => line.slice(line.indexOf(":") + 1));

/** When a schedule is open, without who decided it. */
const openings = (intervals: readonly Interval[]): number[][] =>
  intervals.filter(({ isOpen }) => isOpen).map(({ from, to }) => [from, to]);

describe("export", () => {
  const from = Date.UTC(2026, 11, 20);
  const to = Date.UTC(2026, 11, 30);
  const write = (what: "openings" | "closures", schedule = scheduleIn("Europe/Paris")): string =>
    exportCalendar(schedule, rulesById, { what, from, to, now: NOW }) ?? "";

  it("[IC7] openings are instants, under the schedule's name", () => {
    const text = write("openings");
    expect(valuesOf(text, "DTSTART").slice(0, 3)).toEqual([
      "20261220T000000Z",
      "20261221T070000Z",
      "20261221T113000Z",
    ]);
    expect(valuesOf(text, "DTEND").slice(0, 3)).toEqual([
      "20261220T050000Z",
      "20261221T110000Z",
      "20261221T160000Z",
    ]);
    expect(new Set(valuesOf(text, "SUMMARY"))).toEqual(new Set(["Example"]));
    expect(new Set(valuesOf(text, "DTSTAMP"))).toEqual(new Set(["20260115T123005Z"]));
  });

  it("[IC7] closures are what rules close, each under its own name, whole days as dates", () => {
    const text = write("closures");
    const events = unfold(text).join("\n");
    expect(events).toContain(
      "DTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261226\nSUMMARY:Fête\\, Noël\\; déjà\nDESCRIPTION:holiday",
    );
    expect(events).toContain("DTSTART;VALUE=DATE:20261226\nDTEND;VALUE=DATE:20261227\nSUMMARY:Boxing Day");
    expect(new Set(valuesOf(text, "SUMMARY"))).toEqual(
      new Set(["Lunch", "Fête\\, Noël\\; déjà", "Boxing Day"]),
    );
    const closed = scheduleIn("Europe/Paris", { manualClose: true });
    expect(valuesOf(write("closures", closed), "SUMMARY")).toEqual(["manual"]);
  });

  it("[IC7] UIDs are unique, and the same in each export", () => {
    const uids = valuesOf(write("openings"), "UID");
    expect(new Set(uids).size).toBe(uids.length);
    expect(valuesOf(write("openings"), "UID")).toEqual(uids);
  });

  it("[IC28] an opening has one UID, from whichever instant it is exported", () => {
    const hour = 3_600_000;
    const night = Date.UTC(2026, 11, 19, 21);
    const first = (start: number, what: "openings" | "closures", schedule = scheduleIn("Europe/Paris")) =>
      valuesOf(exportCalendar(schedule, rulesById, { what, from: start, to, now: start }) ?? "", "UID")[0];
    expect(first(night, "openings")).toBe("example-1.openings.20261219T210000Z@flex-schedule-manager");
    for (const later of [1, 2, 7])
      expect(first(night + later * hour, "openings")).toBe(first(night, "openings"));
    const christmas = Date.UTC(2026, 11, 24, 23);
    for (const later of [1, 12, 23])
      expect(first(christmas + later * hour, "closures")).toBe(first(christmas, "closures"));
    const always = scheduleIn("Europe/Paris", { manualClose: true });
    for (const later of [1, 24 * 500])
      expect(first(night - later * hour, "closures", always)).toBe(
        "example-1.closures.always@flex-schedule-manager",
      );
  });

  it("[IC7] there is no calendar without events", () => {
    expect(
      exportCalendar(scheduleIn("UTC", { rules: [] }), rulesById, { what: "openings", from, to, now: NOW }),
    ).toBeNull();
  });

  it("[IC7] lines are at most 75 octets, end with CRLF and never break a letter; an independent parser reads them", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (name) => {
        const folded = foldLine(`SUMMARY:${escapeText(name)}`);
        for (const line of folded.split("\r\n"))
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(MAX_OCTETS);
        expect(folded.replaceAll("\r\n ", "")).toBe(`SUMMARY:${escapeText(name)}`);
      }),
    );
    const name = "日本の祝日、長い名前 – ".repeat(20);
    const text =
      exportCalendar(scheduleIn("Europe/Paris", { name }), rulesById, {
        what: "openings",
        from,
        to,
        now: NOW,
      }) ?? "";
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const component = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const [first] = component.getAllSubcomponents("vevent");
    expect(new ICAL.Event(first).summary).toBe(name);
  });

  it.each([
    "Europe/Paris",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "America/Santiago",
    "UTC",
  ])("[IC8] what is exported comes back the same, over a year in %s", async (timeZone) => {
    const schedule = scheduleIn(timeZone);
    const year = [Date.UTC(2026, 0, 4), Date.UTC(2027, 0, 3)] as const;
    const original = openings(timeline(compileSchedule(schedule, rulesById), ...year));
    const range = { what: "openings", from: year[0], to: year[1], now: NOW } as const;
    const text = exportCalendar(schedule, rulesById, range) ?? "";
    const imported = await importCalendar(text, { timeZone, from: "2026-01-01", opens: "all" });
    if (!imported.ok) throw new Error(imported.code);
    expect(imported.listed).toEqual([]);
    const again = new Map(imported.rules.map((rule) => [rule.id, rule]));
    const back = compileSchedule({ ...schedule, rules: [...again.keys()] }, again);
    expect(openings(timeline(back, ...year))).toEqual(original);
  });

  it("[IC8] closures come back as closed rules that close the same time", async () => {
    const schedule = scheduleIn("Europe/Paris");
    const imported = await importCalendar(write("closures"), {
      timeZone: "Europe/Paris",
      from: "2026-01-01",
    });
    if (!imported.ok) throw new Error(imported.code);
    const [weekdays, night] = RULES;
    const again = new Map(
      [...imported.rules, weekdays, night].flatMap((rule) => (rule ? [[rule.id, rule]] : [])),
    );
    const back = compileSchedule({ ...schedule, rules: [...again.keys()] }, again);
    expect(openings(timeline(back, from, to))).toEqual(
      openings(timeline(compileSchedule(schedule, rulesById), from, to)),
    );
  });
});
