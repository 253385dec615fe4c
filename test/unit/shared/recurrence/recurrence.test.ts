import { nextOccurrence } from "@schedule-manager/shared/evaluator/next-occurrence";
import { parseDate } from "@schedule-manager/shared/time/civil";
import { compileRule } from "@schedule-manager/shared/evaluator/compile-rule";
import type { RuleProblem } from "@schedule-manager/shared/model/problem";
import { compileRecurrence } from "@schedule-manager/shared/recurrence/recurrence";
import { describeProblem } from "@schedule-manager/shared/i18n/describe-problem";
import { randoms } from "../../../bench/support/measure";
import { expand } from "../../../cases/check";
import { rule } from "../fixtures";
import { randomRule } from "../oracles/random-rule";
import { SEED } from "../../../support/seed";

/** Characters. */
const MAX_RRULE_LENGTH = 10_000;

describe("recurrences on which libraries disagree", () => {
  test.each<[string, string, string, string]>([
    [
      "a start that does not match is not forced in, and not counted",
      "2026-01-01",
      "FREQ=WEEKLY;BYDAY=MO;COUNT=2",
      "2026-01-05 2026-01-12",
    ],
    [
      "YEARLY BYMONTHDAY without BYMONTH is every month",
      "2026-01-15",
      "FREQ=YEARLY;BYMONTHDAY=31;COUNT=3",
      "2026-01-31 2026-03-31 2026-05-31",
    ],
    [
      "BYWEEKNO without BYDAY is the start's weekday",
      "2026-01-07",
      "FREQ=YEARLY;BYWEEKNO=20;COUNT=2",
      "2026-05-13 2027-05-19",
    ],
    [
      // The start is a Wednesday; 2026-05-16 is a Saturday and 2028-05-16 a Tuesday.
      "BYWEEKNO with BYMONTHDAY takes no weekday from the start, as the day is named",
      "2026-01-07",
      "FREQ=YEARLY;BYWEEKNO=20;BYMONTHDAY=16;COUNT=2",
      "2026-05-16 2028-05-16",
    ],
    [
      "BYWEEKNO with BYMONTHDAY names no day outside of the week",
      "2026-01-07",
      "FREQ=YEARLY;BYWEEKNO=20;BYMONTHDAY=1,12,16,30;COUNT=4",
      "2026-05-12 2026-05-16 2028-05-16 2029-05-16",
    ],
    [
      "BYWEEKNO with BYYEARDAY takes no weekday from the start either",
      "2026-01-07",
      "FREQ=YEARLY;BYWEEKNO=1;BYYEARDAY=1,2,3,4;COUNT=5",
      "2027-01-04 2028-01-03 2028-01-04 2029-01-01 2029-01-02",
    ],
    [
      "a week's days in the next calendar year belong to it",
      "2026-01-01",
      "FREQ=YEARLY;BYWEEKNO=53;BYDAY=FR;COUNT=2",
      "2027-01-01 2032-12-31",
    ],
    [
      "BYSETPOS counts in the week-numbering year with BYWEEKNO",
      "2026-01-01",
      "FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2",
      "2026-01-02 2027-01-08",
    ],
    [
      "BYSETPOS counts in the whole first period",
      "2026-01-15",
      "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1,2,3;COUNT=2",
      "2026-01-19 2026-02-02",
    ],
    [
      "BYSETPOS counts in the whole first week",
      "2026-01-07",
      "FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=2;COUNT=2",
      "2026-01-07 2026-01-14",
    ],
    [
      "two positions of one day are one day",
      "2026-01-01",
      "FREQ=MONTHLY;BYDAY=1MO,2MO;BYSETPOS=2,-1;COUNT=2",
      "2026-01-12 2026-02-09",
    ],
    [
      "weekdays with and without numbers go together",
      "2026-01-01",
      "FREQ=MONTHLY;BYDAY=3MO,WE;COUNT=4",
      "2026-01-07 2026-01-14 2026-01-19 2026-01-21",
    ],
    [
      "numbers in BYDAY count in the year without BYMONTH",
      "2026-01-01",
      "FREQ=YEARLY;BYDAY=-1SU;COUNT=2",
      "2026-12-27 2027-12-26",
    ],
    [
      "numbers in BYDAY count in the month with BYMONTH",
      "2026-01-01",
      "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;COUNT=2",
      "2026-03-29 2027-03-28",
    ],
    [
      "BYDAY limits BYMONTHDAY",
      "2026-01-01",
      "FREQ=YEARLY;BYMONTHDAY=13;BYDAY=FR;COUNT=2",
      "2026-02-13 2026-03-13",
    ],
    [
      "months without the day are left out",
      "2026-01-31",
      "FREQ=MONTHLY;COUNT=3",
      "2026-01-31 2026-03-31 2026-05-31",
    ],
    ["years without the day are left out", "2024-02-29", "FREQ=YEARLY;COUNT=2", "2024-02-29 2028-02-29"],
    [
      "an UNTIL with a time ends on its date",
      "2026-01-01",
      "FREQ=DAILY;UNTIL=20260102T000000Z",
      "2026-01-01 2026-01-02",
    ],
    ["an UNTIL before the start has no days", "2026-01-02", "FREQ=DAILY;UNTIL=20260101", ""],
    [
      "lower-case letters and the prefix are accepted",
      "2026-01-01",
      "rrule:freq=daily;count=1",
      "2026-01-01",
    ],
    [
      "signs and leading zeros that RFC 5545 allows are accepted",
      "2026-01-01",
      "FREQ=MONTHLY;BYMONTHDAY=+05;BYDAY=+1MO;COUNT=01",
      "2026-01-05",
    ],
    [
      "the same value twice counts once",
      "2026-01-01",
      "FREQ=YEARLY;BYMONTH=2,2;BYMONTHDAY=3,3;COUNT=2",
      "2026-02-03 2027-02-03",
    ],
    [
      "INTERVAL of weeks counts from WKST",
      "2026-01-04",
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU;COUNT=3",
      "2026-01-04 2026-01-05 2026-01-18",
    ],
    [
      "INTERVAL of months counts also the months left out",
      "2026-01-31",
      "FREQ=MONTHLY;INTERVAL=5;COUNT=2",
      "2026-01-31 2028-07-31",
    ],
    [
      "a rare day is found, however far",
      "2026-01-01",
      "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;COUNT=2",
      "2044-02-29 2072-02-29",
    ],
    [
      "an interval of a thousand years",
      "2200-01-01",
      "FREQ=YEARLY;INTERVAL=1000;BYMONTH=2;BYMONTHDAY=29;COUNT=1000000",
      "3200-02-29 5200-02-29 7200-02-29 9200-02-29",
    ],
    ["no day after the year 9999 is listed", "9999-12-30", "FREQ=DAILY", "9999-12-30 9999-12-31"],
  ])("[RC3] %s", (_, start, rrule, dates) => {
    const expected = dates === "" ? [] : dates.split(" ");
    expect(expand(start, rrule, rrule.includes("COUNT=1000000") ? 4 : 5)).toEqual(expected);
  });
});

