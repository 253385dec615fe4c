/** Calendars as the programs of several vendors write them: their forms, our own contents. */

/** Lines to a file with CRLF. */
export const ics = (...lines: readonly string[]): string => lines.map((line) => `${line}\r\n`).join("");

export const calendar = (...lines: readonly string[]): string =>
  ics("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN", ...lines, "END:VCALENDAR");

export const event = (...lines: readonly string[]): string[] => ["BEGIN:VEVENT", ...lines, "END:VEVENT"];

/** Google: one event a year, exclusive end, shown as free. */
export const GOOGLE = ics(
  "BEGIN:VCALENDAR",
  "PRODID:-//Google Inc//Google Calendar 70.9054//EN",
  "VERSION:2.0",
  "CALSCALE:GREGORIAN",
  "METHOD:PUBLISH",
  "X-WR-CALNAME:Holidays in Testland",
  "X-WR-TIMEZONE:UTC",
  ...["2026", "2027", "2028"].flatMap((year) =>
    event(
      `DTSTART;VALUE=DATE:${year}0704`,
      `DTEND;VALUE=DATE:${year}0705`,
      "DTSTAMP:20260101T000000Z",
      `UID:${year}0704_abc123@google.com`,
      "CLASS:PUBLIC",
      "DESCRIPTION:Public holiday",
      "SEQUENCE:0",
      "STATUS:CONFIRMED",
      "SUMMARY:Founders\\, Day",
      "TRANSP:TRANSPARENT",
    ),
  ),
  "END:VCALENDAR",
);

/** Apple: a yearly recurrence, a duration, an alarm inside. */
export const APPLE = calendar(
  "X-APPLE-LANGUAGE:en",
  ...event(
    "UID:5f0b6c2e-apple",
    "DTSTART;VALUE=DATE:20200101",
    "DURATION:P1D",
    "RRULE:FREQ=YEARLY",
    "SUMMARY;LANGUAGE=en:New Year's Day",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "SUMMARY:not this one",
    "TRIGGER:-PT15H",
    "END:VALARM",
  ),
);

/** Outlook: whole days as times with its own zone names and its own flag. */
export const OUTLOOK = calendar(
  "METHOD:PUBLISH",
  "BEGIN:VTIMEZONE",
  "TZID:W. Europe Standard Time",
  "BEGIN:STANDARD",
  "DTSTART:16010101T030000",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
  "END:STANDARD",
  "BEGIN:DAYLIGHT",
  "DTSTART:16010101T020000",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
  "END:DAYLIGHT",
  "END:VTIMEZONE",
  ...event(
    "UID:040000008200E00074C5B7101A82E008",
    'DTSTART;TZID="W. Europe Standard Time":20261003T000000',
    'DTEND;TZID="W. Europe Standard Time":20261004T000000',
    "SUMMARY;LANGUAGE=de:Tag der",
    "  Deutschen Einheit",
    "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
    "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
  ),
);

/** Holiday sites: dates that are not declared as such, an end that is the same day, LF, a byte order mark. */
export const HOLIDAY_SITE = `\ufeff${calendar(
  ...event("UID:1", "DTSTART:20261225", "DTEND:20261225", "SUMMARY:Christmas Day"),
  ...event("UID:2", "DTSTART:20271225", "DTEND:20271225", "SUMMARY:Christmas Day"),
).replaceAll("\r\n", "\n")}`;
