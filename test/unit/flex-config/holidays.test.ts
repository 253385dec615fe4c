import { nextOccurrence } from "@schedule-manager/shared/evaluator/next-occurrence";
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { COUNTRIES } from "@schedule-manager/shared/import-export/holidays/countries";
import { toConfiguration } from "@schedule-manager/shared/import-export/holidays/define";
import { toRegionsConfiguration } from "@schedule-manager/shared/import-export/holidays/region";
import { REGIONS } from "@schedule-manager/shared/import-export/holidays/regions";
import { SOURCES } from "@schedule-manager/shared/import-export/holidays/sources";
import { us } from "@schedule-manager/shared/import-export/holidays/countries/us";
import { easterDay } from "@schedule-manager/shared/import-export/holidays/easter";
import {
  asalhaBucha,
  makhaBucha,
  visakhaBucha,
} from "@schedule-manager/shared/import-export/holidays/thai-calendar";
import { dayOf, formatDate, weekday, yearStart } from "@schedule-manager/shared/time/civil";
import { compileRule } from "@schedule-manager/shared/evaluator/compile-rule";
import { parseConfiguration } from "@schedule-manager/shared/import-export/configuration/config-format";
import type { Configuration } from "@schedule-manager/shared/model/model";
import { isKey } from "@schedule-manager/shared/sync/layout";
import { zoneOf } from "@schedule-manager/shared/time/zone";
import Holidays from "date-holidays";
import { DIFFERENCES, YEARS } from "./holiday-differences";

const EXAMPLES = resolve(__dirname, "../../../flex-config/examples");
const FILES = readdirSync(EXAMPLES)
  .filter((file) => file.endsWith(".json"))
  .map((file) => file.slice(0, -".json".length))
  .sort();
const CODES = FILES.filter((file) => !file.endsWith("-regions"));

/** Countries for which the library has no national list, or a shorter one. */
const LIBRARY_REGIONS: Readonly<Record<string, string>> = { au: "NSW", ca: "ON", ch: "ZH", gb: "ENG" };

const read = (code: string): unknown => JSON.parse(readFileSync(resolve(EXAMPLES, `${code}.json`), "utf8"));

function configurationOf(code: string): Configuration {
  const parsed = parseConfiguration(read(code));
  if (!parsed.ok) throw new Error(`${code}: ${JSON.stringify(parsed.problems)}`);
  expect({ code, problems: parsed.problems }).toEqual({ code, problems: [] });
  return parsed.configuration;
}

/** The days closed by an example, by date. */
function closedDays({ rules }: Pick<Configuration, "rules">): string[] {
  const first = yearStart(YEARS[0] ?? 0);
  const end = yearStart((YEARS[YEARS.length - 1] ?? 0) + 1);
  const found = new Set<string>();
  for (const rule of rules) {
    if (rule.isOpen) continue;
    const { days } = compileRule(rule);
    for (
      let day = nextOccurrence(days, first);
      day !== null && day < end;
      day = nextOccurrence(days, day + 1)
    )
      found.add(formatDate(day));
  }
  return [...found].sort();
}

