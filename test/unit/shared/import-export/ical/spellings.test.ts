import { calendar, event } from "./calendars";
import { codesOf, imported, said } from "./imported";

const one = (...lines: readonly string[]): string => calendar(...event("UID:a", "SUMMARY:A", ...lines));
const monday = ["DTSTART:20260105T090000", "DURATION:PT1H"];

describe("recurrences that are not written as RFC 5545 does", () => {
  it.each([
    ["a trailing ;", "FREQ=WEEKLY;BYDAY=MO;"],
    ["several", "FREQ=WEEKLY;BYDAY=MO;;;"],
    ["a doubled ;", "FREQ=WEEKLY;;BYDAY=MO"],
    ["a leading ;", ";FREQ=WEEKLY;BYDAY=MO"],
    ["blanks", " FREQ = WEEKLY ; BYDAY = MO "],
    ["its name twice", "RRULE:FREQ=WEEKLY;BYDAY=MO;"],
    ["a trailing ,", "FREQ=WEEKLY;BYDAY=MO,"],
    ["a , before a ;", "FREQ=WEEKLY;BYDAY=MO,;;"],
    ["quotes", '"FREQ=WEEKLY;BYDAY=MO"'],
    ["escapes", "FREQ=WEEKLY\\;BYDAY=MO\\,"],
    ["the Gregorian calendar by name", "RSCALE=GREGORIAN;FREQ=WEEKLY;BYDAY=MO;SKIP=OMIT"],
  ])("[IC20] %s: read as it is meant, written clean, and listed", async (_, rrule) => {
    const result = await imported(one(...monday, `RRULE:${rrule}`));
    expect(said(result)).toMatchObject([{ dateRRule: "RRULE:FREQ=WEEKLY;BYDAY=MO" }]);
    expect(result.listed).toMatchObject([
      { code: "recurrence-mended", isImported: true, params: { value: "FREQ=WEEKLY;BYDAY=MO" } },
    ]);
  });

  it.each([
    ["dashes", "2026-01-20", "20260120"],
    ["dashes and colons", "2026-01-20T09:30:00Z", "20260119"],
    ["no seconds, at the last start", "20260119T1400Z", "20260119"],
    ["no seconds, before that start", "20260119T1359Z", "20260118"],
  ])("[IC20] an UNTIL with %s is read", async (_, until, last) => {
    const result = await imported(one(...monday, `RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=${until}`));
    expect(said(result)).toMatchObject([{ dateRRule: `RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=${last}` }]);
    expect(result.listed).toMatchObject([{ code: "recurrence-mended", isImported: true }]);
  });

  it.each(["RSCALE=CHINESE;FREQ=YEARLY", "FREQ=WEEKLY;BYDAY=,", "FREQ=WEEKLY;UNTIL=2026-13-40"])(
    "[IC20] %s stays refused",
    async (rrule) => {
      const result = await imported(one(...monday, `RRULE:${rrule}`));
      expect(result.rules).toEqual([]);
      expect(result.listed).toMatchObject([{ code: "rrule-refused" }]);
    },
  );

  it("[IC20] blanks after commas", async () => {
    const result = await imported(one(...monday, "RRULE:FREQ=WEEKLY;BYDAY=MO, WE, FR"));
    expect(said(result)).toMatchObject([{ dateRRule: "RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR" }]);
  });

  it.each(["RRULE:", "RRULE: ", "RRULE:;"])("[IC20] %s is once, on the first day", async (rrule) => {
    const result = await imported(one("DTSTART;VALUE=DATE:20260105", rrule));
    expect(said(result)).toEqual([{ name: "A", startDate: "2026-01-05", endDate: "2026-01-05" }]);
    expect(result.listed).toMatchObject([{ code: "recurrence-empty", isImported: true }]);
  });

  it("[IC20] a yearly recurrence by days without a month says which days it means", async () => {
    const result = await imported(one("DTSTART;VALUE=DATE:20260105", "RRULE:FREQ=YEARLY;BYMONTHDAY=5"));
    expect(said(result)).toMatchObject([{ dateRRule: "RRULE:FREQ=YEARLY;BYMONTHDAY=5" }]);
    expect(result.listed).toMatchObject([
      { code: "every-month", isImported: true, params: { value: "2026-01-05, 2026-02-05, 2026-03-05" } },
    ]);
  });

  it.each([
    ["the time that DTSTART has", monday, "FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0;BYSECOND=0"],
    ["any time, for whole days", ["DTSTART;VALUE=DATE:20260105"], "FREQ=WEEKLY;BYHOUR=11;BYDAY=MO"],
  ])("[IC20] %s is left out of a recurrence of days", async (_, start, rrule) => {
    const result = await imported(one(...start, `RRULE:${rrule}`));
    expect(said(result)).toMatchObject([{ dateRRule: "RRULE:FREQ=WEEKLY;BYDAY=MO" }]);
    expect(result.listed).toEqual([]);
  });

  it.each(["FREQ=WEEKLY;BYHOUR=9,15", "FREQ=WEEKLY;BYHOUR=15"])("[IC20] %s is refused", async (rrule) => {
    const result = await imported(one(...monday, `RRULE:${rrule}`));
    expect(result.rules).toEqual([]);
    expect(result.listed).toMatchObject([{ code: "rrule-refused", params: { part: "BYHOUR" } }]);
  });
});

