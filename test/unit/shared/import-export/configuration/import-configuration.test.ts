import { parseConfiguration } from "@schedule-manager/shared/import-export/configuration/config-format";
import { compileSchedule } from "@schedule-manager/shared/evaluator/compile";
import { timeline } from "@schedule-manager/shared/evaluator/timeline";
import type { Configuration, Rule } from "@schedule-manager/shared/model/model";
import { isKey } from "@schedule-manager/shared/sync/layout";
import { exportConfiguration } from "@schedule-manager/shared/import-export/configuration/export-configuration";
import {
  type ImportedConfiguration,
  importConfiguration,
  lacksZone,
} from "@schedule-manager/shared/import-export/configuration/import-configuration";
import { validate } from "@schedule-manager/shared/validation/validate";
import { OPEN_HOURS, TWILIO_CONFIG } from "./twilio-config";
import fc from "../../../../support/fast-check";

type Imported = Extract<ImportedConfiguration, { ok: true }>;

function read(json: unknown): Imported {
  const imported = importConfiguration(json);
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
  const { rules, schedules } = imported.configuration;
  for (const items of [rules, schedules]) {
    expect(items.filter(({ id }) => !isKey(id))).toEqual([]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  }
  return imported;
}

const rule = (more: Partial<Rule>): Rule => ({ id: "r", name: "R", isOpen: true, ...more });
const schedule = { name: "S", timeZone: "UTC", manualClose: false, rules: ["r"] };
/** Warnings about a rule in Twilio's format. */
const said = (more: Partial<Rule>): unknown[] =>
  read({ rules: [rule(more)], schedules: [schedule] }).listed.map(({ code, params }) => ({
    code,
    ...params,
  }));

describe("Twilio's config.json", () => {
  it("[CF1] is imported as it is: names, ids, order, zones, empty texts as absent", () => {
    const { format, configuration, listed } = read(TWILIO_CONFIG);
    expect(format).toBe("twilio");
    expect(listed).toEqual([]);
    expect(configuration.rules.map(({ id }) => id)).toEqual(TWILIO_CONFIG.rules.map(({ id }) => id));
    expect(configuration.rules[2]).toEqual({
      id: OPEN_HOURS,
      name: "Open hours",
      isOpen: true,
      dateRRule: "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
      startTime: "08:00",
      endTime: "17:00",
    });
    expect(configuration.schedules).toEqual([
      { ...TWILIO_CONFIG.schedules[0], id: expect.stringMatching(/^example-[a-z0-9]{7}$/) as string },
    ]);
  });

  it("[CF1] keeps its meaning, by Twilio's evaluator and by this one", () => {
    const { configuration } = read({ data: TWILIO_CONFIG, version: "ZB1", versionIsDeployed: true });
    const before = parseConfiguration(TWILIO_CONFIG);
    if (!before.ok) throw new Error("unreadable");
    const range = [Date.UTC(2023, 0, 1), Date.UTC(2024, 0, 1)] as const;
    const timelines = [before.configuration, configuration].map(({ rules, schedules }) => {
      const [only] = schedules;
      if (only === undefined) throw new Error("no schedule");
      return timeline(compileSchedule(only, new Map(rules.map((item) => [item.id, item]))), ...range);
    });
    expect(timelines[1]).toEqual(timelines[0]);
    expect(timelines[0]?.length).toBeGreaterThan(500);
  });

  it("[CF1] holidays of 2023 have ended, and validation reports them", () => {
    const findings = validate(read(TWILIO_CONFIG).configuration, Date.UTC(2026, 0, 1));
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: "rule-ended",
        ruleId: TWILIO_CONFIG.rules[1].id,
        params: { date: "2023-09-04" },
      }),
    );
  });

  it("[CF2] ids that Sync cannot store get new, stable ones; references follow", () => {
    const file = {
      rules: [
        rule({ id: "Regel für Büro", name: "Büro" }),
        rule({ id: "a/b" }),
        rule({ id: ".." }),
        rule({ id: "ok" }),
      ],
      schedules: [{ ...schedule, name: "Büro Köln", rules: ["ok", "..", "a/b", "Regel für Büro"] }],
    };
    const { configuration, listed } = read(file);
    const ids = configuration.rules.map(({ id }) => id);
    expect(configuration.schedules[0]?.rules).toEqual([...ids].reverse());
    expect(configuration.schedules[0]?.id).toMatch(/^buro-koln-[a-z0-9]{7}$/);
    expect(listed.map(({ code, params }) => [code, params["was"]])).toEqual([
      ["id-replaced", "Regel für Büro"],
      ["id-replaced", "a/b"],
      ["id-replaced", ".."],
    ]);
    expect(read(file)).toEqual(read(file));
  });

  it("[CF2] of two rules with one id, references mean the first; of two schedules with one name, the second is renamed", () => {
    const { configuration, listed } = read({
      rules: [rule({ name: "first" }), rule({ name: "second" })],
      schedules: [schedule, { ...schedule, timeZone: "Asia/Tokyo" }, { ...schedule, name: "S (2)" }],
    });
    expect(configuration.rules.map(({ name }) => name)).toEqual(["first", "second"]);
    expect(configuration.schedules.map(({ name, timeZone }) => [name, timeZone])).toEqual([
      ["S", "UTC"],
      ["S (2)", "Asia/Tokyo"],
      ["S (2) (2)", "UTC"],
    ]);
    expect(configuration.schedules.map(({ rules }) => rules)).toEqual([["r"], ["r"], ["r"]]);
    const three = read({ rules: [], schedules: [schedule, schedule, schedule] });
    expect(three.configuration.schedules.map(({ name }) => name)).toEqual(["S", "S (2)", "S (3)"]);
    expect(listed.map(({ code }) => code)).toEqual(["id-replaced", "name-replaced", "name-replaced"]);
  });

  it.each([
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "INTERVAL"],
    ["FREQ=DAILY;COUNT=3", "COUNT"],
    ["FREQ=WEEKLY", "FREQ"],
    ["FREQ=MONTHLY", "FREQ"],
    ["FREQ=YEARLY;BYWEEKNO=20", "BYWEEKNO"],
  ])(
    "[CF3] %s without a start date needs one, which the import reports and does not guess",
    (dateRRule, part) => {
      expect(said({ dateRRule })).toEqual([{ code: "start-date-needed", part }]);
      expect(read({ rules: [rule({ dateRRule })], schedules: [] }).configuration.rules[0]).not.toHaveProperty(
        "startDate",
      );
      expect(said({ dateRRule, startDate: "2026-01-05" })).toEqual([{ code: "recurrence-counts", part }]);
    },
  );

  it.each<[string, Partial<Rule>, unknown[]]>([
    ["times over midnight", { startTime: "22:00", endTime: "06:00" }, [{ code: "overnight-matches" }]],
    [
      "equal times",
      { startTime: "07:00", endTime: "7:00" },
      [
        { code: "time-rewritten", field: "endTime", was: "7:00", value: "07:00" },
        { code: "equal-times", time: "07:00" },
      ],
    ],
    ["from midnight to midnight", { startTime: "00:00", endTime: "00:00" }, []],
    ["until midnight", { startTime: "22:00", endTime: "00:00" }, []],
    [
      "times of other forms",
      { startTime: "8:00", endTime: "24:00" },
      [
        { code: "time-rewritten", field: "startTime", was: "8:00", value: "08:00" },
        { code: "time-rewritten", field: "endTime", was: "24:00", value: "00:00" },
      ],
    ],
    ["no time", { startTime: "noon" }, [{ code: "time-invalid", field: "startTime", value: "noon" }]],
    [
      "no date",
      { startDate: "2023-02-30" },
      [{ code: "date-invalid", field: "startDate", value: "2023-02-30" }],
    ],
    [
      "a recurrence with a trailing ; and blanks",
      { dateRRule: "RRULE:FREQ=WEEKLY;BYDAY=MO, TU;" },
      [
        {
          code: "recurrence-rewritten",
          was: "RRULE:FREQ=WEEKLY;BYDAY=MO, TU;",
          value: "RRULE:FREQ=WEEKLY;BYDAY=MO,TU",
        },
      ],
    ],
    [
      "a recurrence with the start that a library writes before it",
      { dateRRule: "DTSTART:20260105T090000Z\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO" },
      [
        {
          code: "recurrence-rewritten",
          was: "DTSTART:20260105T090000Z\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
          value: "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
        },
        { code: "recurrence-counts", part: "INTERVAL" },
      ],
    ],
    [
      "what never occurs",
      { dateRRule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" },
      [{ code: "rrule-never", field: "dateRRule", value: "" }],
    ],
  ])("[CF3] %s", (_, more, expected) => {
    expect(said(more)).toEqual(expected);
  });

  it("[CF3] unknown fields, zones and rules are reported, and the rest is kept", () => {
    const { configuration, listed } = read({
      rules: [{ ...rule({}), colour: "red" }],
      schedules: [
        { ...schedule, timeZone: "Mars/Base", rules: ["r", "gone"], status: { isOpen: true }, note: 1 },
      ],
    });
    expect(listed.map(({ kind, code, params }) => [kind, code, ...Object.values(params)])).toEqual([
      ["rule", "field-unknown", "colour"],
      ["schedule", "reference-missing", "gone"],
      ["schedule", "field-unknown", "note"],
      ["schedule", "zone-unknown", "timeZone", "Mars/Base"],
    ]);
    expect(configuration.schedules[0]).toMatchObject({ timeZone: "Mars/Base", rules: ["r"] });
  });

  it("[CF3] a value that is not a configuration is refused, with the path", () => {
    expect(importConfiguration({ rules: [{ id: "r", name: "R" }], schedules: 5 })).toEqual({
      ok: false,
      problems: [
        { place: "rules[0].isOpen", message: 'Add the field "isOpen".' },
        { place: "schedules", message: "Write a list of schedules." },
      ],
    });
    expect(importConfiguration("x").ok).toBe(false);
    expect(importConfiguration(null).ok).toBe(false);
  });
});

