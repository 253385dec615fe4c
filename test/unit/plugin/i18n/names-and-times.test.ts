import { countryName } from "@schedule-manager/plugin/i18n/country-name";
import { describeRuleDays, describeRuleTimes } from "@schedule-manager/plugin/i18n/describe-rule-times";
import { describeTextProblem } from "@schedule-manager/plugin/i18n/describe-text-problem";
import { formatDateTime } from "@schedule-manager/plugin/i18n/format-date-time";
import { formatNames } from "@schedule-manager/plugin/i18n/format-names";
import { formatShortTimes } from "@schedule-manager/plugin/i18n/format-short-times";
import { formatSince } from "@schedule-manager/plugin/i18n/format-since";
import { itemTitle } from "@schedule-manager/plugin/i18n/item-title";
import { matches, searchKey } from "@schedule-manager/plugin/i18n/search-key";
import { sortedNames } from "@schedule-manager/plugin/i18n/sorted-names";
import { specialRuleName } from "@schedule-manager/plugin/i18n/special-rule-name";
import { firstWeekdayOf, weekdaysFrom, weekStart } from "@schedule-manager/plugin/i18n/week-start";
import { weeklyRuleName } from "@schedule-manager/plugin/i18n/weekly-rule-name";
import type { Rule } from "@schedule-manager/shared/model/model";
import { WEEKDAYS } from "../items";
import { translateFor } from "./translate-for";

const { t, locale } = translateFor("en-US");
/** With ordinary spaces: Intl writes others before AM and around dashes. */
const plain = (text: string): string => text.replace(/[\u202f\u2009\u00a0]/g, " ");
/** The civil day number. */
const day = (date: string): number => Date.parse(date) / 86_400_000;
/** In the zone of the tests' computer. */
const local = (...parts: [number, number, number, number, number]): number => new Date(...parts).getTime();

describe("what an item is called", () => {
  it.each([
    ["Sales", "Support", "Sales"],
    ["", "Support", "Support"],
    ["  ", "Support", "Support"],
    [undefined, "Support", "Support"],
    ["", undefined, "New schedule"],
    [undefined, undefined, "New schedule"],
  ])("[VW10] with the name %j, published as %j: %s", (name, published, title) => {
    expect(itemTitle(t, "schedule", name, published)).toBe(title);
  });

  it("[VW10] a new rule is called one", () => {
    expect(itemTitle(t, "rule", "", undefined)).toBe("New rule");
  });
});

describe("names in lists", () => {
  it("[TA8] up to five names are listed, of more the rest is counted", () => {
    expect(formatNames(locale, ["A", "B", "C", "D", "E"], t)).toBe("A, B, C, D, and E");
    expect(formatNames(locale, ["A", "B", "C", "D", "E", "F", "G"], t)).toBe("A, B, C, D, E and 2 more");
    expect(formatNames(locale, ["A", "B", "C"], t, 2)).toBe("A, B and 1 more");
  });

  it("[TA7] names come in the reader's order, numbers by their value", () => {
    const items = ["Line 10", "Zebra", "line 9", "Ärger", "Aachen"].map((name) => ({ name }));
    expect(sortedNames(items, "de-DE")).toEqual(["Aachen", "Ärger", "line 9", "Line 10", "Zebra"]);
    expect(sortedNames(items, "sv-SE").at(-1)).toBe("Ärger");
  });

  it("[AH6] a country has its name in the reader's language", () => {
    expect([countryName("de-DE", "DE"), countryName("en-US", "DE")]).toEqual(["Deutschland", "Germany"]);
  });
});

describe("the search in a list", () => {
  it.each([
    ["Über-Nacht (Süd)", "uber nacht sud", true],
    ["São_Paulo", "sao paulo", true],
    ["America/New_York", "new york", true],
    ["Support, U.S.", "support us", false],
    ["Support, U.S.", "u s support", true],
    ["Night shift", "shift night", true],
    ["Night shift", "night day", false],
    ["Night shift", "", true],
  ])("[TA4] %j is found by %j: %j", (text, query, expected) => {
    expect(matches(searchKey(text), query)).toBe(expected);
  });
});

