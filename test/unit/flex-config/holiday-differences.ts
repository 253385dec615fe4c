/**
 * Days on which the examples and `date-holidays` disagree, with the reason. All other days must agree. `ours`:
 * only in the example; `theirs`: only in the library.
 */
export interface Difference {
  readonly side: "ours" | "theirs";
  readonly dates: readonly string[];
  readonly why: string;
}

export const YEARS: readonly number[] = Array.from({ length: 11 }, (_, index) => 2026 + index);

const ours = (why: string, dates: readonly string[]): Difference => ({ side: "ours", dates, why });
const theirs = (why: string, dates: readonly string[]): Difference => ({ side: "theirs", dates, why });

/** A day (`MM-DD`) in each year except the given ones. */
const each = (monthDay: string, ...but: readonly number[]): string[] =>
  YEARS.filter((year) => !but.includes(year)).map((year) => `${year}-${monthDay}`);
/** One `MM-DD` for each year from 2026 on, separated by spaces. */
const years = (text: string): string[] =>
  text.split(" ").map((monthDay, index) => `${2026 + index}-${monthDay}`);

const HALF_DAYS =
  "a half day off for some (women, the young, soldiers) or a day off for children only, not a public holiday";
const ANNOUNCED = "the library only knows what was announced up to 2026; these are computed";

export const DIFFERENCES: Readonly<Record<string, readonly Difference[]>> = {
  au: [
    theirs("New South Wales has declared the Monday after Anzac Day for 2026 and 2027 only", ["2032-04-26"]),
  ],
  br: [
    theirs("election Sundays; the second round only takes place where it is needed", [
      ...["2026-10-04", "2028-10-01", "2030-10-06", "2032-10-03", "2034-10-01", "2036-10-05"],
      ...["2026-10-25", "2028-10-29", "2030-10-27", "2032-10-31", "2034-10-29", "2036-10-26"],
    ]),
  ],
  ca: [
    theirs(
      "Easter Monday is no public holiday of Ontario's Employment Standards Act",
      years("04-06 03-29 04-17 04-02 04-22 04-14 03-29 04-18 04-10 03-26 04-14"),
    ),
  ],
  cn: [
    ours(
      "four days off at the Spring Festival since 2025: its eve and three days",
      years("02-19 02-08 01-28 02-15 02-05 01-25 02-13 02-02 02-21 02-10 01-30"),
    ),
    ours("two days off at Labour Day since 2025", each("05-02")),
    ours("Mid-Autumn 2033: the leap month comes after the eleventh month, not before the eighth", [
      "2033-09-08",
    ]),
    theirs("the same, one month later", ["2033-10-07"]),
    theirs(HALF_DAYS, [...each("03-08"), ...each("05-04"), ...each("06-01", 2033), ...each("08-01")]),
  ],
  co: [
    theirs(
      "Easter Sunday is not in Ley 51 de 1983, which makes every Sunday a day of rest",
      years("04-05 03-28 04-16 04-01 04-21 04-13 03-28 04-17 04-09 03-25 04-13"),
    ),
  ],
  es: [
    theirs("what becomes of a holiday on a Sunday is for each autonomous community to say", ["2033-12-26"]),
  ],
  in: [
    // In 2028 it coincides with Good Friday.
    theirs("Ambedkar Jayanti is declared anew each year, by notification", each("04-14", 2028)),
  ],
  jp: [ours("the library knows the day between two holidays on 22 September only", ["2032-09-21"])],
  mx: [
    ours("the president takes office on 1 October since 2024", ["2030-10-01", "2036-10-01"]),
    theirs("as it was until 2018, on 1 December", ["2030-12-01", "2036-12-01"]),
  ],
  nl: [
    ours("Good Friday: art. 3 of the Algemene termijnenwet, second paragraph", [
      ...years("04-03 03-26 04-14 03-30 04-19 04-11 03-26 04-15 04-07 03-23 04-11"),
    ]),
    ours(
      "Liberation Day: art. 3 of the Algemene termijnenwet; the library knows it as a day off for schools",
      [...each("05-05")],
    ),
  ],
  th: [
    ours("Labour Day of the private sector: Labour Protection Act, section 29", each("05-01")),
    ours(
      `Makha Bucha: ${ANNOUNCED}`,
      years("03-03 02-21 02-10 02-27 02-17 03-08 02-26 02-14 03-04 02-22 02-12").slice(1),
    ),
    ours(
      `Visakha Bucha: ${ANNOUNCED}`,
      years("05-31 05-20 05-08 05-27 05-16 06-05 05-24 05-13 06-01 05-21 05-10").slice(1),
    ),
    ours(
      `Asalha Bucha: ${ANNOUNCED}`,
      years("07-29 07-18 07-06 07-25 07-15 08-03 07-22 07-11 07-30 07-20 07-08").slice(1),
    ),
    ours(
      `Buddhist Lent: ${ANNOUNCED}`,
      years("07-30 07-19 07-07 07-26 07-16 08-04 07-23 07-12 07-31 07-21 07-09").slice(1),
    ),
  ],
  us: [
    theirs(
      "Columbus Day: few contact centres close",
      years("10-12 10-11 10-09 10-08 10-14 10-13 10-11 10-10 10-09 10-08 10-13"),
    ),
    theirs("moved days off are for federal employees and banks", [
      ...["2026-07-03", "2027-06-18", "2027-07-05", "2027-12-24", "2027-12-31", "2032-06-18", "2032-07-05"],
      ...["2032-12-24", "2032-12-31", "2033-06-20", "2033-12-26", "2034-01-02"],
    ]),
  ],
};
