import { compileRule } from "@schedule-manager/shared/evaluator/compile-rule";
import type { Rule } from "@schedule-manager/shared/model/model";
import { parseDate } from "@schedule-manager/shared/time/civil";
import { importCalendar } from "./import-calendar";
import type { ImportOptions } from "@schedule-manager/shared/import-export/ical/rules-from-events";
import { APPLE, calendar, event, GOOGLE, HOLIDAY_SITE, ics, OUTLOOK } from "./calendars";
import { codesOf, imported as read, said } from "./imported";

/** Characters. */
const MAX_CALENDAR_SIZE = 5 * 1024 * 1024;

const OPTIONS: ImportOptions = { timeZone: "America/New_York", from: "2026-01-01" };

const rulesOf = async (
  input: string | Uint8Array,
  options: Partial<ImportOptions> = {},
): Promise<unknown[]> => said(await read(input, options));

/** One event of the given lines. */
const one = (...lines: readonly string[]): string => calendar(...event("UID:a", "SUMMARY:A", ...lines));

describe("calendars of several vendors", () => {
  it("[IC1] Google's: one rule for a holiday, whatever its years; free days count", async () => {
    const result = await read(GOOGLE);
    expect(result).toMatchObject({ calendarName: "Holidays in Testland", timeZone: "UTC", listed: [] });
    expect(result.rules).toEqual([
      {
        id: expect.stringMatching(/^founders-day-[a-z0-9]{7}$/) as string,
        name: "Founders, Day",
        isOpen: false,
        closedReason: "holiday",
        dates: ["2026-07-04", "2027-07-04", "2028-07-04"],
      },
    ]);
  });

  it("[IC1] a zone of the calendar that nobody knows counts as none", async () => {
    const unknown = GOOGLE.replace("X-WR-TIMEZONE:UTC", "X-WR-TIMEZONE:Mars/Base");
    expect(await read(unknown)).toMatchObject({ calendarName: "Holidays in Testland", timeZone: null });
  });

  it("[IC1] Apple's: yearly, with a duration and an alarm inside", async () => {
    expect(await rulesOf(APPLE)).toEqual([
      { name: "New Year's Day", dateRRule: "RRULE:FREQ=YEARLY", startDate: "2020-01-01" },
    ]);
  });

  it("[IC1] Outlook's: midnights in a zone of its own are whole days, wherever the schedule is", async () => {
    expect(await rulesOf(OUTLOOK)).toEqual([
      { name: "Tag der Deutschen Einheit", startDate: "2026-10-03", endDate: "2026-10-03" },
    ]);
  });

  it("[IC1] holiday sites': dates that are not declared, ends that are the same day, LF and a byte order mark", async () => {
    expect(await rulesOf(HOLIDAY_SITE)).toEqual([
      { name: "Christmas Day", dates: ["2026-12-25", "2027-12-25"] },
    ]);
  });

  it("[IC1] the same calendar gives the same ids again, and other calendars others", async () => {
    const ids = async (text: string): Promise<string[]> => (await read(text)).rules.map(({ id }) => id);
    expect(await ids(GOOGLE)).toEqual(await ids(GOOGLE));
    expect(new Set([...(await ids(GOOGLE)), ...(await ids(APPLE)), ...(await ids(OUTLOOK))]).size).toBe(3);
  });

  it("[IC1] rules open or close as asked", async () => {
    const [open] = (await read(GOOGLE, { opens: "all" })).rules;
    const [closed] = (await read(GOOGLE, { closedReason: "feast" })).rules;
    expect(open).toMatchObject({ isOpen: true });
    expect(open).not.toHaveProperty("closedReason");
    expect(closed).toMatchObject({ isOpen: false, closedReason: "feast" });
  });
});