describe("the project's own JSON", () => {
  const key = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,20}$/).filter(isKey);
  const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }).filter((text) => /\S/.test(text));
  const date = fc
    .date({ min: new Date("2000-01-01T00:00Z"), max: new Date("2099-12-31T00:00Z"), noInvalidDate: true })
    .map((value) => value.toISOString().slice(0, 10));
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));
  const ruleFields = fc.record(
    {
      name,
      isOpen: fc.boolean(),
      closedReason: name,
      dateRRule: fc.constantFrom("RRULE:FREQ=DAILY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "FREQ=nonsense"),
      startDate: date,
      endDate: date,
      startTime: time,
      endTime: time,
      exception: fc.boolean(),
      dates: fc.array(date, { maxLength: 3 }),
      exceptDates: fc.array(date, { maxLength: 3 }),
    },
    { requiredKeys: ["name", "isOpen"] },
  );
  const scheduleFields = fc.record(
    {
      timeZone: fc.constantFrom("UTC", "Europe/Berlin", "Mars/Base"),
      manualClose: fc.boolean(),
      manualCloseUntil: fc.constantFrom("2026-01-01T00:00:00Z", "soon"),
      queues: fc.array(name, { maxLength: 2 }),
      group: name,
      aliases: fc.array(name, { maxLength: 2 }),
    },
    { requiredKeys: ["timeZone", "manualClose"] },
  );
  const configuration: fc.Arbitrary<Configuration> = fc
    .tuple(
      fc.uniqueArray(key, { maxLength: 6 }),
      fc.uniqueArray(key, { minLength: 1, maxLength: 4 }),
      fc.uniqueArray(name, { minLength: 4, maxLength: 4, selector: (text) => text.normalize("NFC") }),
    )
    .chain(([ruleIds, scheduleIds, names]) =>
      fc.record({
        rules: fc.tuple(...ruleIds.map((id) => ruleFields.map((fields) => ({ id, ...fields })))),
        schedules: fc.tuple(
          ...scheduleIds.map((id, index) =>
            fc.tuple(scheduleFields, fc.subarray(ruleIds)).map(([fields, rules]) => ({
              id,
              name: names[index] ?? id,
              ...fields,
              rules,
            })),
          ),
        ),
      }),
    );

  it("[CF4] any configuration survives an export and import unchanged", () => {
    fc.assert(
      fc.property(configuration, (original) => {
        const { format, configuration: back } = read(JSON.parse(exportConfiguration(original)));
        expect(format).toBe("json");
        expect(back).toEqual(original);
        expect(exportConfiguration(back)).toBe(exportConfiguration(original));
      }),
    );
  });

  it("[CF4] is readable: fields in a fixed order, without revisions and statuses", () => {
    const listedAnswer = {
      data: {
        rules: [{ revision: "5", isOpen: true, name: "R", id: "r" }],
        schedules: [{ ...schedule, id: "s", revision: "7", status: { isOpen: true, closedReason: "" } }],
      },
      version: "12",
    };
    const { configuration: imported, listed } = read(listedAnswer);
    expect(listed).toEqual([]);
    expect(exportConfiguration(imported)).toBe(
      `${JSON.stringify(
        {
          rules: [{ id: "r", name: "R", isOpen: true }],
          schedules: [{ id: "s", name: "S", timeZone: "UTC", manualClose: false, rules: ["r"] }],
        },
        null,
        2,
      )}\n`,
    );
  });
});