describe("zones", () => {
  it.each(["America/New York", "/example.org/2010_1/America/New York", '"america/new york"'])(
    "[IC21] %s, with a blank, is America/New_York",
    async (tzid) => {
      const times = [`DTSTART;TZID=${tzid}:20260702T090000`, "DURATION:PT1H"];
      expect(said(await imported(one(...times), { timeZone: "UTC" }))).toMatchObject([
        { startTime: "13:00" },
      ]);
    },
  );

  /** Lotus Notes' and others': the parts of a zone as given, nine to five in it in summer and winter. */
  const zoned = (tzid: string, param: string, ...rules: readonly [string, string]): string =>
    calendar(
      "BEGIN:VTIMEZONE",
      `TZID:${tzid}`,
      "BEGIN:STANDARD",
      "DTSTART:19501029T030000",
      "TZOFFSETFROM:+0200",
      "TZOFFSETTO:+0100",
      `RRULE:${rules[0]}`,
      "END:STANDARD",
      "BEGIN:DAYLIGHT",
      "DTSTART:19500326T020000",
      "TZOFFSETFROM:+0100",
      "TZOFFSETTO:+0200",
      `RRULE:${rules[1]}`,
      "END:DAYLIGHT",
      "END:VTIMEZONE",
      ...["0115", "0715"].flatMap((day) =>
        event(
          `UID:${day}`,
          `SUMMARY:${day}`,
          `DTSTART;TZID=${param}:2026${day}T090000`,
          `DTEND;TZID=${param}:2026${day}T170000`,
        ),
      ),
    );
  const inUtc = [
    { name: "0115", startTime: "08:00", endTime: "16:00" },
    { name: "0715", startTime: "07:00", endTime: "15:00" },
  ];
  const plain = ["FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"] as const;

  it.each([
    ["a trailing ;", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10;", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3;"],
    [
      "a time of day",
      "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10;BYHOUR=3;BYMINUTE=0",
      "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3;BYHOUR=2;BYMINUTE=0",
    ],
    [
      "Lotus Notes' order",
      "FREQ=YEARLY;BYMINUTE=0;BYHOUR=3;BYDAY=-1SU;BYMONTH=10",
      "FREQ=YEARLY;BYMINUTE=0;BYHOUR=2;BYDAY=-1SU;BYMONTH=3",
    ],
  ])("[IC21] parts with %s in their recurrence are understood", async (_, standard, daylight) => {
    const result = await imported(zoned("Ours", "Ours", standard, daylight), { timeZone: "UTC" });
    expect(result.listed).toEqual([]);
    expect(said(result)).toMatchObject(inUtc);
  });

  it("[IC21] a zone of which a part can't be read is unknown, and not an hour wrong", async () => {
    const text = zoned("Ours", "Ours", plain[0], "FREQ=YEARLY;BYMONTH=3;BYEASTER=1");
    const result = await imported(text, { timeZone: "UTC" });
    expect(result.rules).toEqual([]);
    expect(codesOf(result)).toEqual(["zone-unknown", "zone-unknown"]);
  });

  it.each([
    ["quotes around the parameter", "Ours, mine", '"Ours, mine"'],
    ["quotes around the zone's name", '"Ours"', "Ours"],
    ["escapes in one of them", "Ours\\, mine", '"Ours, mine"'],
    ["escapes in the parameter", "Ours, mine", "Ours\\, mine"],
    ["blanks at the ends", " Ours ", "Ours"],
    ["blanks in quotes", "Ours", '" Ours "'],
    ["another case", "OURS", "Ours"],
    ["a colon without quotes", "(UTC+01:00) Ours", "(UTC+01:00) Ours"],
  ])("[IC21] one name: %s", async (_, tzid, param) => {
    const result = await imported(zoned(tzid, param, ...plain), { timeZone: "UTC" });
    expect(result.listed).toEqual([]);
    expect(said(result)).toMatchObject(inUtc);
  });

  it.each([
    ["(UTC-05:00) Eastern Time (US & Canada)", "14:00"],
    ["(UTC-05:00) Eastern Time (US and Canada)", "14:00"],
    ["(GMT-05.00) Eastern Time (US & Canada)", "14:00"],
    ["(UTC-05:00) Eastern Time", "14:00"],
    ["(GMT-08.00) Pacific Time (US & Canada)/Tijuana", "17:00"],
    ["(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "08:00"],
    ["(GMT+01.00) Amsterdam / Berlin / Bern / Rome / Stockholm / Vienna", "08:00"],
    ["(GMT+01.00) Paris/Madrid/Brussels/Copenhagen", "08:00"],
    ["(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi", "03:30"],
    ["(UTC-04:00) Georgetown, La Paz, Manaus, San Juan", "13:00"],
    ["(UTC-07:00) La Paz, Mazatlan", "16:00"],
    ["(UTC) Coordinated Universal Time", "09:00"],
    ["(UTC-11:00) Coordinated Universal Time-11", "20:00"],
    ["(UTC+00:00) Dublin, Edinburgh, Lisbon, London", "09:00"],
    ["GMT+0200", "07:00"],
    ["UTC-3", "12:00"],
  ])("[IC21] what Windows shows as %s is found", async (tzid, startTime) => {
    for (const param of [`"${tzid}"`, tzid]) {
      const text = one(`DTSTART;TZID=${param}:20260115T090000`, "DURATION:PT1H");
      expect(said(await imported(text, { timeZone: "UTC" }))).toMatchObject([{ startTime }]);
    }
  });

  it("[IC21] a zone of the start serves the other times that have none", async () => {
    const text = one(
      "DTSTART;TZID=Asia/Tokyo:20260105T090000",
      "DTEND:20260105T170000",
      "RRULE:FREQ=WEEKLY",
      "EXDATE:20260112T090000",
      "RDATE:20260114T090000",
    );
    const result = await imported(text, { timeZone: "Asia/Seoul" });
    expect(result.listed).toEqual([]);
    expect(said(result)).toMatchObject([
      { startTime: "09:00", endTime: "17:00", dates: ["2026-01-14"], exceptDates: ["2026-01-12"] },
    ]);
    const india = await imported(text, { timeZone: "Asia/Kolkata" });
    expect(said(india)).toMatchObject([{ startTime: "05:30", endTime: "13:30" }]);
  });
});

describe("versions and days", () => {
  it.each([
    ["older first", ["1", "2"]],
    ["newer first", ["2", "1"]],
  ])("[IC22] of two versions of the same event the newer counts, %s", async (_, sequences) => {
    const text = calendar(
      ...sequences.flatMap((sequence) =>
        event("UID:a", `SEQUENCE:${sequence}`, "SUMMARY:A", "DTSTART;VALUE=DATE:20260102"),
      ),
    );
    const result = await imported(text);
    expect(said(result)).toEqual([{ name: "A", startDate: "2026-01-02", endDate: "2026-01-02" }]);
    expect(codesOf(result)).toEqual(["superseded"]);
  });

  it.each(["LAST-MODIFIED", "DTSTAMP"])("[IC22] without SEQUENCE %s tells them apart", async (property) => {
    const text = calendar(
      ...event("UID:a", `${property}:20250101T000000Z`, "SUMMARY:Old name", "DTSTART;VALUE=DATE:20260102"),
      ...event("UID:a", `${property}:20250201T000000Z`, "SUMMARY:New name", "DTSTART;VALUE=DATE:20260102"),
    );
    const result = await imported(text);
    expect(said(result)).toMatchObject([{ name: "New name" }]);
    expect(codesOf(result)).toEqual(["superseded"]);
  });

  it("[IC22] of two versions of a changed occurrence the newer counts", async () => {
    const change = (sequence: number, day: string): string[] =>
      event(
        "UID:a",
        `SEQUENCE:${sequence}`,
        "SUMMARY:A",
        "RECURRENCE-ID;VALUE=DATE:20260112",
        `DTSTART;VALUE=DATE:${day}`,
      );
    const text = calendar(
      ...event("UID:a", "SUMMARY:A", "DTSTART;VALUE=DATE:20260105", "RRULE:FREQ=WEEKLY"),
      ...change(1, "20260113"),
      ...change(2, "20260114"),
    );
    const result = await imported(text);
    expect(said(result)).toMatchObject([
      { exceptDates: ["2026-01-12"] },
      { startDate: "2026-01-14", endDate: "2026-01-14" },
    ]);
  });

  it.each([
    ["Europe/Berlin", "20260111T230000Z"],
    ["America/New_York", "20260112T050000Z"],
    ["Asia/Tokyo", "20260111T150000Z"],
    ["Pacific/Kiritimati", "20260111T100000Z"],
    // A date that was written as an instant, where only that is a day of the series.
    ["America/New_York", "20260112T000000Z"],
  ])("[IC22] in %s EXDATE:%s takes 12 January out of a series of whole days", async (timeZone, value) => {
    const text = one("DTSTART;VALUE=DATE:20260105", "RRULE:FREQ=WEEKLY", `EXDATE:${value}`);
    const result = await imported(text, { timeZone });
    expect(result.listed).toEqual([]);
    expect(said(result)).toMatchObject([{ exceptDates: ["2026-01-12"] }]);
  });

  it.each([
    ["Europe/Berlin", "FREQ=DAILY", "20260111T230000Z"],
    ["America/New_York", "FREQ=DAILY", "20260112T050000Z"],
    ["America/New_York", "FREQ=DAILY", "20260113T000000Z"],
    ["America/New_York", "FREQ=WEEKLY", "20260112T000000Z"],
    ["Asia/Tokyo", "FREQ=DAILY", "20260111T150000Z"],
    ["Asia/Tokyo", "FREQ=DAILY", "20260112T145959Z"],
  ])("[IC22] in %s %s;UNTIL=%s ends on 12 January for whole days", async (timeZone, rrule, value) => {
    const text = one("DTSTART;VALUE=DATE:20260105", `RRULE:${rrule};UNTIL=${value}`);
    expect(said(await imported(text, { timeZone }))).toMatchObject([
      { dateRRule: `RRULE:${rrule};UNTIL=20260112` },
    ]);
  });

  it.each([
    ["PT345600S", "2026-01-08"],
    ["PT96H", "2026-01-08"],
    ["P3DT24H", "2026-01-08"],
    ["PT12H", "2026-01-05"],
    ["PT0S", "2026-01-05"],
  ])("[IC22] whole days of %s keep their days", async (duration, endDate) => {
    const text = one("DTSTART;VALUE=DATE:20260105", `DURATION:${duration}`);
    expect(said(await imported(text))).toEqual([{ name: "A", startDate: "2026-01-05", endDate }]);
  });

  it("[IC22] a date with a time keeps the time, and is listed", async () => {
    const text = one("DTSTART;VALUE=DATE:20260105T090000", "DTEND;VALUE=DATE:20260105T170000");
    const result = await imported(text);
    expect(said(result)).toMatchObject([{ startDate: "2026-01-05", startTime: "09:00", endTime: "17:00" }]);
    expect(result.listed).toMatchObject([{ code: "date-with-time", isImported: true, line: 7 }]);
    const zoned = one(
      "DTSTART;VALUE=DATE;TZID=Europe/Berlin:20260105T090000",
      "DTEND;VALUE=DATE;TZID=Europe/Berlin:20260105T170000",
    );
    expect(said(await imported(zoned))).toMatchObject([{ startTime: "03:00", endTime: "11:00" }]);
  });

  it("[IC22] a date with midnight is that day", async () => {
    const text = one("DTSTART;VALUE=DATE:20260105T000000", "DTEND;VALUE=DATE:20260107T000000Z");
    const result = await imported(text);
    expect(result.listed).toEqual([]);
    expect(said(result)).toEqual([{ name: "A", startDate: "2026-01-05", endDate: "2026-01-06" }]);
    const alone = await imported(one("DTSTART;VALUE=DATE:20260105T000000"));
    expect(said(alone)).toEqual([{ name: "A", startDate: "2026-01-05", endDate: "2026-01-05" }]);
  });

  it("[IC22] times as ISO 8601 writes them are read", async () => {
    const text = one("DTSTART:2026-01-05T09:00:00", "DTEND:20260105T1730");
    expect(said(await imported(text))).toMatchObject([{ startTime: "09:00", endTime: "17:30" }]);
  });

  it("[IC22] periods that Lotus Notes lists in place of a recurrence are days of one rule", async () => {
    const text = one(
      "DTSTART:20260630T100000Z",
      "DTEND:20260630T110000Z",
      "RDATE;VALUE=PERIOD:20260630T100000Z/20260630T110000Z",
      " ,20260825T100000Z/20260825T110000Z,20261027T100000Z/20261027T110000Z",
      " ,20261215T110000Z/PT2H",
    );
    const result = await imported(text, { timeZone: "UTC" });
    expect(result.listed).toEqual([]);
    expect(said(result)).toEqual([
      { name: "A", startDate: "2026-12-15", endDate: "2026-12-15", startTime: "11:00", endTime: "13:00" },
      { name: "A", dates: ["2026-06-30", "2026-08-25", "2026-10-27"], startTime: "10:00", endTime: "11:00" },
    ]);
  });
});