describe("days and times", () => {
  it.each([
    ["no end", ["DTSTART;VALUE=DATE:20261224"], { startDate: "2026-12-24", endDate: "2026-12-24" }],
    [
      "an end that does not belong to it",
      ["DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227"],
      { startDate: "2026-12-24", endDate: "2026-12-26" },
    ],
    [
      "weeks",
      ["DTSTART;VALUE=DATE:20261224", "DURATION:P1W"],
      { startDate: "2026-12-24", endDate: "2026-12-30" },
    ],
    [
      "a whole year",
      ["DTSTART;VALUE=DATE:20260101", "DTEND;VALUE=DATE:20270101"],
      { startDate: "2026-01-01", endDate: "2026-12-31" },
    ],
    [
      "times",
      ["DTSTART:20261224T120000", "DTEND:20261224T173000"],
      { startDate: "2026-12-24", endDate: "2026-12-24", startTime: "12:00", endTime: "17:30" },
    ],
    [
      "until midnight",
      ["DTSTART:20261224T120000", "DTEND:20261225T000000"],
      { startDate: "2026-12-24", endDate: "2026-12-24", startTime: "12:00" },
    ],
    [
      "overnight",
      ["DTSTART:20261224T220000", "DTEND:20261225T060000"],
      { startDate: "2026-12-24", endDate: "2026-12-24", startTime: "22:00", endTime: "06:00" },
    ],
    [
      "a duration in hours",
      ["DTSTART:20261224T220000", "DURATION:PT1H30M"],
      { startDate: "2026-12-24", endDate: "2026-12-24", startTime: "22:00", endTime: "23:30" },
    ],
    [
      "the last second of a day",
      ["DTSTART:20261224T000000", "DTEND:20261225T235959"],
      { startDate: "2026-12-24", endDate: "2026-12-25" },
    ],
    [
      "24:00",
      ["DTSTART:20261224T080000", "DTEND:20261224T240000"],
      { startDate: "2026-12-24", endDate: "2026-12-24", startTime: "08:00" },
    ],
  ])("[IC2] %s", async (_, lines, when) => {
    const result = await read(one(...lines));
    expect(result.listed).toEqual([]);
    expect(await rulesOf(one(...lines))).toEqual([{ name: "A", ...when }]);
  });

  it("[IC2] several days with times become the first, the days between and the last", async () => {
    expect(await rulesOf(one("DTSTART:20261223T120000", "DTEND:20261227T090000"))).toEqual([
      { name: "A 1/3", startDate: "2026-12-23", endDate: "2026-12-23", startTime: "12:00" },
      { name: "A 2/3", startDate: "2026-12-24", endDate: "2026-12-26" },
      { name: "A 3/3", startDate: "2026-12-27", endDate: "2026-12-27", endTime: "09:00" },
    ]);
  });

  it("[IC2] a day exactly, from a time to the same time, is no overnight rule", async () => {
    expect(await rulesOf(one("DTSTART:20261223T090000", "DTEND:20261224T090000"))).toEqual([
      { name: "A 1/2", startDate: "2026-12-23", endDate: "2026-12-23", startTime: "09:00" },
      { name: "A 2/2", startDate: "2026-12-24", endDate: "2026-12-24", endTime: "09:00" },
    ]);
  });

  it("[IC2] days of one name are one rule, of 500 at most", async () => {
    const days = Array.from({ length: 700 }, (_, index) => new Date(Date.UTC(2026, 0, 1 + 2 * index)));
    const text = calendar(
      ...days.flatMap((day) =>
        event(`DTSTART;VALUE=DATE:${day.toISOString().slice(0, 10).replaceAll("-", "")}`, "SUMMARY:A"),
      ),
    );
    const { rules } = await read(text);
    expect(rules.map(({ dates }) => dates?.length)).toEqual([500, 200]);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(2);
  });
});

