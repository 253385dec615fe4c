import { addHolidays } from "@schedule-manager/shared/editing/add-holidays/add-holidays";
import type { HalfDay } from "@schedule-manager/shared/editing/add-holidays/half-day";
import { holidayRule } from "@schedule-manager/shared/editing/add-holidays/holiday-rule";
import { placeIn, suggestPlace } from "@schedule-manager/shared/editing/add-holidays/suggest-place";
import { compileSchedule } from "@schedule-manager/shared/evaluator/compile";
import { evaluate } from "@schedule-manager/shared/evaluator/evaluate";
import { HOLIDAY_COUNTRIES } from "@schedule-manager/shared/import-export/holidays/holiday-lists";
import type { Rule, Schedule, StoredRule } from "@schedule-manager/shared/model/model";
import { parseDate } from "@schedule-manager/shared/time/civil";

const TODAY = parseDate("2026-11-27") ?? 0;

const country = (code: string) => {
  const found = HOLIDAY_COUNTRIES.find((one) => one.code === code);
  if (found === undefined) throw new Error(`no ${code}`);
  return found;
};
const rulesOf = (code: string, region?: string, reason = "holiday"): readonly StoredRule[] => {
  const { national, regions } = country(code);
  const holidays = region === undefined ? national : regions.find((one) => one.code === region)?.holidays;
  return (holidays ?? []).map((holiday) => holidayRule(holiday, reason));
};
const schedule = (id: string, rules: readonly string[]): Schedule => ({
  id,
  name: id,
  timeZone: "Europe/Berlin",
  manualClose: false,
  rules,
});
const OPEN: Rule = { id: "open", name: "Open", isOpen: true, startTime: "08:00", endTime: "18:00" };
const LUNCH: Rule = {
  ...OPEN,
  id: "lunch",
  name: "Lunch",
  isOpen: false,
  startTime: "12:00",
  endTime: "13:00",
};
const SPECIAL: Rule = { ...OPEN, id: "special", dates: ["2026-12-25"], exception: "day" };

const CHRISTMAS = "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25";
const christmasDays = Array.from({ length: 60 }, (_, index) => `${2026 + index}-12-25`);

interface World {
  readonly rules: readonly Rule[];
  readonly schedules: readonly Schedule[];
}

const add = (
  world: World,
  holidays: readonly StoredRule[],
  ids = world.schedules.map(({ id }) => id),
  halfDay: HalfDay | null = null,
) => {
  let made = world.rules.length;
  return addHolidays({
    holidays: holidays.map((rule) => ({ rule, halfDay })),
    schedules: world.schedules.filter(({ id }) => ids.includes(id)),
    rulesById: new Map(world.rules.map((rule) => [rule.id, rule])),
    from: TODAY,
    newId: () => `new-${(made += 1)}`,
  });
};
const after = (world: World, edit: ReturnType<typeof add>): World => ({
  rules: [...world.rules, ...edit.created],
  schedules: world.schedules.map((old) => edit.schedules.find(({ id }) => id === old.id) ?? old),
});
const names = (rules: readonly { readonly name: string }[]) => rules.map(({ name }) => name);
const WORLD: World = { rules: [OPEN, LUNCH], schedules: [schedule("a", ["lunch", "open"])] };