it.each([
  ["one schedule", { name: "Support", manualClose: true, rules: [] }],
  ["a list of schedules", [{ name: "Support", timeZone: "  ", manualClose: true, rules: [] }]],
])("[CF12] a file that is %s alone is taken with the zone that is given", (_, file) => {
  expect(lacksZone(file)).toBe(true);
  const imported = importConfiguration(file, "Asia/Tokyo");
  if (!imported.ok) throw new Error("refused");
  expect(imported.listed).toEqual([]);
  expect(imported.configuration).toMatchObject({
    rules: [],
    schedules: [{ name: "Support", timeZone: "Asia/Tokyo", manualClose: true, rules: [] }],
  });
});

it.each([[[]], [[1]], [{ name: "Support" }]])("[CF12] %j is no configuration", (file) => {
  expect(importConfiguration(file, "Asia/Tokyo").ok).toBe(false);
});

it("[CF14] a rule of Twilio's file that ends at 23:59:59 ends at 23:59, and is asked about", () => {
  const { configuration, listed } = read({
    rules: [rule({ startTime: "09:00", endTime: "23:59:59" })],
    schedules: [],
  });
  expect(configuration.rules).toMatchObject([{ startTime: "09:00", endTime: "23:59" }]);
  expect(listed.map(({ code }) => code)).toEqual(["time-rewritten", "ends-2359"]);
});

it("[CF12] a file of Twilio's Plugin Library, without a time zone, is taken with the one that is given", () => {
  const file = { data: { rules: [], schedules: [{ name: "Support", manualClose: true, rules: [] }] } };
  expect(lacksZone(file)).toBe(true);
  expect(importConfiguration(file).ok).toBe(false);
  const imported = importConfiguration(file, "Asia/Tokyo");
  if (!imported.ok) throw new Error("refused");
  expect(imported.listed).toEqual([]);
  expect(imported.configuration.schedules).toMatchObject([
    { name: "Support", timeZone: "Asia/Tokyo", manualClose: true, rules: [] },
  ]);
  expect(lacksZone(TWILIO_CONFIG)).toBe(false);
});