describe("zones", () => {
  const onceIn = (zone: string, ...more: readonly string[]): string =>
    calendar(
      ...more,
      ...event(
        "UID:a",
        "SUMMARY:A",
        `DTSTART;TZID=${zone}:20260701T100000`,
        `DTEND;TZID=${zone}:20260701T180000`,
      ),
    );
  const rule = (startTime: string, endTime: string, day = "2026-07-01"): object => ({
    name: "A",
    startDate: day,
    endDate: day,
    startTime,
    endTime,
  });

  it.each([
    ["IANA's", "Europe/Berlin"],
    ["Windows'", '"W. Europe Standard Time"'],
    ["Mozilla's", "/mozilla.org/20050126_1/Europe/Berlin"],
    ["libical's", "/freeassociation.sourceforge.net/Europe/Berlin"],
  ])("[IC3] %s names are known", async (_, zone) => {
    expect(await rulesOf(onceIn(zone))).toEqual([rule("04:00", "12:00")]);
  });

  it.each(["constructor", "toString", "__proto__"])("[SC8] %s is no zone that is known", async (zone) => {
    expect(await rulesOf(onceIn(zone))).toEqual(await rulesOf(onceIn("No/Such_Zone")));
  });

  const VTIMEZONE = [
    "BEGIN:VTIMEZONE",
    "TZID:Our own zone",
    "BEGIN:STANDARD",
    "DTSTART:20001029T030000",
    "TZOFFSETFROM:+0530",
    "TZOFFSETTO:+0430",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:20000326T020000",
    "TZOFFSETFROM:+0430",
    "TZOFFSETTO:+0530",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
  ];

  it("[IC3] a zone that only the file describes is computed from its rules, summer and winter", async () => {
    expect(await rulesOf(onceIn("Our own zone", ...VTIMEZONE), { timeZone: "UTC" })).toEqual([
      rule("04:30", "12:30"),
    ]);
    const winter = onceIn("Our own zone", ...VTIMEZONE).replaceAll("20260701", "20261201");
    expect(await rulesOf(winter, { timeZone: "UTC" })).toEqual([rule("05:30", "13:30", "2026-12-01")]);
  });

  it("[IC10] a VTIMEZONE that differs from its name for a time of the file wins, and is listed once", async () => {
    const named = VTIMEZONE.map((line) => line.replace("Our own zone", "Asia/Kolkata"));
    const summer = await read(onceIn("Asia/Kolkata", ...named), { timeZone: "Asia/Kolkata" });
    // The clocks agree in summer.
    expect(summer.listed).toEqual([]);
    expect(summer.rules).toMatchObject([{ startTime: "10:00", endTime: "18:00" }]);
    const text = onceIn("Asia/Kolkata", ...named).replaceAll("20260701", "20261201");
    const winter = await read(text, { timeZone: "Asia/Kolkata" });
    expect(winter.listed).toMatchObject([
      { code: "zone-differs", summary: "Asia/Kolkata", params: { zone: "Asia/Kolkata" }, isImported: true },
    ]);
    expect(winter.rules).toMatchObject([{ startTime: "11:00", endTime: "19:00" }]);
  });

  it("[IC10] a series compares a year of its times from today on", async () => {
    const named = VTIMEZONE.map((line) => line.replace("Our own zone", "Asia/Kolkata"));
    const weekly = onceIn("Asia/Kolkata", ...named).replace("END:VEVENT", "RRULE:FREQ=WEEKLY\r\nEND:VEVENT");
    const codes = codesOf(await read(weekly, { timeZone: "Asia/Kolkata" }));
    expect(codes).toEqual(["zone-differs", "expanded"]);
  });

  it("[IC3] X-LIC-LOCATION says what a zone is", async () => {
    const zone = ["BEGIN:VTIMEZONE", "TZID:Mine", "X-LIC-LOCATION:Asia/Tokyo", "END:VTIMEZONE"];
    expect(await rulesOf(onceIn("Mine", ...zone), { timeZone: "UTC" })).toEqual([rule("01:00", "09:00")]);
  });

  it("[IC3] UTC and other zones are converted, over midnight, too; times without a zone are the schedule's", async () => {
    const utc = one("DTSTART:20260702T020000Z", "DTEND:20260702T050000Z");
    expect(await rulesOf(utc)).toEqual([rule("22:00", "01:00")]);
    const mixed = one("DTSTART;TZID=Asia/Tokyo:20260702T090000", "DTEND;TZID=Europe/Berlin:20260702T040000");
    expect(await rulesOf(mixed)).toEqual([rule("20:00", "22:00")]);
    expect(await rulesOf(one("DTSTART:20260701T090000", "DTEND:20260701T100000"))).toEqual([
      rule("09:00", "10:00"),
    ]);
  });

  it.each([
    ["before the spring change", "20260308T003000", "2026-03-08", "05:30"],
    ["in the skipped hour", "20260308T023000", "2026-03-08", "07:30"],
    ["after the spring change", "20260308T100000", "2026-03-08", "14:00"],
    ["before the autumn change", "20261101T003000", "2026-11-01", "04:30"],
    ["in the repeated hour", "20261101T013000", "2026-11-01", "05:30"],
    ["after the autumn change", "20261101T100000", "2026-11-01", "15:00"],
  ])("[IC3] on the day of a clock change an event %s is at its own instant", async (_, start, day, time) => {
    const lines = [`DTSTART;TZID=America/New_York:${start}`, "DURATION:PT15M"];
    expect(await rulesOf(one(...lines), { timeZone: "UTC" })).toMatchObject([
      { startDate: day, endDate: day, startTime: time },
    ]);
  });

  it.each<[string, string, string, string, readonly (readonly [string, readonly string[]])[]]>([
    [
      "the event's clock changes that morning",
      "America/New_York:20261018T100000",
      "UTC",
      "4",
      [
        ["14:00", ["2026-10-18", "2026-10-25"]],
        ["15:00", ["2026-11-01", "2026-11-08"]],
      ],
    ],
    [
      "the schedule's clock changes an hour before the event, on its next day",
      "America/New_York:20261017T220000",
      "Europe/Berlin",
      "4",
      [
        ["04:00", ["2026-10-18", "2026-11-08"]],
        ["03:00", ["2026-10-25", "2026-11-01"]],
      ],
    ],
    [
      "the schedule's clock changes hours after the event, on its day before",
      "Pacific/Kiritimati:20260920T003000",
      "Pacific/Auckland",
      "4",
      [
        ["22:30", ["2026-09-19", "2026-09-26"]],
        ["23:30", ["2026-10-03", "2026-10-10"]],
      ],
    ],
  ])(
    "[IC3] a weekly series from another zone changes its hour at once: %s",
    async (_, start, timeZone, count, expected) => {
      const series = one(`DTSTART;TZID=${start}`, "DURATION:PT15M", `RRULE:FREQ=WEEKLY;COUNT=${count}`);
      expect(await rulesOf(series, { timeZone })).toMatchObject(
        expected.map(([startTime, dates]) => ({ startTime, dates })),
      );
    },
  );

  const outlook = (start: string, end: string): string[] => [
    "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
    `DTSTART:${start}`,
    `DTEND:${end}`,
  ];
  it.each<[string, readonly string[], string]>([
    ["a date to a midnight", ["DTSTART;VALUE=DATE:20260105", "DTEND:20260106T000000"], "2026-01-05"],
    ["a date to a time", ["DTSTART;VALUE=DATE:20260105", "DTEND:20260106T090000"], "2026-01-06"],
    ["Outlook's flag to a midnight", outlook("20260105T000000", "20260106T000000"), "2026-01-05"],
    ["Outlook's flag to a time", outlook("20260105T000000", "20260106T090000"), "2026-01-06"],
    ["Outlook's flag in UTC to a midnight", outlook("20260105T050000Z", "20260106T050000Z"), "2026-01-05"],
    ["Outlook's flag in UTC to a time", outlook("20260105T050000Z", "20260106T140000Z"), "2026-01-06"],
  ])("[IC2] whole days from %s end on the right day", async (_, lines, endDate) => {
    expect(await rulesOf(one(...lines))).toEqual([{ name: "A", startDate: "2026-01-05", endDate }]);
  });

  it.each(["20260119", "20260119T000000", "20260119T093000", "20260119T235959", "20260119T170000Z"])(
    "[IC4] a series of whole days with UNTIL=%s lasts until that day",
    async (until) => {
      const series = one("DTSTART;VALUE=DATE:20260105", `RRULE:FREQ=WEEKLY;UNTIL=${until}`);
      const [rule] = (await read(series)).rules;
      const { days } = compileRule(rule as Rule);
      const found = ["2026-01-12", "2026-01-19", "2026-01-26"].map((date) =>
        days.has(parseDate(date) ?? NaN),
      );
      expect(found).toEqual([true, true, false]);
    },
  );

  it("[IC3] an unknown zone is listed, not guessed", async () => {
    const result = await read(onceIn("Nowhere/Special"));
    expect(result.rules).toEqual([]);
    expect(result.listed).toMatchObject([
      { code: "zone-unknown", params: { zone: "Nowhere/Special" }, isImported: false, line: 4 },
    ]);
  });

  it("[IC3] a series of a zone that keeps the same distance goes on recurring", async () => {
    const text = one(
      "DTSTART;TZID=Europe/Berlin:20260105T090000",
      "DTEND;TZID=Europe/Berlin:20260105T170000",
      "RRULE:FREQ=WEEKLY;BYDAY=MO",
    );
    expect(await rulesOf(text, { timeZone: "Europe/London" })).toEqual([
      {
        name: "A",
        dateRRule: "RRULE:FREQ=WEEKLY;BYDAY=MO",
        startDate: "2026-01-05",
        startTime: "08:00",
        endTime: "16:00",
      },
    ]);
  });

  it("[IC3] a series that falls on another day goes on recurring on that day", async () => {
    const text = one(
      "DTSTART;TZID=Asia/Tokyo:20260105T080000",
      "DTEND;TZID=Asia/Tokyo:20260105T090000",
      "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;UNTIL=20261231T145959Z",
    );
    expect(await rulesOf(text, { timeZone: "Asia/Kolkata" })).toEqual([
      {
        name: "A",
        dateRRule: "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;UNTIL=20261231",
        startDate: "2026-01-05",
        startTime: "04:30",
        endTime: "05:30",
      },
    ]);
    expect(await rulesOf(text, { timeZone: "UTC" })).toEqual([
      {
        name: "A",
        dateRRule: "RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20261230;BYDAY=SA,SU;WKST=SU",
        startDate: "2026-01-04",
        startTime: "23:00",
      },
    ]);
  });

  it("[IC3] a series of a zone whose distance changes has its days written out, and is listed", async () => {
    const text = one(
      "DTSTART;TZID=America/New_York:20260105T090000",
      "DTEND;TZID=America/New_York:20260105T100000",
      "RRULE:FREQ=WEEKLY;UNTIL=20260401T000000Z",
    );
    const result = await read(text, { timeZone: "Europe/Berlin" });
    expect(codesOf(result)).toEqual(["expanded"]);
    expect(result.rules).toMatchObject([
      {
        startTime: "15:00",
        endTime: "16:00",
        dates: [
          "2026-01-05",
          "2026-01-12",
          "2026-01-19",
          "2026-01-26",
          "2026-02-02",
          "2026-02-09",
          "2026-02-16",
          "2026-02-23",
          "2026-03-02",
          "2026-03-30",
        ],
      },
      { startTime: "14:00", endTime: "15:00", dates: ["2026-03-09", "2026-03-16", "2026-03-23"] },
    ]);
  });
});