describe("times in texts", () => {
  it.each([
    ["de-DE", 480, 1020, "8–17"],
    ["de-DE", 510, 1025, "8:30–17:05"],
    ["de-DE", 0, 1440, "0–24"],
    ["de-DE", 1320, 1800, "22–6"],
    ["de-DE", 1320, 2880, "22–24"],
    ["en-US", 480, 1020, "8 AM–5 PM"],
    ["en-US", 510, 1025, "8:30 AM–5:05 PM"],
  ])("[PV11] in %s a narrow day shows %d to %d as %s", (language, start, end, expected) => {
    expect(plain(formatShortTimes(language, start, end))).toBe(expected);
  });

  it("[VW13] a time of today is a clock time, one of another day has its date", () => {
    const now = local(2026, 2, 2, 16, 5);
    expect(plain(formatSince(locale, local(2026, 2, 2, 0, 1), now))).toBe("12:01 AM");
    expect(plain(formatSince(locale, local(2026, 2, 1, 23, 59), now))).toBe("Mar 1, 11:59 PM");
    expect(plain(formatSince(locale, local(2025, 2, 2, 16, 5), now))).toBe("Mar 2, 4:05 PM");
    expect(formatSince(locale, NaN, now)).toBe("");
  });

  it("[HV8] a time of the history is in the reader's zone, named where other zones occur", () => {
    const at = new Date(2026, 2, 2, 16, 5).toISOString();
    expect(plain(formatDateTime(locale, at))).toBe("Mar 2, 2026, 4:05 PM");
    expect(plain(formatDateTime(locale, at, true))).toMatch(/^Mar 2, 2026, 4:05 PM \S+$/);
    expect(formatDateTime(locale, "yesterday")).toBe("yesterday");
  });

  it.each<[string, object, string]>([
    ["times on one day", {}, "8:00 AM – 5:00 PM"],
    ["times over midnight", { startTime: "22:00", endTime: "06:00" }, "10:00 PM – 6:00 AM, next day"],
    ["times of a whole day and night", { endTime: "08:00" }, "8:00 AM – 8:00 AM, next day"],
    ["no start", { startTime: undefined }, "12:00 AM – 5:00 PM"],
    ["no end", { endTime: undefined }, "8:00 AM – 12:00 AM"],
    ["midnight as the end", { endTime: "00:00" }, "8:00 AM – 12:00 AM"],
    ["no times", { startTime: undefined, endTime: undefined }, "All day"],
    ["midnight to midnight", { startTime: "00:00", endTime: "00:00" }, "All day"],
  ])("[TA7] a rule's times: %s", (_case, change, expected) => {
    expect(plain(describeRuleTimes({ ...WEEKDAYS, ...change }, t, locale))).toBe(expected);
  });

  it("[TA7] a rule's days are described without its times", () => {
    expect(describeRuleDays(WEEKDAYS, locale, new Map())).toBe("Monday to Friday");
    const closed = { ...WEEKDAYS, startTime: undefined, endTime: undefined } as unknown as Rule;
    expect(describeRuleDays(closed, locale, new Map())).toBe("Monday to Friday");
  });
});