/** The library's public holidays, without bank holidays, school holidays and observances. */
function publicHolidays(code: string): string[] {
  const library =
    LIBRARY_REGIONS[code] === undefined ? new Holidays(code) : new Holidays(code, LIBRARY_REGIONS[code]);
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
    for (const given of REGIONS) generated[`${given.country.code}-regions`] = toRegionsConfiguration(given);
    expect(Object.keys(generated).sort()).toEqual(FILES.filter((file) => file !== "us"));
    for (const [code, configuration] of Object.entries(generated)) expect(read(code)).toEqual(configuration);
  });

  it("[HO3] a recurring holiday never expires; listed dates reach 2036, or the last year with one", () => {
    const rules = CODES.flatMap((code) => configurationOf(code).rules);
    const ending = rules.filter(({ dateRRule }) => dateRRule === undefined);
    expect(ending.length).toBeGreaterThan(50);
    const recurring = rules.filter(({ dateRRule }) => dateRRule !== undefined);
    const beyond = dayOf(2090, 1, 1) ?? 0;
    expect(recurring.filter((rule) => nextOccurrence(compileRule(rule).days, beyond) === null)).toEqual([]);
    const early = ending.filter(({ dates = [] }) => (dates.toSorted().at(-1) ?? "") < "2036");
    expect(early.map(({ id }) => id)).toEqual([
      "au-anzac-day-additional",
      "jp-vernal-equinox-substitute",
      "jp-between-holidays",
      "jp-autumnal-equinox-substitute",
    ]);
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

/** The days of one year on which a region's schedule is closed, weekends and country's holidays included. */
function regionDays(country: string, region: string, year: number): string[] {
  const { rules, schedules } = configurationOf(`${country}-regions`);
  const schedule = schedules.find(({ id }) => id === `${country}-${region}-example`);
  if (schedule === undefined) throw new Error(`${country} has no region ${region}`);
  return closedDays({ rules: rules.filter(({ id }) => schedule.rules.includes(id)) })
    .filter((date) => date.startsWith(String(year)))
    .map((date) => date.slice(5));
}

describe("the examples of regions", () => {
  it("[HO6] exist for seven countries, one schedule for each region, with every rule in use", () => {
    const counts = Object.fromEntries(REGIONS.map(({ country, regions }) => [country.code, regions.length]));
    expect(counts).toEqual({ au: 8, ca: 13, ch: 26, de: 16, es: 19, gb: 3, us: 24 });
    for (const { country } of REGIONS) {
      const { rules, schedules } = configurationOf(`${country.code}-regions`);
      const used = new Set(schedules.flatMap((schedule) => schedule.rules));
      expect(rules.filter(({ id }) => !used.has(id) || !isKey(id))).toEqual([]);
      expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
      expect(schedules.filter(({ timeZone }) => zoneOf(timeZone) === null)).toEqual([]);
    }
  });

  it("[HO6] contain the rules of the country's own example unchanged", () => {
    for (const { country } of REGIONS) {
      const { rules } = configurationOf(`${country.code}-regions`);
      expect(rules).toEqual(expect.arrayContaining([...configurationOf(country.code).rules]));
    }
    expect(toConfiguration(us).rules).toEqual(configurationOf("us").rules);
  });

  it("[HO6] name only regions that the country has, and holidays that it observes", () => {
    for (const { country, regions, added, omitted = {} } of REGIONS) {
      const known = regions.map(({ code }) => code);
      const named = [...added.flatMap((each) => each.regions), ...Object.values(omitted).flat()];
      expect(named.filter((code) => !known.includes(code))).toEqual([]);
      const ids = country.holidays.map(({ id }) => id);
      expect(Object.keys(omitted).filter((id) => !ids.includes(id))).toEqual([]);
    }
  });

  // The statutory days of 2026.
  it.each([
    ["Bavaria", "de", "by", "01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 08-15 10-03 11-01 12-25 12-26"],
    ["Saxony", "de", "sn", "01-01 04-03 04-06 05-01 05-14 05-25 10-03 10-31 11-18 12-25 12-26"],
    ["England and Wales", "gb", "eaw", "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28"],
    ["Scotland", "gb", "sct", "01-01 01-02 04-03 05-04 05-25 08-03 11-30 12-25 12-26 12-28"],
    [
      "Northern Ireland",
      "gb",
      "nir",
      "01-01 03-17 04-03 04-06 05-04 05-25 07-12 07-13 08-31 12-25 12-26 12-28",
    ],
    ["Quebec", "ca", "qc", "01-01 04-03 05-18 06-24 07-01 09-07 10-12 12-25"],
    ["Alberta", "ca", "ab", "01-01 02-16 04-03 05-18 07-01 09-07 10-12 11-11 12-25"],
    [
      "Victoria",
      "au",
      "vic",
      "01-01 01-26 03-09 04-03 04-04 04-05 04-06 04-25 06-08 09-25 11-03 12-25 12-26 12-28",
    ],
    [
      "the ACT",
      "au",
      "act",
      "01-01 01-26 03-09 04-03 04-04 04-05 04-06 04-25 04-27 06-01 06-08 10-05 12-25 12-26 12-28",
    ],
    ["Geneva", "ch", "ge", "01-01 04-03 04-05 04-06 05-14 05-24 05-25 08-01 09-10 12-25 12-31"],
    ["Vaud", "ch", "vd", "01-01 01-02 04-03 04-05 04-06 05-14 05-24 05-25 08-01 09-20 09-21 12-25"],
    [
      "Catalonia",
      "es",
      "ct",
      "01-01 01-06 04-03 04-06 05-01 06-24 08-15 09-11 10-12 11-01 12-06 12-08 12-25 12-26",
    ],
    [
      "Madrid",
      "es",
      "md",
      "01-01 01-06 04-02 04-03 05-01 05-02 08-15 10-12 11-01 11-02 12-06 12-07 12-08 12-25",
    ],
    ["California", "us", "ca", "01-01 01-19 02-16 03-31 05-25 06-19 07-04 09-07 11-11 11-26 11-27 12-25"],
    ["Massachusetts", "us", "ma", "01-01 01-19 02-16 04-20 05-25 06-19 07-04 09-07 10-12 11-11 11-26 12-25"],
  ])("[HO6] close on the days of %s", (_, country, region, dates) => {
    expect(regionDays(country, region, 2026)).toEqual(dates.split(" "));
  });

  it("[HO6] close on Reconciliation Day in leap years, on substitutes of 2 January, and Näfelser Fahrt outside Holy Week", () => {
    expect(regionDays("au", "act", 2028)).toContain("05-29");
    expect(regionDays("gb", "sct", 2027)).toEqual(expect.arrayContaining(["01-01", "01-04"]));
    expect(regionDays("gb", "sct", 2028)).toEqual(expect.arrayContaining(["01-03", "01-04"]));
    expect(["2026", "2027", "2034"].map((year) => regionDays("ch", "gl", Number(year)))).toEqual([
      expect.arrayContaining(["04-09"]),
      expect.arrayContaining(["04-01"]),
      expect.arrayContaining(["04-13"]),
    ]);
  });
});

describe("the table of sources", () => {
  it("[HO7] in the README of the examples names each file's holidays, the bodies that observe them, and the source", () => {
    const rows = readFileSync(resolve(EXAMPLES, "README.md"), "utf8")
      .split("\n")
      .filter((line) => line.startsWith("| `"))
      .map((line) =>
        line
          .split("|")
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    expect(rows).toEqual(
      FILES.map((file) => {
        const source = SOURCES[file];
        return [`\`${file}.json\``, source?.holidaysOf, source?.observedBy, source?.source];
      }),
    );
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