describe("recurring events", () => {
  it.each([
    "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
    "FREQ=YEARLY;INTERVAL=2",
    "FREQ=MONTHLY;BYDAY=-1MO;COUNT=5",
    "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TH",
    "FREQ=DAILY;COUNT=3",
    "FREQ=YEARLY;UNTIL=20301126",
  ])("[IC4] %s is kept as it is, with its start", async (rrule) => {
    const start = rrule.includes("-1MO") ? "2026-11-30" : "2026-11-26";
    const result = await read(one(`DTSTART;VALUE=DATE:${start.replaceAll("-", "")}`, `RRULE:${rrule}`));
    expect(result.listed).toEqual([]);
    expect(result.rules).toMatchObject([{ dateRRule: `RRULE:${rrule}`, startDate: start }]);
  });

  it("[IC4] EXDATE and RDATE become exceptDates and dates, whatever form they have", async () => {
    const text = one(
      "DTSTART;TZID=America/New_York:20260105T090000",
      "DTEND;TZID=America/New_York:20260105T100000",
      "RRULE:FREQ=WEEKLY",
      "EXDATE;TZID=America/New_York:20260112T090000,20260119T090000",
      "EXDATE:20260126T140000Z",
      "EXDATE;VALUE=DATE:20260202",
      "RDATE;TZID=America/New_York:20260107T090000",
    );
    const result = await read(text);
    expect(result.listed).toEqual([]);
    expect(result.rules).toMatchObject([
      { dates: ["2026-01-07"], exceptDates: ["2026-01-12", "2026-01-19", "2026-01-26", "2026-02-02"] },
    ]);
  });

  it("[IC4] an EXDATE at another time excludes nothing, and is listed", async () => {
    const text = one(
      "DTSTART:20260105T090000",
      "DURATION:PT1H",
      "RRULE:FREQ=WEEKLY",
      "EXDATE:20260112T100000",
    );
    const result = await read(text);
    expect(result.listed).toMatchObject([
      { code: "exdate-unmatched", params: { value: "2026-01-12" }, isImported: true },
    ]);
    expect(result.rules[0]).not.toHaveProperty("exceptDates");
  });

  it("[IC4] an RDATE at another time or of another length stands for itself", async () => {
    const text = one(
      "DTSTART:20260105T090000",
      "DURATION:PT1H",
      "RRULE:FREQ=WEEKLY",
      "RDATE:20260107T110000",
      "RDATE;VALUE=PERIOD:20260108T090000/PT3H,20260109T090000/20260109T093000",
    );
    expect(await rulesOf(text)).toMatchObject([
      { dateRRule: "RRULE:FREQ=WEEKLY" },
      { startDate: "2026-01-07", startTime: "11:00", endTime: "12:00" },
      { startDate: "2026-01-08", startTime: "09:00", endTime: "12:00" },
      { startDate: "2026-01-09", startTime: "09:00", endTime: "09:30" },
    ]);
  });

  it("[IC4] UNTIL in UTC ends with the last start before it, on the event's own clock", async () => {
    const until = async (zone: string, start: string, value: string): Promise<unknown> => {
      const text = one(`DTSTART;TZID=${zone}:${start}`, "DURATION:PT1H", `RRULE:FREQ=DAILY;UNTIL=${value}`);
      return (await read(text, { timeZone: zone })).rules[0]?.dateRRule;
    };
    // 1 October 01:00 UTC is 30 September 18:00 in Los Angeles.
    expect(await until("America/Los_Angeles", "20260901T180000", "20261001T010000Z")).toBe(
      "RRULE:FREQ=DAILY;UNTIL=20260930",
    );
    expect(await until("America/Los_Angeles", "20260901T190000", "20261001T010000Z")).toBe(
      "RRULE:FREQ=DAILY;UNTIL=20260929",
    );
    // Whole days: midnight in Berlin of 31 December, and the end of that day however it is written.
    const days = async (value: string): Promise<unknown> =>
      (
        await read(one("DTSTART;VALUE=DATE:20260901", `RRULE:FREQ=DAILY;UNTIL=${value}`), {
          timeZone: "Europe/Berlin",
        })
      ).rules[0]?.dateRRule;
    expect(await days("20261230T230000Z")).toBe("RRULE:FREQ=DAILY;UNTIL=20261231");
    expect(await days("20261231T235959Z")).toBe("RRULE:FREQ=DAILY;UNTIL=20261231");
    expect(await days("20261231")).toBe("RRULE:FREQ=DAILY;UNTIL=20261231");
  });

  it("[IC4] changed occurrences replace the day they were, cancelled ones only take it away", async () => {
    const text = calendar(
      ...event("UID:a", "SUMMARY:A", "DTSTART;VALUE=DATE:20260105", "RRULE:FREQ=WEEKLY"),
      ...event(
        "UID:a",
        "SUMMARY:A moved",
        "RECURRENCE-ID;VALUE=DATE:20260112",
        "DTSTART;VALUE=DATE:20260113",
      ),
      ...event(
        "UID:a",
        "SUMMARY:A",
        "RECURRENCE-ID;VALUE=DATE:20260119",
        "DTSTART;VALUE=DATE:20260119",
        "STATUS:CANCELLED",
      ),
    );
    expect((await read(text)).listed).toEqual([]);
    expect(await rulesOf(text)).toEqual([
      {
        name: "A",
        dateRRule: "RRULE:FREQ=WEEKLY",
        startDate: "2026-01-05",
        exceptDates: ["2026-01-12", "2026-01-19"],
      },
      { name: "A moved", startDate: "2026-01-13", endDate: "2026-01-13" },
    ]);
  });

  it("[IC4] a start that the recurrence does not name is added, as calendars show it, and listed", async () => {
    const text = one("DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=WEEKLY;BYDAY=MO");
    const result = await read(text);
    expect(codesOf(result)).toEqual(["start-added"]);
    expect(result.rules).toMatchObject([{ dateRRule: "RRULE:FREQ=WEEKLY;BYDAY=MO", dates: ["2026-01-01"] }]);
  });

  it("[IC4] RDATE without a recurrence is a list of days", async () => {
    expect(await rulesOf(one("DTSTART;VALUE=DATE:20260101", "RDATE;VALUE=DATE:20260105,20260109"))).toEqual([
      { name: "A", dates: ["2026-01-01", "2026-01-05", "2026-01-09"] },
    ]);
  });

  it("[IC4] days in a row recur in one rule where one can say it, else in one rule a day", async () => {
    expect(
      await rulesOf(one("DTSTART;VALUE=DATE:20251224", "DTEND;VALUE=DATE:20251227", "RRULE:FREQ=YEARLY")),
    ).toEqual([
      { name: "A", dateRRule: "RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24,25,26", startDate: "2025-12-24" },
    ]);
    expect(
      await rulesOf(
        one(
          "DTSTART;VALUE=DATE:20251231",
          "DTEND;VALUE=DATE:20260102",
          "RRULE:FREQ=YEARLY",
          "EXDATE;VALUE=DATE:20271231",
        ),
      ),
    ).toEqual([
      {
        name: "A",
        dateRRule: "RRULE:FREQ=YEARLY;BYYEARDAY=-1,1",
        startDate: "2025-12-31",
        exceptDates: ["2027-12-31", "2028-01-01"],
      },
    ]);
    expect(
      await rulesOf(
        one(
          "DTSTART;VALUE=DATE:20261126",
          "DTEND;VALUE=DATE:20261128",
          "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
        ),
      ),
    ).toEqual([
      { name: "A 1/2", dateRRule: "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", startDate: "2026-11-26" },
      {
        name: "A 2/2",
        dateRRule: "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=FR;BYMONTHDAY=23,24,25,26,27,28,29",
        startDate: "2026-11-27",
      },
    ]);
  });

  it("[IC4] days in a row that no recurrence can say are written out for ten years, and listed", async () => {
    const result = await read(
      one("DTSTART;VALUE=DATE:20260131", "DTEND;VALUE=DATE:20260202", "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1"),
    );
    expect(codesOf(result)).toEqual(["expanded"]);
    expect(result.rules[0]?.dates).toHaveLength(2 * 120);
    expect(result.rules[0]?.dates?.slice(0, 4)).toEqual([
      "2026-01-31",
      "2026-02-01",
      "2026-02-28",
      "2026-03-01",
    ]);
  });

  it.each([
    ["FREQ=HOURLY", "rrule-freq-unsupported"],
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "rrule-never"],
    ["FREQ=DAILY;INTERVAL=-1", "rrule-value-invalid"],
    ["FREQ=WEEKLY;BYDAY=3MO,WE", "rrule-part-misplaced"],
    ["FREQ=YEARLY;FOO=1", "rrule-part-unknown"],
    ["BYMONTH=1", "rrule-freq-missing"],
  ])("[IC5] %s is refused with the reason, and so is the series", async (rrule, problem) => {
    const result = await read(
      one("DTSTART;VALUE=DATE:20260101", `RRULE:${rrule}`, "RDATE;VALUE=DATE:20260105"),
    );
    expect(result.rules).toEqual([]);
    expect(result.listed).toMatchObject([{ code: "rrule-refused", isImported: false, params: { problem } }]);
  });
});

