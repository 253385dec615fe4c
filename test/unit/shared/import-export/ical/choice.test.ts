import {
  chooseEntries,
  chooseOpens,
  chosenCalendar,
  defaultChoice,
  filterGroups,
} from "@schedule-manager/shared/import-export/ical/calendar-choice";
import {
  type CalendarGroup,
  type GroupedCalendar,
  groupCalendar,
} from "@schedule-manager/shared/import-export/ical/calendar-groups";
import {
  type ParsedCalendar,
  parseCalendar,
  rulesFromCalendar,
} from "@schedule-manager/shared/import-export/ical/parse-calendar";
import { withHours } from "@schedule-manager/shared/import-export/ical/with-hours";
import { isWorkingDay } from "@schedule-manager/shared/import-export/ical/working-day";
import { compileSchedule } from "@schedule-manager/shared/evaluator/compile";
import { evaluate } from "@schedule-manager/shared/evaluator/evaluate";
import type { Rule } from "@schedule-manager/shared/model/model";
import { calendar, event } from "./calendars";

/** An event on a day of June 2026. */
const on = (day: number, name: string, ...lines: readonly string[]): string[] =>
  event(
    `UID:${name} ${day}`,
    `SUMMARY:${name}`,
    `DTSTART;VALUE=DATE:202606${String(day).padStart(2, "0")}`,
    ...lines,
  );

async function parsed(...events: readonly (readonly string[])[]): Promise<ParsedCalendar> {
  const result = await parseCalendar(calendar(...events.flat()));
  if (!result.ok) throw new Error(result.code);
  return result;
}

const grouped = async (...events: readonly (readonly string[])[]): Promise<GroupedCalendar> =>
  groupCalendar((await parsed(...events)).events);

const titleOf = ({ status, workday, free, categories, kind }: CalendarGroup): string =>
  [status ?? "", workday ? "work" : "", free ? "free" : "", ...categories, kind]
    .filter((part) => part !== "")
    .join("+");

/** `title: names`, with `-` before what is off at first and `open` behind what opens. */
function shown(all: GroupedCalendar): string[] {
  const { entries, opens } = defaultChoice(all);
  return all.groups.map((group) => {
    const names = group.entries.map(({ id, name }) => (entries.has(id) ? name : `-${name}`));
    return `${titleOf(group)}: ${names.join(", ")}${opens.has(group.id) ? " open" : ""}`;
  });
}

const FREE = "TRANSP:TRANSPARENT";