describe("refused recurrences", () => {
  const refusal = (rrule: string, start: string | null = "2026-01-01"): RuleProblem | null => {
    const compiled = compileRecurrence(rrule, start === null ? null : parseDate(start));
    return compiled.ok ? null : compiled.problem;
  };

  test.each<[string, Partial<RuleProblem>]>([
    ["", { code: "rrule-syntax" }],
    [";", { code: "rrule-syntax" }],
    ["FREQ=DAILY;", { code: "rrule-syntax" }],
    ["FREQ=DAILY;;COUNT=1", { code: "rrule-syntax" }],
    ["FREQ", { code: "rrule-syntax", value: "FREQ" }],
    ["FREQ=DAILY;COUNT=", { code: "rrule-syntax", value: "COUNT=" }],
    ["FREQ=DAILY;COUNT=1=2", { code: "rrule-syntax", value: "COUNT=1=2" }],
    ["FREQ=DAILY; COUNT=1", { code: "rrule-syntax" }],
    ["DTSTART:20260101\nRRULE:FREQ=DAILY", { code: "rrule-syntax" }],
    ["RRULE:RRULE:FREQ=DAILY", { code: "rrule-part-unknown", part: "RRULE:FREQ" }],
    ["FREQ=DA\u0131LY", { code: "rrule-syntax" }],
    ["FREQ=DAILY;BYDAY=\u017fA", { code: "rrule-syntax" }],
    ["FREQ=DAILY\u200b", { code: "rrule-syntax" }],
    ["COUNT=1", { code: "rrule-freq-missing", part: "FREQ" }],
    ["FREQ=HOURLY", { code: "rrule-freq-unsupported", value: "HOURLY" }],
    ["FREQ=constructor", { code: "rrule-freq-unsupported" }],
    ["FREQ=DAILY;__PROTO__=1", { code: "rrule-part-unknown", part: "__PROTO__" }],
    ["FREQ=DAILY;BYHOUR=1", { code: "rrule-part-unknown", part: "BYHOUR" }],
    ["FREQ=DAILY;X-ME=1", { code: "rrule-part-unknown", part: "X-ME" }],
    ["FREQ=DAILY;FREQ=DAILY", { code: "rrule-part-repeated", part: "FREQ" }],
    ["FREQ=DAILY;BYMONTH=1;BYMONTH=2", { code: "rrule-part-repeated", part: "BYMONTH" }],
    ["FREQ=DAILY;INTERVAL=0", { code: "rrule-value-invalid", part: "INTERVAL", value: "0" }],
    ["FREQ=DAILY;INTERVAL=-1", { code: "rrule-value-invalid", part: "INTERVAL" }],
    ["FREQ=DAILY;INTERVAL=1E9", { code: "rrule-value-invalid", part: "INTERVAL" }],
    ["FREQ=DAILY;INTERVAL=1,2", { code: "rrule-value-invalid", part: "INTERVAL" }],
    ["FREQ=DAILY;INTERVAL=2147483648", { code: "rrule-value-invalid", part: "INTERVAL" }],
    ["FREQ=DAILY;COUNT=0", { code: "rrule-value-invalid", part: "COUNT" }],
    ["FREQ=DAILY;COUNT=99999999999999999999", { code: "rrule-value-invalid", part: "COUNT" }],
    ["FREQ=DAILY;COUNT=0x10", { code: "rrule-value-invalid", part: "COUNT" }],
    ["FREQ=DAILY;UNTIL=20260230", { code: "rrule-value-invalid", part: "UNTIL" }],
    ["FREQ=DAILY;UNTIL=2026-01-01", { code: "rrule-value-invalid", part: "UNTIL" }],
    ["FREQ=DAILY;UNTIL=20260101T240000", { code: "rrule-value-invalid", part: "UNTIL" }],
    ["FREQ=DAILY;UNTIL=FOREVER", { code: "rrule-value-invalid", part: "UNTIL" }],
    ["FREQ=YEARLY;BYMONTH=13", { code: "rrule-value-invalid", part: "BYMONTH", value: "13" }],
    ["FREQ=YEARLY;BYMONTH=-1", { code: "rrule-value-invalid", part: "BYMONTH" }],
    ["FREQ=YEARLY;BYMONTH=+1", { code: "rrule-value-invalid", part: "BYMONTH" }],
    ["FREQ=YEARLY;BYMONTH=001", { code: "rrule-value-invalid", part: "BYMONTH" }],
    ["FREQ=MONTHLY;BYMONTHDAY=001", { code: "rrule-value-invalid", part: "BYMONTHDAY" }],
    ["FREQ=MONTHLY;BYMONTHDAY=--1", { code: "rrule-value-invalid", part: "BYMONTHDAY" }],
    ["FREQ=MONTHLY;BYMONTHDAY=1.0", { code: "rrule-value-invalid", part: "BYMONTHDAY" }],
    ["FREQ=YEARLY;BYWEEKNO=001;BYDAY=MO", { code: "rrule-value-invalid", part: "BYWEEKNO" }],
    ["FREQ=YEARLY;BYYEARDAY=0001", { code: "rrule-value-invalid", part: "BYYEARDAY" }],
    ["FREQ=MONTHLY;BYMONTHDAY=32", { code: "rrule-value-invalid", part: "BYMONTHDAY" }],
    ["FREQ=MONTHLY;BYMONTHDAY=-0", { code: "rrule-value-invalid", part: "BYMONTHDAY" }],
    ["FREQ=MONTHLY;BYMONTHDAY=1,,2", { code: "rrule-value-invalid", part: "BYMONTHDAY" }],
    ["FREQ=YEARLY;BYYEARDAY=367", { code: "rrule-value-invalid", part: "BYYEARDAY" }],
    ["FREQ=YEARLY;BYWEEKNO=54", { code: "rrule-value-invalid", part: "BYWEEKNO" }],
    ["FREQ=MONTHLY;BYDAY=0MO", { code: "rrule-value-invalid", part: "BYDAY", value: "0MO" }],
    ["FREQ=MONTHLY;BYDAY=54MO", { code: "rrule-value-invalid", part: "BYDAY" }],
    ["FREQ=MONTHLY;BYDAY=MON", { code: "rrule-value-invalid", part: "BYDAY" }],
    ["FREQ=MONTHLY;BYDAY=MO,", { code: "rrule-value-invalid", part: "BYDAY" }],
    ["FREQ=MONTHLY;BYDAY=MO;BYSETPOS=367", { code: "rrule-value-invalid", part: "BYSETPOS" }],
    ["FREQ=WEEKLY;BYDAY=MO;WKST=XX", { code: "rrule-value-invalid", part: "WKST" }],
    ["FREQ=WEEKLY;BYMONTHDAY=1", { code: "rrule-part-misplaced", part: "BYMONTHDAY", value: "WEEKLY" }],
    ["FREQ=WEEKLY;BYDAY=1MO", { code: "rrule-part-misplaced", part: "BYDAY" }],
    ["FREQ=DAILY;BYDAY=1MO", { code: "rrule-part-misplaced", part: "BYDAY" }],
    ["FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO", { code: "rrule-part-misplaced", part: "BYDAY" }],
    ["FREQ=MONTHLY;BYYEARDAY=1", { code: "rrule-part-misplaced", part: "BYYEARDAY" }],
    ["FREQ=MONTHLY;BYWEEKNO=1", { code: "rrule-part-misplaced", part: "BYWEEKNO" }],
    ["FREQ=DAILY;COUNT=1;UNTIL=20260101", { code: "rrule-count-and-until" }],
    ["FREQ=MONTHLY;BYSETPOS=1", { code: "rrule-setpos-alone" }],
    ["FREQ=YEARLY;INTERVAL=2;BYWEEKNO=1;BYDAY=MO", { code: "rrule-weekno-interval" }],
    [`FREQ=DAILY;BYMONTH=${"1,".repeat(MAX_RRULE_LENGTH)}1`, { code: "rrule-too-long" }],
  ])("[RC4] %s", (rrule, problem) => {
    expect(refusal(rrule)).toMatchObject(problem);
  });

  test.each([
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=YEARLY;BYMONTH=4,6,9,11;BYMONTHDAY=31",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;BYSETPOS=1",
    "FREQ=DAILY;BYDAY=MO;BYSETPOS=2",
    "FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=3",
    "FREQ=MONTHLY;BYDAY=6MO",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
    "FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=2MO",
    "FREQ=YEARLY;BYYEARDAY=1;BYMONTH=2",
    "FREQ=YEARLY;BYYEARDAY=366;BYMONTHDAY=30",
    "FREQ=YEARLY;BYWEEKNO=1;BYMONTH=6;BYDAY=MO",
    "FREQ=YEARLY;BYDAY=MO;BYSETPOS=54",
    // The interval never meets the days of the other parts.
    "FREQ=DAILY;INTERVAL=7;BYDAY=FR",
    "FREQ=MONTHLY;INTERVAL=12;BYMONTH=2",
    "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=YEARLY;INTERVAL=400;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=WEEKLY;INTERVAL=20871;BYMONTH=7;BYDAY=MO",
    "FREQ=DAILY;INTERVAL=146097;BYMONTHDAY=2",
  ])("[RC5] %s can never occur (from Thursday 1 January 2026)", (rrule) => {
    expect(refusal(rrule)?.code).toBe("rrule-never");
  });

  test.each([
    "FREQ=DAILY;INTERVAL=8;BYDAY=FR",
    "FREQ=YEARLY;INTERVAL=6;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=MONTHLY;INTERVAL=13;BYMONTH=2",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=5",
    "FREQ=YEARLY;BYDAY=53TH",
    "FREQ=YEARLY;BYWEEKNO=53;BYDAY=FR;BYMONTHDAY=1",
    "FREQ=DAILY;INTERVAL=2147483647",
  ])("[RC6] %s can", (rrule) => {
    expect(refusal(rrule)).toBeNull();
  });

  test.each<[string, string]>([
    ["FREQ=DAILY;INTERVAL=2", "INTERVAL"],
    ["FREQ=DAILY;COUNT=2", "COUNT"],
    ["FREQ=WEEKLY", "FREQ"],
    ["FREQ=WEEKLY;BYMONTH=1", "FREQ"],
    ["FREQ=MONTHLY;BYMONTH=1", "FREQ"],
    ["FREQ=YEARLY;BYMONTH=1", "FREQ"],
    ["FREQ=YEARLY;BYWEEKNO=1", "BYWEEKNO"],
  ])("[RC7] %s needs a start date", (rrule, part) => {
    expect(refusal(rrule, null)).toEqual({ code: "rrule-start-missing", field: "startDate", part });
    expect(refusal(rrule)).toBeNull();
  });

  test.each([
    "FREQ=DAILY",
    "FREQ=WEEKLY;BYDAY=MO",
    "FREQ=MONTHLY;BYMONTHDAY=1",
    "FREQ=YEARLY;BYYEARDAY=1",
    "FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO",
    "FREQ=YEARLY;BYWEEKNO=20;BYMONTHDAY=16",
    "FREQ=YEARLY;BYWEEKNO=1;BYYEARDAY=4",
  ])("[RC8] %s does not", (rrule) => {
    expect(refusal(rrule, null)).toBeNull();
  });

  test("[RC9] an invalid rule never matches, and its problem gives field and reason", () => {
    const compiled = compileRule(rule("r", { dateRRule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" }));
    expect(compiled.problem).toEqual({ code: "rrule-never", field: "dateRRule" });
    expect(compiled.days.has(0)).toBe(false);
    expect(nextOccurrence(compiled.days, 0)).toBeNull();
  });
});

describe("hostile input", () => {
  const long = 100_000;
  test.each<[string, string]>([
    ["100 kB of one letter", "A".repeat(long)],
    ["100 kB of separators", ";".repeat(long)],
    ["100 kB of commas", `FREQ=DAILY;BYMONTH=${",".repeat(long)}`],
    ["100 kB of white space", " ".repeat(long)],
    ["just short of too long", `FREQ=DAILY;BYMONTH=${"1,".repeat(4980)}1`],
    ["many parts", `FREQ=DAILY;${"COUNT=1;".repeat(1000)}`],
    ["surrogates", "\ud83d".repeat(1000)],
    ["a NUL", "FREQ=DAILY\0"],
  ])("[RC10] %s is handled", (_, rrule) => {
    const compiled = compileRule(rule("r", { dateRRule: rrule, startDate: "2026-01-01" }));
    expect(nextOccurrence(compiled.days, 0)).toEqual(compiled.problem === null ? expect.any(Number) : null);
  });
  test(`[RC10] broken texts are accepted, or refused with a message (SEED=${SEED})`, () => {
    const random = randoms(SEED);
    const below = (n: number): number => Math.floor(random() * n);
    const bits = [
      ...["FREQ", "COUNT", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYSETPOS", "UNTIL", "WKST", "RRULE:", "X-"],
      ...[
        "=",
        ";",
        ",",
        "-",
        "+",
        "0",
        "1",
        "53",
        "366",
        "99999999999",
        "MO",
        "-1SU",
        "20260101",
        "T000000Z",
      ],
      ...[
        "DAILY",
        "YEARLY",
        " ",
        "\n",
        "\0",
        "é",
        "🕛",
        "\ud83d",
        "\u0661",
        "__proto__",
        "constructor",
        "%",
        "{value}",
      ],
    ];
    let refused = 0;
    for (let round = 0; round < 2000; round += 1) {
      let text = random() < 0.2 ? "" : randomRule(random).rrule;
      for (let edits = 1 + below(4); edits > 0; edits -= 1) {
        const at = below(text.length + 1);
        text = text.slice(0, at) + (bits[below(bits.length)] ?? "") + text.slice(at + below(3));
      }
      const compiled = compileRule(rule("r", { dateRRule: text, startDate: "2026-01-01" }));
      const next = nextOccurrence(compiled.days, 0);
      expect(next === null || compiled.days.has(next)).toBe(true);
      if (compiled.problem === null) continue;
      refused += 1;
      expect([text, next]).toEqual([text, null]);
      expect([text, describeProblem(compiled.problem, "en-US")]).toEqual([
        text,
        expect.stringMatching(/^.{10,}\.$/s),
      ]);
    }
    expect(refused).toBeGreaterThan(500);
  });

  test.each([
    "FREQ=YEARLY;INTERVAL=1000;COUNT=1000000;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=DAILY;COUNT=2147483647",
    "FREQ=DAILY;INTERVAL=2147483647;COUNT=2147483647",
    "FREQ=DAILY;INTERVAL=97;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;COUNT=5",
    "FREQ=YEARLY;BYWEEKNO=53;BYMONTHDAY=1;BYDAY=FR;COUNT=100000",
    "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=366;COUNT=1000",
  ])("[RC11] %s from the year 1 is evaluated in the year 9999 as well", (dateRRule) => {
    const { days, problem } = compileRule(rule("r", { dateRRule, startDate: "0001-01-01" }));
    expect(problem === null || problem.code === "rrule-never").toBe(true);
    const late = parseDate("9999-12-31") ?? 0;
    expect(typeof days.has(late)).toBe("boolean");
    expect([null, late]).toContain(nextOccurrence(days, late));
  });

  test("[RC12] COUNT ends on the same day, whatever the order of queries", () => {
    const make = () =>
      compileRule(rule("r", { dateRRule: "FREQ=MONTHLY;BYDAY=MO;COUNT=7", startDate: "2026-01-06" })).days;
    const last = parseDate("2026-02-23") ?? 0;
    const [forwards, backwards] = [make(), make()];
    expect([last - 7, last, last + 7].map((day) => forwards.has(day))).toEqual([true, true, false]);
    expect([last + 7, last, last - 7].map((day) => backwards.has(day))).toEqual([false, true, true]);
  });
});