describe("what is listed", () => {
  it.each([
    ["cancelled", ["DTSTART;VALUE=DATE:20260101", "STATUS:CANCELLED"]],
    ["start-missing", ["DTEND;VALUE=DATE:20260101"]],
    ["end-before-start", ["DTSTART;VALUE=DATE:20260105", "DTEND;VALUE=DATE:20260101"]],
    ["end-before-start", ["DTSTART:20260105T100000", "DTEND:20260105T090000"]],
    ["no-duration", ["DTSTART:20260105T100000"]],
    ["no-duration", ["DTSTART:20260105T100000", "DTEND:20260105T100000"]],
    ["exrule-unsupported", ["DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=WEEKLY", "EXRULE:FREQ=MONTHLY"]],
    [
      "this-and-future",
      ["DTSTART;VALUE=DATE:20260101", "RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20260101"],
    ],
  ])("[IC5] %s: not imported", async (code, lines) => {
    const result = await read(one(...lines));
    expect(result.rules).toEqual([]);
    expect(result.listed).toMatchObject([{ code, isImported: false, uid: "a", summary: "A", line: 4 }]);
  });

  it.each([
    ["tentative", ["DTSTART;VALUE=DATE:20260101", "STATUS:TENTATIVE"]],
    ["seconds-dropped", ["DTSTART:20260105T100030", "DTEND:20260105T110000"]],
    ["line-unreadable", ["DTSTART;VALUE=DATE:20260101", "EXDATE;VALUE=DATE:2026-13-01"]],
    ["line-unreadable", ["DTSTART;VALUE=DATE:20260101", "SEQUENCE"]],
  ])("[IC5] %s: imported all the same", async (code, lines) => {
    const result = await read(one(...lines));
    expect(result.rules).toHaveLength(1);
    expect(result.listed).toMatchObject([{ code, isImported: true }]);
  });

  it("[IC5] an event without a summary is named after its day", async () => {
    const result = await read(calendar(...event("UID:a", "DTSTART;VALUE=DATE:20260101")));
    expect(result.rules).toMatchObject([{ name: "2026-01-01" }]);
    expect(codesOf(result)).toEqual(["summary-missing"]);
  });

  it("[IC5] the same event twice counts once, by UID and by day and name", async () => {
    const text = calendar(
      ...event("UID:a", "SUMMARY:A", "DTSTART;VALUE=DATE:20260101"),
      ...event("UID:a", "SUMMARY:A", "DTSTART;VALUE=DATE:20260101"),
      ...event("UID:b", "SUMMARY:A", "DTSTART;VALUE=DATE:20260101"),
      ...event("UID:c", "SUMMARY:B", "DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=YEARLY"),
      ...event("UID:d", "SUMMARY:B", "DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=YEARLY"),
    );
    const result = await read(text);
    expect(result.rules).toHaveLength(2);
    expect(codesOf(result)).toEqual(["duplicate", "duplicate", "duplicate"]);
  });

  it("[IC5] of several versions the newest counts; different events under one UID all count", async () => {
    const text = calendar(
      ...event("UID:a", "SEQUENCE:2", "SUMMARY:new", "DTSTART;VALUE=DATE:20260102"),
      ...event("UID:a", "SEQUENCE:1", "SUMMARY:old", "DTSTART;VALUE=DATE:20260101"),
      ...event("UID:b", "SUMMARY:one", "DTSTART;VALUE=DATE:20260103"),
      ...event("UID:b", "SUMMARY:other", "DTSTART;VALUE=DATE:20260104"),
    );
    const result = await read(text);
    expect(result.rules.map(({ name }) => name)).toEqual(["new", "one", "other"]);
    expect(result.listed).toMatchObject([{ code: "superseded", summary: "old" }]);
  });

  it("[IC5] tasks and journals are listed, and so is an event that the file cuts off", async () => {
    const text = ics(
      "BEGIN:VCALENDAR",
      "BEGIN:VTODO",
      "UID:t",
      "SUMMARY:Do it",
      "END:VTODO",
      "BEGIN:VEVENT",
      "UID:a",
      "SUMMARY:A",
      "DTSTART;VALUE=DATE:20260101",
    );
    const result = await read(text);
    expect(result.rules).toEqual([]);
    expect(result.listed).toMatchObject([
      { code: "not-an-event", summary: "Do it", params: { component: "VTODO" } },
      { code: "unfinished", summary: "A" },
    ]);
  });
});