describe("the events of a calendar, to choose from", () => {
  it.each<[string, readonly (readonly string[])[], readonly string[]]>([
    [
      "Google's kinds, of which everything is free",
      [
        on(1, "A", FREE, "DESCRIPTION:Public holiday"),
        on(2, "B", FREE, "DESCRIPTION:Public holiday"),
        on(3, "C", FREE, "DESCRIPTION:Public holiday in Ohio\\, Texas"),
        on(4, "D", FREE, "DESCRIPTION:Observance\\nTo hide observances\\, go to Settings"),
      ],
      ["Public holiday: A, B", "Public holiday …: C", "Observance: D"],
    ],
    ["free ones beside others", [on(1, "A", FREE), on(2, "B")], [": B", "free: -A"]],
    [
      "Outlook's busy status",
      [
        on(1, "A", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"),
        on(2, "B", "X-MICROSOFT-CDO-BUSYSTATUS:OOF"),
        on(3, "C", "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE"),
      ],
      [": B", "free: -A", "tentative: -C"],
    ],
    ["vCalendar's transparency", [on(1, "A", "TRANSP:1"), on(2, "B", "TRANSP:0")], [": B", "free: -A"]],
    [
      "only cancelled ones are not free",
      [on(1, "A", FREE), on(2, "B", "STATUS:CANCELLED")],
      [": A", "cancelled: -B"],
    ],
    [
      "tentative ones",
      [on(1, "A", "STATUS:TENTATIVE"), on(2, "B", "STATUS:CONFIRMED")],
      [": B", "tentative: -A"],
    ],
    [
      "categories",
      [on(1, "A", "CATEGORIES:Holidays,Bank\\, closed"), on(2, "B", "CATEGORIES:Party")],
      ["Holidays+Bank, closed: A", "Party: B"],
    ],
    ["one name on several days", [on(1, "A"), on(2, "A"), on(3, "B")], [": A, B"]],
    [
      "prose and addresses, which are no kinds",
      [on(1, "A", `DESCRIPTION:${"long ".repeat(20)}`), on(2, "B", "DESCRIPTION:https://example.com")],
      [": A, B"],
    ],
    [
      "many events with different notes",
      Array.from({ length: 15 }, (_, index) => on(index + 1, `E${index}`, `DESCRIPTION:note ${index}`)),
      [`: ${Array.from({ length: 15 }, (_, index) => `E${index}`).join(", ")}`],
    ],
    [
      "Apple's make-up working days",
      [
        on(1, "春节（休）", "X-APPLE-SPECIAL-DAY:WORK-HOLIDAY"),
        on(6, "春节", "X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY"),
        on(7, "春节（班）"),
      ],
      ["work: 春节, 春节（班） open", ": 春节（休）"],
    ],
    [
      "a newer version that is cancelled",
      [
        on(1, "A", "SEQUENCE:1"),
        event("UID:A 1", "SUMMARY:A", "DTSTART;VALUE=DATE:20260601", "SEQUENCE:2", "STATUS:CANCELLED"),
      ],
      ["cancelled: -A"],
    ],
  ])("[IC29] %s", async (_case, events, expected) => {
    expect(shown(await grouped(...events))).toEqual(expected);
  });

  it.each<[string, boolean]>([
    ["Special Working Day", true],
    ["Make-up workday", true],
    ["补班", true],
    ["国庆节 班", true],
    ["補行上班日", true],
    ["áthelyezett munkanap", true],
    ["Рабочий день", true],
    ["Special Non-Working Day", false],
    ["International Workers' Day", false],
    ["Labour Day", false],
    ["Нерабочий день", false],
    ["Día no laborable", false],
    ["晚班", false],
    ["不上班", false],
    ["Munka ünnepe", false],
  ])("[IC30] %s is a working day: %s", (name, expected) => {
    expect(isWorkingDay(name)).toBe(expected);
  });

  it("[IC29] a search finds entries by name and leaves empty groups out", async () => {
    const { groups } = await grouped(on(1, "Apple Day"), on(2, "Pear Day"), on(3, "X", "CATEGORIES:Party"));
    const found = filterGroups(groups, (name) => name.includes("Pear"));
    expect(found.map(({ entries }) => entries.map(({ name }) => name))).toEqual([["Pear Day"]]);
  });

  it("[IC29] only chosen events become rules, a cancelled one too, and its older version never does", async () => {
    const file = await parsed(
      on(1, "A", "SEQUENCE:1"),
      event("UID:A 1", "SUMMARY:A", "DTSTART;VALUE=DATE:20260602", "SEQUENCE:2", "STATUS:CANCELLED"),
      on(3, "B"),
    );
    const all = groupCalendar(file.events);
    const datesWith = async (choice: ReturnType<typeof defaultChoice>): Promise<unknown[]> => {
      const { calendar: chosen, opens } = chosenCalendar(file, all, choice);
      const { rules } = await rulesFromCalendar(chosen, {
        timeZone: "Asia/Shanghai",
        from: "2026-01-01",
        opens,
      });
      return rules.map(({ startDate }) => startDate);
    };
    const usual = defaultChoice(all);
    const entries = all.groups.flatMap((group) => group.entries);
    expect(await datesWith(usual)).toEqual(["2026-06-03"]);
    expect(await datesWith(chooseEntries(usual, entries, true))).toEqual(["2026-06-02", "2026-06-03"]);
    expect(await datesWith(chooseEntries(usual, entries, false))).toEqual([]);
  });

  it("[IC29] a series takes its changed occurrences along", async () => {
    const file = await parsed(
      event("UID:s", "SUMMARY:S", "DTSTART;VALUE=DATE:20260601", "RRULE:FREQ=DAILY;COUNT=3"),
      event("UID:s", "SUMMARY:S moved", "RECURRENCE-ID;VALUE=DATE:20260602", "DTSTART;VALUE=DATE:20260610"),
      on(20, "B"),
    );
    const all = groupCalendar(file.events);
    const usual = defaultChoice(all);
    const [series] = all.groups.flatMap(({ entries }) => entries);
    const without = chosenCalendar(
      file,
      all,
      chooseEntries(usual, series === undefined ? [] : [series], false),
    );
    expect(without.calendar.events.map(({ summary }) => summary)).toEqual(["B"]);
  });

  it("[IC30] closed days and make-up working days of a calendar come in at once, even under one name", async () => {
    const file = await parsed(on(19, "Festival"), on(20, "Festival", "CATEGORIES:workday"));
    const all = groupCalendar(file.events);
    const rulesOf = async (choice: ReturnType<typeof defaultChoice>): Promise<readonly Rule[]> => {
      const { calendar: chosen, opens } = chosenCalendar(file, all, choice);
      return (await rulesFromCalendar(chosen, { timeZone: "UTC", from: "2026-01-01", opens })).rules;
    };
    const rules = withHours(await rulesOf(defaultChoice(all)), { startTime: "09:00", endTime: "17:00" });
    const weekend: Rule = { id: "w", name: "Weekend", isOpen: false, dateRRule: "FREQ=WEEKLY;BYDAY=SA,SU" };
    const compiled = compileSchedule(
      { id: "s", name: "S", timeZone: "UTC", manualClose: false, rules: ["w", ...rules.map(({ id }) => id)] },
      new Map([weekend, ...rules].map((rule) => [rule.id, rule])),
    );
    expect(evaluate(compiled, Date.UTC(2026, 5, 19, 10)).isOpen).toBe(false);
    expect(evaluate(compiled, Date.UTC(2026, 5, 20, 10)).isOpen).toBe(true);
    expect(evaluate(compiled, Date.UTC(2026, 5, 20, 18)).isOpen).toBe(false);
    const closed = await rulesOf(chooseOpens(defaultChoice(all), all.groups, false));
    expect(closed).toMatchObject([{ isOpen: false, startDate: "2026-06-19", endDate: "2026-06-20" }]);
  });
});
