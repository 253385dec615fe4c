import { parseConfiguration } from "@schedule-manager/shared/import-export/configuration/config-format";
import {
  extraFields,
  ownFields,
  parseStoredRule,
  parseStoredSchedule,
} from "@schedule-manager/shared/model/schema";

describe("stored items", () => {
  test("[SC1] blank values of editors count as absent", () => {
    expect(
      parseStoredRule({
        name: "R",
        isOpen: true,
        startDate: "",
        endDate: null,
        closedReason: "",
        dateRRule: "",
      }),
    ).toEqual({ ok: true, value: { name: "R", isOpen: true } });
  });

  test("[PB24] the fields of an item that the product does not define are told from its own", () => {
    const rule = { name: "Day", isOpen: true };
    const schedule = { name: "S", timeZone: "UTC", manualClose: false, rules: [], aliases: ["T"] };
    const extra = { colour: "red", constructor: 1 };
    expect(ownFields("rule", { ...rule, ...extra })).toEqual(rule);
    expect(ownFields("schedule", { ...schedule, ...extra })).toEqual(schedule);
    expect(extraFields("rule", { ...rule, timeZone: "UTC", ...extra })).toEqual({
      timeZone: "UTC",
      ...extra,
    });
    expect(extraFields("schedule", { ...schedule, isOpen: true })).toEqual({ isOpen: true });
    expect(extraFields("rule", "spoilt")).toEqual({});
  });

  test("[SC2] unknown fields are dropped, also __proto__, and never refused", () => {
    const data: unknown = JSON.parse(
      '{"name":"S","timeZone":"UTC","rules":[],"manualClose":false,"note":1,"__proto__":{"manualClose":true}}',
    );
    const parsed = parseStoredSchedule(data);
    expect(parsed).toEqual({
      ok: true,
      value: { name: "S", timeZone: "UTC", rules: [], manualClose: false },
    });
    expect(({} as { manualClose?: boolean }).manualClose).toBeUndefined();
  });

  test.each<[string, unknown, { place: string; message: string }[]]>([
    ["no object", 5, [{ place: "", message: "Write an object in braces." }]],
    ["a list", [], [{ place: "isOpen", message: 'Add the field "isOpen".' }]],
    [
      "a text for a flag",
      { name: "R", isOpen: "yes" },
      [{ place: "isOpen", message: "Write true or false." }],
    ],
    [
      "a number among dates",
      { name: "R", isOpen: true, dates: ["2026-01-01", 7] },
      [{ place: "dates[1]", message: "Write a text in quotes." }],
    ],
  ])("[SC3] %s is refused, with the path and an instruction", (_, data, problems) => {
    expect(parseStoredRule(data)).toEqual({ ok: false, problems });
  });
});

describe("config.json", () => {
  const rule = { id: "r", name: "R", isOpen: true, dateRRule: "RRULE:FREQ=WEEKLY;BYDAY=MO", startDate: "" };
  const schedule = { name: "Büro", manualClose: false, timeZone: "Europe/Berlin", rules: ["r"] };

  test.each([
    ["as it is", { rules: [rule], schedules: [schedule] }],
    ["wrapped in data", { data: { rules: [rule], schedules: [schedule] }, version: "7" }],
  ])("[SC4] is read %s; a schedule without an id gets its name as id", (_, json) => {
    expect(parseConfiguration(json)).toEqual({
      ok: true,
      configuration: {
        rules: [{ id: "r", name: "R", isOpen: true, dateRRule: "RRULE:FREQ=WEEKLY;BYDAY=MO" }],
        schedules: [{ ...schedule, id: "Büro" }],
      },
      problems: [],
    });
  });

  test("[SC5] rules that never match and schedules that cannot be evaluated are imported and reported", () => {
    const parsed = parseConfiguration({
      rules: [{ ...rule, dateRRule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO" }],
      schedules: [{ ...schedule, timeZone: "Mars/Olympus" }],
    });
    expect(parsed.ok && parsed.problems).toEqual([
      {
        place: "rules[0].startDate",
        problem: { code: "rrule-start-missing", field: "startDate", part: "INTERVAL" },
      },
      {
        place: "schedules[0].timeZone",
        problem: { code: "zone-unknown", field: "timeZone", value: "Mars/Olympus" },
      },
    ]);
  });

  test("[SC6] two schedules with one name are refused, also in another Unicode form", () => {
    const parsed = parseConfiguration({
      rules: [],
      schedules: [
        { ...schedule, name: "Bu\u0308ro", id: "a" },
        { ...schedule, id: "b" },
      ],
    });
    expect(parsed).toEqual({
      ok: false,
      problems: [{ place: "schedules[1].name", message: '"Büro" appears twice. Change one of them.' }],
    });
  });

  test.each([
    ["null", null, ""],
    ["a text", "hello", ""],
    ["rules that are no list", { rules: {}, schedules: [] }, "rules"],
    [
      "a schedule without a zone",
      { rules: [], schedules: [{ name: "A", rules: [] }] },
      "schedules[0].timeZone",
    ],
  ])("[SC3] %s is refused", (_, json, place) => {
    const parsed = parseConfiguration(json);
    expect(parsed.ok ? null : parsed.problems[0]?.place).toBe(place);
  });
});