describe("adding holidays", () => {
  it("[AH1] the holidays of the United States become one closed rule each, with the reason", () => {
    const { created, schedules } = add(WORLD, rulesOf("US"));
    expect(names(created)).toEqual([
      "New Year's Day",
      "Martin Luther King Jr. Day",
      "Presidents' Day",
      "Memorial Day",
      "Juneteenth",
      "Independence Day",
      "Labor Day",
      "Veterans Day",
      "Thanksgiving Day",
      "Christmas Day",
    ]);
    expect(created.every((rule) => !rule.isOpen && rule.closedReason === "holiday")).toBe(true);
    expect(schedules.map(({ rules }) => rules.length)).toEqual([12]);
  });

  it("[AH1] an empty reason leaves the rule without one", () => {
    expect(add(WORLD, rulesOf("US", undefined, "")).created[0]).not.toHaveProperty("closedReason");
  });

  it("[AH2] Bayern adds its own four days to the nine of every Land", () => {
    const bayern = names(rulesOf("DE", "by"));
    expect(rulesOf("DE")).toHaveLength(9);
    expect(bayern).toHaveLength(13);
    expect(bayern.slice(9)).toEqual([
      "Heilige Drei Könige",
      "Fronleichnam",
      "Mariä Himmelfahrt",
      "Allerheiligen",
    ]);
  });

  const NOON: HalfDay = { name: "Half day", until: 12 * 60 };
  const CHRISTMAS_DAY: StoredRule = { name: "Christmas Day", isOpen: false, dateRRule: CHRISTMAS };

  it("[AH11] a half day closes the rest of the day before, every year, with the holiday's reason", () => {
    const holiday = { ...CHRISTMAS_DAY, closedReason: "holiday" };
    const { created, schedules } = add(WORLD, [holiday], ["a"], NOON);
    expect(created[1]).toEqual({
      id: "new-4",
      name: "Half day",
      isOpen: false,
      closedReason: "holiday",
      dates: [],
      relativeTo: { rules: ["new-3"], days: -1 },
      startTime: "12:00",
    });
    const rules = new Map([...WORLD.rules, ...created].map((rule) => [rule.id, rule]));
    const compiled = schedules.map((one) => compileSchedule(one, rules))[0];
    if (compiled === undefined) throw new Error("no schedule");
    const at = (time: string) => evaluate(compiled, Date.parse(time));
    expect(at("2027-12-24T11:59+01:00").isOpen).toBe(true);
    expect(at("2027-12-24T13:30+01:00")).toMatchObject({ isOpen: false, closedReason: "holiday" });
    expect(at("2027-12-23T13:30+01:00").isOpen).toBe(true);
  });

  it("[AH11] half days that exist are used again, also beside a holiday that the schedule has", () => {
    const world = { ...WORLD, schedules: [...WORLD.schedules, schedule("b", ["open"])] };
    const next = after(world, add(world, [CHRISTMAS_DAY], ["a"], NOON));
    expect(add(next, [CHRISTMAS_DAY], ["a"], NOON)).toEqual({ created: [], reused: [], schedules: [] });
    const both = add(next, [CHRISTMAS_DAY], ["a", "b"], NOON);
    expect([both.created, names(both.reused)]).toEqual([[], ["Christmas Day", "Half day"]]);
    const later = add(next, [CHRISTMAS_DAY], ["a"], { name: "Later", until: 14 * 60 });
    expect(later.created).toEqual([
      expect.objectContaining({ startTime: "14:00", relativeTo: { rules: ["new-3"], days: -1 } }),
    ]);
  });

  it("[AH3] a second addition changes nothing", () => {
    const next = after(WORLD, add(WORLD, rulesOf("DE", "by")));
    expect(add(next, rulesOf("DE", "by"))).toEqual({ created: [], reused: [], schedules: [] });
  });

  it("[AH3] another schedule gets the existing rules, and new ones only for what is missing", () => {
    const world = { ...WORLD, schedules: [...WORLD.schedules, schedule("b", ["open"])] };
    const next = after(world, add(world, rulesOf("DE"), ["a"]));
    const edit = add(next, rulesOf("DE", "by"), ["b"]);
    expect(names(edit.created)).toEqual(names(rulesOf("DE", "by")).slice(9));
    expect(edit.reused).toEqual(next.rules.slice(2));
    expect(edit.schedules.map(({ id, rules }) => [id, rules.length])).toEqual([["b", 14]]);
  });

  it.each<[string, "used again" | "left alone", Partial<Rule>]>([
    ["the same days as a list", "used again", { dates: christmasDays }],
    [
      "the same days with a start in the past",
      "used again",
      { dateRRule: CHRISTMAS, startDate: "2020-01-01" },
    ],
    [
      "a day from 00:00 to 00:00",
      "used again",
      { dateRRule: CHRISTMAS, startTime: "00:00", endTime: "00:00" },
    ],
    ["another reason", "left alone", { dateRRule: CHRISTMAS, closedReason: "party" }],
    ["hours only", "left alone", { dateRRule: CHRISTMAS, startTime: "12:00" }],
    ["an end", "left alone", { dateRRule: CHRISTMAS, endDate: "2030-12-31" }],
    ["open hours", "left alone", { dateRRule: CHRISTMAS, isOpen: true }],
    ["one day less", "left alone", { dateRRule: CHRISTMAS, exceptDates: ["2027-12-25"] }],
    ["an invalid recurrence", "left alone", { dateRRule: "FREQ=NEVER" }],
    [
      "days that depend on another rule",
      "left alone",
      { relativeTo: { rules: ["eve"], days: 1 }, dates: [] },
    ],
  ])("[AH3] a rule with %s is %s", (_, outcome, value) => {
    const rule = { id: "x", name: "Xmas", isOpen: false, closedReason: "holiday", ...value };
    const eve = { ...OPEN, id: "eve", dateRRule: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24" };
    const world = { ...WORLD, rules: [...WORLD.rules, eve, rule] };
    const christmas = rulesOf("US").filter(({ name }) => name === "Christmas Day");
    const { created, reused } = add(world, christmas);
    expect([created.length, reused.length]).toEqual(outcome === "used again" ? [0, 1] : [1, 0]);
  });

  it("[AH3] an exception that closes the day counts in its own schedule, and is not given to another", () => {
    const closure: Rule = {
      id: "x",
      name: "Xmas",
      isOpen: false,
      closedReason: "holiday",
      dateRRule: CHRISTMAS,
      exception: "day",
    };
    const world = {
      rules: [OPEN, closure],
      schedules: [schedule("a", ["x", "open"]), schedule("b", ["open"])],
    };
    const christmas = rulesOf("US").filter(({ name }) => name === "Christmas Day");
    const edit = add(world, christmas);
    expect(edit.created).toHaveLength(1);
    expect(edit.schedules).toEqual([{ ...world.schedules[1], rules: ["new-3", "open"] }]);
  });

  it("[AH4] holidays come behind the exceptions at the top and before the other rules", () => {
    const world = {
      rules: [OPEN, LUNCH, SPECIAL],
      schedules: [schedule("a", ["special", "lunch", "open"]), schedule("b", ["special"]), schedule("c", [])],
    };
    const edit = add(world, rulesOf("DE"));
    const added = edit.created.map(({ id }) => id);
    expect(edit.schedules.map(({ rules }) => rules)).toEqual([
      ["special", ...added, "lunch", "open"],
      ["special", ...added],
      added,
    ]);
    const configuration = after(world, edit);
    const compiled = compileSchedule(
      configuration.schedules[0] as Schedule,
      new Map(configuration.rules.map((rule) => [rule.id, rule])),
    );
    const at = (text: string) => evaluate(compiled, Date.parse(text));
    expect(at("2026-12-26T12:30:00+01:00")).toMatchObject({ isOpen: false, closedReason: "holiday" });
    expect(at("2026-12-25T12:30:00+01:00")).toMatchObject({ isOpen: true });
  });
});

describe("the suggested country", () => {
  it.each([
    ["Europe/Berlin", "en-US", "DE", null],
    ["America/Chicago", "de-DE", "US", null],
    ["America/Phoenix", "de-DE", "US", null],
    ["Australia/Brisbane", "en-US", "AU", "qld"],
    ["Australia/Sydney", "en-US", "AU", "nsw"],
    ["Europe/London", "en-US", "GB", "eaw"],
    ["Asia/Bangkok", "en-US", "TH", null],
    ["Pacific/Fiji", "fr-FR", "FR", null],
    ["", "zh-Hans", "CN", null],
  ])("[AH5] in %s and %s is %s, region %s", (timeZone, locale, code, region) => {
    expect(suggestPlace(HOLIDAY_COUNTRIES, timeZone, locale)).toEqual({ country: code, region });
  });

  it("[AH5] each country has a national list or a first region", () => {
    for (const one of HOLIDAY_COUNTRIES) {
      const { region } = placeIn(one, "");
      const holidays =
        region === null ? one.national : one.regions.find(({ code }) => code === region)?.holidays;
      expect(holidays?.length).toBeGreaterThan(3);
    }
  });
});
