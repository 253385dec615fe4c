import { formatDate, parseDate, parseTime } from "@schedule-manager/shared/time/civil";

describe("civil dates and times as text", () => {
  test.each([
    ["1970-01-01", 0],
    ["1969-12-31", -1],
    ["2024-02-29", 19_782],
    ["0001-01-01", -719_162],
    ["0000-03-01", -719_468],
    ["9999-12-31", 2_932_896],
  ])("[TZ18] %s is day %i", (text, day) => {
    expect([parseDate(text), formatDate(day)]).toEqual([day, text]);
  });

  test.each([
    [2_932_897, "+010000-01-01"],
    [-719_529, "-000001-12-31"],
  ])("[TZ18] day %i has more than four digits: %s", (day, text) => {
    expect([formatDate(day), parseDate(text)]).toEqual([text, null]);
  });

  test.each([
    "2023-02-29",
    "2024-04-31",
    "2024-00-10",
    "2024-13-01",
    "2024-01-00",
    "2024-1-1",
    "20240101",
    "2024-01-01T10:00",
    " 2024-01-01",
    "x2024-01-01",
    "",
  ])("[TZ18] %j is no date", (text) => {
    expect(parseDate(text)).toBeNull();
  });

  test.each<[string, number | null]>([
    ["00:00", 0],
    ["09:05", 545],
    ["19:59", 1199],
    ["23:59", 1439],
    ["24:00", null],
    ["09:60", null],
    ["9:00", null],
    ["30:00", null],
    ["10:00:00", null],
    ["x10:00", null],
    ["", null],
  ])("[TZ18] %j as a time of day is %p", (text, minute) => {
    expect(parseTime(text)).toBe(minute);
  });
});
