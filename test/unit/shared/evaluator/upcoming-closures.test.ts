import { upcomingClosures } from "@schedule-manager/shared/evaluator/upcoming-closures";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { formatDate } from "@schedule-manager/shared/time/civil";
import { at, holiday, rule } from "../fixtures";

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** `25 Dec to 26 Dec` as `12-25..12-26 holiday [christmas boxing] 09:00-12:00`. */
function upcoming(rules: readonly Rule[], iso = "2026-12-01T12:00Z", more: Partial<Schedule> = {}): string[] {
  const schedule: Schedule = {
    id: "s",
    name: "Support",
    timeZone: "UTC",
    manualClose: false,
    rules: rules.map(({ id }) => id),
    ...more,
  };
  const rulesById = new Map(rules.map((each) => [each.id, each]));
  return upcomingClosures(schedule, rulesById, at(iso), 3).map(({ from, to, opens, closedReason, ruleIds }) =>
    [
      `${formatDate(from)}..${to === null ? "" : formatDate(to).slice(5)}`,
      closedReason || "-",
      `[${ruleIds.join(" ")}]`,
      ...opens.map((opening) => `${clock(opening.from)}-${clock(opening.to)}`),
    ].join(" "),
  );
}

const week = rule("week", {
  dateRRule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
  startTime: "09:00",
  endTime: "17:00",
});
const always = rule("always");
const nights = rule("nights", { startTime: "22:00", endTime: "06:00" });
const christmas = holiday("christmas", { dateRRule: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25" });
const boxing = holiday("boxing", { dateRRule: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=26" });
const newYear = holiday("new-year", { dateRRule: "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1" });
const eve = rule("eve", { dates: ["2026-12-24"], startTime: "09:00", endTime: "12:00", exception: "day" });

describe("the next days that are not as the ordinary week", () => {
  it.each<[string, Rule[], string[]]>([
    [
      "holidays on working days, by date, at most three, and none on a Sunday",
      [
        holiday("sunday", { dates: ["2026-12-20"] }),
        christmas,
        newYear,
        holiday("x", { dates: ["2027-03-01", "2027-04-01"] }),
        week,
      ],
      [
        "2026-12-25..12-25 holiday [christmas]",
        "2027-01-01..01-01 holiday [new-year]",
        "2027-03-01..03-01 holiday [x]",
      ],
    ],
    [
      "a rule that closes weekly belongs to the ordinary week, also when its recurrence ends with a semicolon",
      [holiday("sundays", { dateRRule: "FREQ=WEEKLY;BYDAY=SU;" }), always],
      [],
    ],
    [
      "days that follow each other are one, whichever rules close them",
      [christmas, boxing, always],
      ["2026-12-25..12-26 holiday [christmas boxing]", "2027-12-25..12-26 holiday [christmas boxing]"],
    ],
    [
      "days with other reasons are not",
      [christmas, holiday("boxing", { ...boxing, id: "boxing", closedReason: "stocktaking" }), always],
      [
        "2026-12-25..12-25 holiday [christmas]",
        "2026-12-26..12-26 stocktaking [boxing]",
        "2027-12-25..12-25 holiday [christmas]",
      ],
    ],
    [
      "a holiday's weekend in between is part of it",
      [holiday("leave", { startDate: "2026-12-05", endDate: "2026-12-16" }), week],
      ["2026-12-05..12-16 holiday [leave]"],
    ],
    [
      "special hours for the whole day, with the openings",
      [eve, week],
      ["2026-12-24..12-24 closed [eve] 09:00-12:00"],
    ],
    [
      "an exception that opens longer or on another day",
      [
        rule("late", { dates: ["2026-12-10"], startTime: "17:00", endTime: "20:00", exception: true }),
        rule("sunday", { dates: ["2026-12-13"], startTime: "12:00", endTime: "16:00", exception: "day" }),
        week,
      ],
      ["2026-12-10..12-10 - [late] 09:00-20:00", "2026-12-13..12-13 - [sunday] 12:00-16:00"],
    ],
    [
      "a closed afternoon",
      [holiday("party", { dates: ["2026-12-10"], startTime: "13:00", closedReason: "party" }), week],
      ["2026-12-10..12-10 party [party] 09:00-13:00"],
    ],
    [
      "no weekly recurrence without an end: Sundays, a lunch break, an exception for Thursdays",
      [
        holiday("sundays", { dateRRule: "FREQ=WEEKLY;BYDAY=SU" }),
        holiday("lunch", { startTime: "12:00", endTime: "13:00" }),
        rule("thursdays", {
          dateRRule: "FREQ=WEEKLY;BYDAY=TH",
          startTime: "12:00",
          endTime: "20:00",
          exception: true,
        }),
        always,
      ],
      [],
    ],
    [
      "a weekly recurrence with an end",
      [holiday("course", { dateRRule: "FREQ=WEEKLY;BYDAY=WE;UNTIL=20261210" }), week],
      ["2026-12-02..12-02 holiday [course]", "2026-12-09..12-09 holiday [course]"],
    ],
    [
      "a day that ordinary hours leave out",
      [{ ...week, exceptDates: ["2026-12-10"] }],
      ["2026-12-10..12-10 closed []"],
    ],
    [
      "a close without an end, to the end of the search",
      [holiday("for-good", { startDate: "2027-02-01", closedReason: "moved" }), week],
      ["2027-02-01.. moved [for-good]"],
    ],
    [
      "the night that begins on a closed day belongs to that day",
      [holiday("off", { dates: ["2026-12-10"], exception: "day" }), nights],
      ["2026-12-10..12-10 holiday [off]"],
    ],
    [
      "a night that begins otherwise",
      [
        rule("short", { dates: ["2026-12-10"], startTime: "20:00", endTime: "02:00", exception: "day" }),
        nights,
      ],
      ["2026-12-10..12-10 - [short] 20:00-26:00"],
    ],
    ["a schedule as in each week", [week], []],
    ["none", [], []],
    ["a bad rule", [holiday("bad", { dateRRule: "FREQ=NEVER" }), week], []],
  ])("[EV10] %s", (_, rules, expected) => {
    expect(upcoming(rules)).toEqual(expected);
  });

  it.each([
    ["before it", "2026-12-24T05:00Z", ["2026-12-24..12-24 closed [eve] 09:00-12:00"]],
    [
      "while its hours are other than ordinarily",
      "2026-12-24T16:59Z",
      ["2026-12-24..12-24 closed [eve] 09:00-12:00"],
    ],
    ["when the ordinary day would be over", "2026-12-24T17:00Z", []],
  ])("[EV10] a day counts until its last difference has passed: %s", (_, iso, expected) => {
    expect(upcoming([eve, week], iso)).toEqual(expected);
  });

  it("[EV10] a closure under way says when it began, and is over with its last day", () => {
    const leave = holiday("leave", { startDate: "2026-12-07", endDate: "2026-12-11" });
    expect(upcoming([leave, week], "2026-12-09T12:00Z")).toEqual(["2026-12-07..12-11 holiday [leave]"]);
    expect(upcoming([leave, week], "2026-12-11T18:00Z")).toEqual([]);
  });

  it("[EV10] days are those of the schedule's zone, and an unknown zone has none", () => {
    const rules = [christmas, always];
    const evening = "2026-12-26T03:00Z";
    expect(upcoming(rules, evening, { timeZone: "America/Chicago" })[0]).toBe(
      "2026-12-25..12-25 holiday [christmas]",
    );
    expect(upcoming(rules, evening, { timeZone: "Asia/Tokyo" })[0]).toBe(
      "2027-12-25..12-25 holiday [christmas]",
    );
    expect(upcoming(rules, evening, { timeZone: "Mars/Base" })).toEqual([]);
  });

  it("[EV10] the search ends with the 400th day after today, and an entry that reaches it has no end", () => {
    const on = (date: string): string[] => upcoming([holiday("x", { dates: [date] }), always]);
    expect(on("2028-01-05")).toEqual(["2028-01-05.. holiday [x]"]);
    expect(on("2028-01-06")).toEqual([]);
  });

  it("[EV10] a manual close is not part of it", () => {
    expect(upcoming([christmas, always], undefined, { manualClose: true })).toEqual(
      upcoming([christmas, always]),
    );
  });
});