describe("the week", () => {
  it.each([
    ["en-US", 6],
    ["de-DE", 0],
    ["ar-EG", 5],
  ])("[LA10] in %s it begins on day %d", (language, expected) => {
    expect(firstWeekdayOf(language)).toBe(expected);
  });

  it("[LA10] a browser of before has the first day as a property, and one without begins on Monday", () => {
    const { prototype } = Intl.Locale as unknown as { prototype: Record<string, unknown> };
    const own = ["getWeekInfo", "weekInfo"].map(
      (name) => [name, Object.getOwnPropertyDescriptor(prototype, name)] as const,
    );
    try {
      for (const [name] of own)
        Object.defineProperty(prototype, name, { value: undefined, configurable: true });
      expect(firstWeekdayOf("en-US")).toBe(0);
      Object.defineProperty(prototype, "weekInfo", { value: { firstDay: 7 }, configurable: true });
      expect(firstWeekdayOf("en-US")).toBe(6);
    } finally {
      for (const [name, before] of own) {
        if (before === undefined) Reflect.deleteProperty(prototype, name);
        else Object.defineProperty(prototype, name, before);
      }
    }
  });

  it("[LA10] a day's week begins on the last first day, itself included", () => {
    const wednesday = day("2026-03-04");
    expect(weekStart(wednesday, 0)).toBe(day("2026-03-02"));
    expect(weekStart(wednesday, 6)).toBe(day("2026-03-01"));
    expect(weekStart(wednesday, 2)).toBe(wednesday);
    expect(weekStart(wednesday, 3)).toBe(day("2026-02-26"));
  });

  it("[LA10] the weekdays follow the first one", () => {
    expect(weekdaysFrom(6)).toEqual([6, 0, 1, 2, 3, 4, 5]);
    expect(weekdaysFrom(0)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});

describe("the names of rules that the view makes", () => {
  const MONDAY = 1;
  const bits = (...days: readonly number[]): number => days.reduce((all, one) => all | (MONDAY << one), 0);
  it.each([
    [bits(0, 1, 2, 3, 4), "Mon–Fri 8:00 AM–5:00 PM"],
    [bits(0, 1), "Mon, Tue 8:00 AM–5:00 PM"],
    [bits(0, 1, 2, 6), "Mon–Wed, Sun 8:00 AM–5:00 PM"],
    [bits(1, 3, 4, 5), "Tue, Thu–Sat 8:00 AM–5:00 PM"],
    [bits(6), "Sun 8:00 AM–5:00 PM"],
  ])("[WH3] weekly hours on the days %d are named %s", (weekdays, expected) => {
    expect(plain(weeklyRuleName(locale, { weekdays, start: 480, end: 1020 }))).toBe(expected);
  });

  const spans = (...dates: readonly (readonly [string, string])[]) =>
    dates.map(([from, to]) => ({ from: day(from), to: day(to) }));
  const ONE = spans(["2026-12-24", "2026-12-24"]);
  const FOUR = spans(
    ["2026-12-24", "2026-12-24"],
    ["2026-12-27", "2026-12-30"],
    ["2027-01-02", "2027-01-02"],
    ["2027-01-05", "2027-01-05"],
  );
  const HOURS = { start: 480, end: 720 };
  it.each<[string, Parameters<typeof specialRuleName>[0], typeof HOURS | null, string]>([
    ["a closure", { spans: ONE, name: " ", isOnly: true }, null, "Closed Dec 24, 2026"],
    ["a named closure", { spans: ONE, name: " Eve ", isOnly: true }, null, "Eve"],
    ["hours", { spans: ONE, name: "", isOnly: true }, HOURS, "Dec 24, 2026, 8:00 AM–12:00 PM"],
    ["named hours", { spans: ONE, name: "Eve", isOnly: true }, HOURS, "Eve"],
    ["named hours beside others", { spans: ONE, name: "Eve", isOnly: false }, HOURS, "Eve, 8:00 AM–12:00 PM"],
    [
      "more than three dates",
      { spans: FOUR, name: "", isOnly: true },
      null,
      "Closed Dec 24, 2026, Dec 27 – 30, 2026, Jan 2, 2027 …",
    ],
    [
      "three dates",
      { spans: FOUR.slice(0, 3), name: "", isOnly: true },
      null,
      "Closed Dec 24, 2026, Dec 27 – 30, 2026, Jan 2, 2027",
    ],
  ])("[SD8] the name of %s", (_case, given, range, expected) => {
    expect(plain(specialRuleName(given, range, locale, t))).toBe(expected);
  });
});

describe("a problem of a text", () => {
  it("[SC7] it is named with the character that people can't see", () => {
    expect(describeTextProblem(t, null)).toBeUndefined();
    expect(describeTextProblem(t, { code: "nothing-visible" })).toBe(
      "Enter at least one character that people can see.",
    );
    expect(describeTextProblem(t, { code: "character-refused", character: "U+202E" })).toContain("U+202E");
  });
});
