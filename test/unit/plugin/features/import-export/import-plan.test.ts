import { importPlan, withStarts } from "@schedule-manager/plugin/features/import-export/import-plan";
import { configurationLine } from "@schedule-manager/plugin/features/import-export/describe-import-warning";
import { translateFor } from "../../i18n/translate-for";
import type { Configuration, Rule } from "@schedule-manager/shared/model/model";
import { importConfiguration } from "@schedule-manager/shared/import-export/configuration/import-configuration";
import { EXAMPLE, WEEKDAYS } from "../../items";

const NOW: Configuration = { rules: [WEEKDAYS], schedules: [EXAMPLE] };
const BIWEEKLY: Rule = {
  ...WEEKDAYS,
  id: "biweekly",
  name: "Biweekly",
  dateRRule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
};
const { t, locale } = translateFor("en-US");

describe("the changes of a file", () => {
  it("[CF9] a file is compared with the catalogue including drafts", () => {
    const later = { ...WEEKDAYS, startTime: "09:00" };
    expect(importPlan(NOW, NOW)).toEqual({ changes: [], same: 2 });
    expect(importPlan(NOW, { rules: [later], schedules: [] })).toMatchObject({
      changes: [{ kind: "rule", id: WEEKDAYS.id, value: { startTime: "09:00" } }],
      same: 0,
    });
  });

  it("[CF9] an import takes the start dates that were entered", () => {
    const file = { rules: [BIWEEKLY, WEEKDAYS], schedules: [] };
    expect(withStarts(file, new Map([["biweekly", "2026-01-02"]])).rules).toEqual([
      { ...BIWEEKLY, startDate: "2026-01-02" },
      WEEKDAYS,
    ]);
    expect(withStarts(file, new Map([["biweekly", ""]])).rules[0]).toBe(BIWEEKLY);
  });

  it("[CF9] each warning is described, with the rule whose start date is missing", () => {
    const imported = importConfiguration({
      rules: [
        { ...BIWEEKLY, startTime: "8:00" },
        { ...BIWEEKLY, id: "broken", dateRRule: "FREQ=NEVER" },
      ],
      schedules: [],
    });
    if (!imported.ok) throw new Error("the file was not parsed");
    const lines = imported.listed.map((entry) => configurationLine(entry, t, locale));
    expect(lines).toMatchObject([
      { words: "The time 8:00 was rewritten as 08:00.", isImported: true },
      {
        words: expect.stringContaining("The recurrence counts from a start date") as string,
        isImported: false,
        startOf: "biweekly",
      },
      { words: expect.stringMatching(/FREQ|repeat|NEVER/) as string, isImported: false },
    ]);
  });
});
