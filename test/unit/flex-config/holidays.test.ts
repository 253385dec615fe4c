import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { COUNTRIES } from "@schedule-manager/flex-config/holidays/countries";
import { toConfiguration } from "@schedule-manager/flex-config/holidays/define";
import { easterDay } from "@schedule-manager/flex-config/holidays/easter";
import { asalhaBucha, makhaBucha, visakhaBucha } from "@schedule-manager/flex-config/holidays/thai-calendar";
import { dayOf, formatDate, weekday, yearStart } from "@schedule-manager/shared/time/civil";
import { compileRule } from "@schedule-manager/shared/evaluator/compile-rule";
import { parseConfiguration } from "@schedule-manager/shared/import-export/configuration/config-format";
import type { Configuration } from "@schedule-manager/shared/model/model";
import { isKey } from "@schedule-manager/shared/sync/layout";
import { zoneOf } from "@schedule-manager/shared/time/zone";
import Holidays from "date-holidays";
import { DIFFERENCES, YEARS } from "./holiday-differences";

const EXAMPLES = resolve(__dirname, "../../../flex-config/examples");
const CODES = readdirSync(EXAMPLES)
  .filter((file) => file.endsWith(".json"))
  .map((file) => file.slice(0, -".json".length));

/** Countries for which the library has no national list, or a shorter one. */
const REGIONS: Readonly<Record<string, string>> = { au: "NSW", ca: "ON", ch: "ZH", gb: "ENG" };

const read = (code: string): unknown => JSON.parse(readFileSync(resolve(EXAMPLES, `${code}.json`), "utf8"));

function configurationOf(code: string): Configuration {
  const parsed = parseConfiguration(read(code));
  if (!parsed.ok) throw new Error(`${code}: ${JSON.stringify(parsed.problems)}`);
  expect({ code, problems: parsed.problems }).toEqual({ code, problems: [] });
  return parsed.configuration;
}

/** The days closed by an example, by date. */
function closedDays({ rules }: Configuration): string[] {
  const first = yearStart(YEARS[0] ?? 0);
  const end = yearStart((YEARS[YEARS.length - 1] ?? 0) + 1);
  const found = new Set<string>();
  for (const rule of rules) {
    if (rule.isOpen) continue;
    const { days } = compileRule(rule);
    for (let day = days.next(first); day !== null && day < end; day = days.next(day + 1))
      found.add(formatDate(day));
  }
  return [...found].sort();
}

/** The library's public holidays, without bank holidays, school holidays and observances. */
function publicHolidays(code: string): string[] {
  const library = REGIONS[code] === undefined ? new Holidays(code) : new Holidays(code, REGIONS[code]);
  const dates = YEARS.flatMap((year) => library.getHolidays(year))
    .filter(({ type }) => type === "public")
    .map(({ date }) => date.slice(0, 10));
  return [...new Set(dates)].sort();
}

const datesOf = (code: string, side: "ours" | "theirs"): string[] =>
  (DIFFERENCES[code] ?? [])
    .filter((difference) => difference.side === side)
    .flatMap(({ dates }) => dates)
    .sort();

describe("example configurations", () => {
  it("[HO1] at least a dozen countries have a valid configuration with one schedule", () => {
    expect(CODES.length).toBeGreaterThanOrEqual(12);
    for (const code of CODES) {
      const { rules, schedules } = configurationOf(code);
      expect(schedules).toHaveLength(1);
      expect(schedules[0]?.rules).toEqual(rules.map(({ id }) => id));
      expect(zoneOf(schedules[0]?.timeZone ?? "")).not.toBeNull();
      expect(rules.filter(({ id }) => !isKey(id))).toEqual([]);
      expect(rules.filter((rule) => !rule.isOpen && rule.closedReason !== "holiday")).toEqual([]);
      expect(rules.filter((rule) => rule.dates?.length === 0)).toEqual([]);
    }
  });

  it("[HO1] rules of different countries never share an id, so their examples can be combined", () => {
    const ids = CODES.flatMap((code) => configurationOf(code).rules.map(({ id }) => id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it("[HO2] the files equal the generator's output", () => {
    const generated = Object.fromEntries(
      COUNTRIES.map((country) => [country.code, toConfiguration(country)]),
    );
    expect(Object.keys(generated).sort()).toEqual(CODES.filter((code) => code !== "us"));
    for (const [code, configuration] of Object.entries(generated)) expect(read(code)).toEqual(configuration);
  });

  it("[HO3] a recurring holiday never expires; listed dates reach 2036", () => {
    for (const code of CODES) {
      for (const rule of configurationOf(code).rules) {
        const beyond = compileRule(rule).days.next(dayOf(2090, 1, 1) ?? 0);
        if (rule.dateRRule === undefined) expect(rule.dates?.length).toBeGreaterThan(0);
        else expect({ id: rule.id, ends: beyond === null }).toEqual({ id: rule.id, ends: false });
      }
    }
  });

  it.each(CODES)("[HO4] %s closes on the public holidays of date-holidays from 2026 to 2036", (code) => {
    const our = closedDays(configurationOf(code));
    const their = publicHolidays(code);
    expect({
      ours: our.filter((date) => !their.includes(date)),
      theirs: their.filter((date) => !our.includes(date)),
    }).toEqual({ ours: datesOf(code, "ours"), theirs: datesOf(code, "theirs") });
  });
});

describe("computed days", () => {
  it("[HO5] Easter is a Sunday from 22 March to 25 April, also in known extreme years", () => {
    const known = {
      1818: "03-22",
      1943: "04-25",
      1954: "04-18",
      1981: "04-19",
      2000: "04-23",
      2038: "04-25",
      2076: "04-19",
    };
    for (const [year, monthDay] of Object.entries(known))
      expect(formatDate(easterDay(Number(year)))).toBe(`${year}-${monthDay}`);
    for (let year = 1583; year < 4000; year += 1) {
      const day = easterDay(year);
      expect(weekday(day)).toBe(6);
      expect(day).toBeGreaterThanOrEqual(dayOf(year, 3, 22) ?? 0);
      expect(day).toBeLessThanOrEqual(dayOf(year, 4, 25) ?? 0);
    }
  });

  // As observed in Thailand.
  it.each([
    [2015, "03-04", "06-01", "07-30"],
    [2016, "02-22", "05-20", "07-19"],
    [2017, "02-11", "05-10", "07-08"],
    [2018, "03-01", "05-29", "07-27"],
    [2019, "02-19", "05-18", "07-16"],
    [2020, "02-08", "05-06", "07-05"],
    [2021, "02-26", "05-26", "07-24"],
    [2022, "02-16", "05-15", "07-13"],
    [2023, "03-06", "06-03", "08-01"],
    [2024, "02-24", "05-22", "07-20"],
    [2025, "02-12", "05-11", "07-10"],
    [2026, "03-03", "05-31", "07-29"],
  ])(
    "[HO5] the Thai lunar calendar of %i gives Makha, Visakha and Asalha Bucha",
    (year, makha, visakha, asalha) => {
      const days = [makhaBucha(year), visakhaBucha(year), asalhaBucha(year)].map((day) =>
        formatDate(day).slice(5),
      );
      expect(days).toEqual([makha, visakha, asalha]);
    },
  );
});