describe("files", () => {
  it("[IC6] texts are unfolded and unescaped, in UTF-8, UTF-16 and Windows-1252, folds through letters included", async () => {
    const text = calendar(
      ...event(
        "UID:a",
        "SUMMARY:Fête\\, Été\\; Noël \\\\o/\\nund",
        "  Weiteres",
        "DTSTART;VALUE=DATE:20260101",
      ),
    );
    const name = "Fête, Été; Noël \\o/ und Weiteres";
    const utf16 = (littleEndian: boolean): Uint8Array => {
      const bytes = new Uint8Array(2 + text.length * 2);
      const view = new DataView(bytes.buffer);
      view.setUint16(0, 0xfeff, littleEndian);
      for (let at = 0; at < text.length; at += 1)
        view.setUint16(2 + at * 2, text.charCodeAt(at), littleEndian);
      return bytes;
    };
    const utf8 = new TextEncoder().encode(text);
    const fold = utf8.indexOf(0xc3) + 1;
    const folded = new Uint8Array([...utf8.slice(0, fold), 13, 10, 32, ...utf8.slice(fold)]);
    const latin = Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));
    for (const input of [text, utf8, folded, utf16(true), utf16(false), latin, text.replaceAll("\r\n", "\r")])
      expect((await read(input)).rules).toMatchObject([{ name }]);
  });

  it("[IC6] vCalendar's quoted-printable texts are read", async () => {
    const text = calendar(
      ...event(
        "SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:F=C3=AAte =",
        "nationale",
        "DTSTART:20260714T000000",
        "DTEND:20260715T000000",
      ),
    );
    expect((await read(text)).rules).toMatchObject([{ name: "Fête nationale", startDate: "2026-07-14" }]);
  });

  it("[IC6] what is no calendar, too large or empty is refused with a code", async () => {
    const code = async (text: string): Promise<unknown> => importCalendar(text, OPTIONS);
    expect(await code("<html></html>")).toEqual({ ok: false, code: "not-a-calendar" });
    expect(await code("")).toEqual({ ok: false, code: "not-a-calendar" });
    expect(await code(calendar())).toEqual({ ok: false, code: "no-events" });
    expect(await code("A".repeat(MAX_CALENDAR_SIZE + 1))).toEqual({ ok: false, code: "too-large" });
    expect(await code(calendar(...Array.from({ length: 20_001 }, () => event("UID:a")).flat()))).toEqual({
      ok: false,
      code: "too-many-events",
    });
  });
});
