import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Case, check } from "../../../cases/check";

const FOLDER = join(__dirname, "../../../cases");
const files = readdirSync(FOLDER).filter((file) => file.endsWith(".json"));

describe("published cases", () => {
  test.each(files)("[RC1] %s", (file) => {
    const cases = JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as Case[];
    expect(cases.length).toBeGreaterThan(20);
    const failed = cases.flatMap((item) => {
      const problem = check(item);
      return problem === null ? [] : [`${item.dtstart ?? "-"} ${item.rrule}: ${problem}`];
    });
    expect(failed).toEqual([]);
  });

  test.each<[string, Case, string]>([
    [
      "a wrong date",
      { rrule: "FREQ=DAILY", dtstart: "2026-01-01", dates: ["2026-01-02"], exhausted: false },
      "date 1 is 2026-01-01, should be 2026-01-02",
    ],
    [
      "one date too many",
      { rrule: "FREQ=DAILY;COUNT=2", dtstart: "2026-01-01", dates: ["2026-01-01"], exhausted: true },
      "date 2 is 2026-01-02, should be none",
    ],
    [
      "an end too soon",
      {
        rrule: "FREQ=DAILY;COUNT=1",
        dtstart: "2026-01-01",
        dates: ["2026-01-01", "2026-01-02"],
        exhausted: true,
      },
      "ends after 1 of 2",
    ],
    [
      "a refusal",
      { rrule: "FREQ=HOURLY", dtstart: "2026-01-01", dates: ["2026-01-01"], exhausted: false },
      "refused: rrule-freq-unsupported",
    ],
    ["an acceptance", { rrule: "FREQ=DAILY" }, "should be refused"],
  ])("[RC2] the runner fails a case for %s", (_, item, problem) => {
    expect(check(item)).toBe(problem);
  });
});
