import { compileRule } from "@schedule-manager/shared/evaluator/compile-rule";
import { describeRule } from "@schedule-manager/shared/i18n/describe-rule";
import type { Rule } from "@schedule-manager/shared/model/model";
import { readPasted } from "@schedule-manager/shared/recurrence/pasted";
import { tidyRRule } from "@schedule-manager/shared/recurrence/tidy";
import { parseDate } from "@schedule-manager/shared/time/civil";

const rule = (dateRRule: string): Rule => ({ id: "r", name: "R", isOpen: true, dateRRule });
const day = (date: string): number => parseDate(date) ?? NaN;

describe("recurrences as they are stored", () => {
  test.each([
    "FREQ=WEEKLY;BYDAY=MO,TU;",
    "FREQ=WEEKLY;;BYDAY=MO,TU",
    "RRULE:FREQ=WEEKLY;BYDAY=MO, TU",
    " RRULE: FREQ=WEEKLY; BYDAY = MO ,TU ;; ",
    "RRULE:;FREQ=WEEKLY;BYDAY=MO,TU",
  ])("[RC15] %j is parsed and described as intended", (text) => {
    const compiled = compileRule(rule(text));
    expect(compiled.problem).toBeNull();
    expect(compiled.days.has(day("2026-01-05"))).toBe(true);
    expect(compiled.days.has(day("2026-01-07"))).toBe(false);
    expect(describeRule(rule(text), "en-US")).toBe(describeRule(rule("FREQ=WEEKLY;BYDAY=MO,TU"), "en-US"));
  });

  test.each(["RRULE:", ";", "RRULE:;;", "FREQ=DAILY;COUNT=", "FREQ=WEEKLY;BYDAY=M O", "FREQ=DAILY\u200b"])(
    "[RC15] %j is still refused",
    (text) => {
      expect(compileRule(rule(text)).problem?.field).toBe("dateRRule");
    },
  );

  test("[RC15] long blanks take time linear in their length", () => {
    const text = `FREQ=DAILY${" ".repeat(19_000)}X`;
    expect(tidyRRule(text)).toBe("FREQ=DAILY X");
  });
});

describe("recurrences with further lines", () => {
  const all = {
    rrule: "FREQ=WEEKLY;BYDAY=MO",
    startDate: "2026-01-05",
    dates: [],
    exceptDates: ["2026-01-12", "2026-01-19"],
  };

  test.each(["\n", "\r\n", " ", ""])(
    "[RE19] lines are distinguished by name, with %j between them",
    (end) => {
      const lines = [
        "DTSTART:20260105T090000Z",
        "RRULE:FREQ=WEEKLY;BYDAY=MO",
        "EXDATE:20260112T090000Z,20260119",
      ];
      expect(readPasted(lines.join(end))).toEqual(all);
      expect(readPasted([lines[2], lines[1], lines[0]].join(end))).toEqual(all);
    },
  );

  test("[RE19] a recurrence without a name before further lines is accepted", () => {
    expect(
      readPasted("FREQ=WEEKLY;BYDAY=MO EXDATE;VALUE=DATE:2026-01-12,2026-01-19 DTSTART:2026-01-05"),
    ).toEqual(all);
  });

  test.each([
    ["days alone", "rdate:20260105,20260106", { rrule: "", dates: ["2026-01-05", "2026-01-06"] }],
    [
      "names in lower case",
      "dtstart:20260105\nrrule:FREQ=DAILY",
      { rrule: "FREQ=DAILY", startDate: "2026-01-05" },
    ],
    [
      "several lines of one name, and a day that is listed twice",
      "RRULE:FREQ=DAILY RDATE:20260105,20260106 RDATE:20260106,20260107",
      { rrule: "FREQ=DAILY", dates: ["2026-01-05", "2026-01-06", "2026-01-07"] },
    ],
    [
      "times of day and a day that does not exist beside one that does",
      "DTSTART;TZID=Europe/Paris:20260105T090000 DURATION:PT8H RRULE:FREQ=DAILY EXDATE:20260230,20260106",
      { rrule: "FREQ=DAILY", startDate: "2026-01-05", exceptDates: ["2026-01-06"] },
    ],
  ])("[RE19] %s are read", (_, text, expected) => {
    expect(readPasted(text)).toEqual({ startDate: null, dates: [], exceptDates: [], ...expected });
  });

  test.each(["FREQ=WEEKLY", "RRULE:FREQ=WEEKLY", "FREQ=WEEKLY DTSTART:", "FREQ=WEEKLY EXDATE:2026", ""])(
    "[RE19] %j has no such line, or not yet",
    (text) => {
      expect(readPasted(text)).toBeNull();
    },
  );
});
