import { newSchedule } from "@schedule-manager/shared/editing/first-schedule/first-schedule";
import { HOURS_TEMPLATES } from "@schedule-manager/shared/editing/weekly-hours/hours-templates";
import { readWeeklyHours } from "@schedule-manager/shared/editing/weekly-hours/read-weekly-hours";
import type { Rule, StoredRule } from "@schedule-manager/shared/model/model";

const CHRISTMAS: StoredRule = {
  name: "Christmas Day",
  isOpen: false,
  closedReason: "holiday",
  dateRRule: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25",
};
const EVE: StoredRule = {
  name: "Christmas Eve",
  isOpen: true,
  exception: "day",
  dateRRule: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24",
  endTime: "12:00",
};
const byId = (rules: readonly Rule[]) => new Map(rules.map((rule) => [rule.id, rule]));

function create(given: Partial<Parameters<typeof newSchedule>[0]> = {}) {
  let made = 0;
  return newSchedule({
    name: " Support ",
    timeZone: "Europe/Berlin",
    hours: HOURS_TEMPLATES.saturday,
    holidays: [{ rule: CHRISTMAS, halfDay: null }],
    rulesById: new Map(),
    today: 20_000,
    nameOf: ({ start }) => `from ${start / 60}`,
    newId: (kind) => `${kind}-${(made += 1)}`,
    ...given,
  });
}

describe("a new schedule", () => {
  it("[FR3] has special hours before holidays before the weekly hours", () => {
    const { schedule, created } = create({ special: [EVE] });
    const names = schedule.rules.map((id) => byId(created).get(id)?.name);
    expect(names).toEqual(["Christmas Eve", "Christmas Day", "from 8", "from 13", "from 9"]);
    expect(schedule).toMatchObject({ name: "Support", timeZone: "Europe/Berlin", manualClose: false });
    expect(created).toHaveLength(5);
  });

  it.each(Object.entries(HOURS_TEMPLATES))(
    "[FR3] the template %s gives the weekly hours that it shows",
    (_, hours) => {
      const { schedule, created } = create({ hours, holidays: [] });
      expect(readWeeklyHours(schedule, byId(created), () => false).hours).toEqual(hours);
    },
  );

  it("[FR3] a holiday that exists is used again", () => {
    const { schedule, created } = create({ rulesById: byId([{ id: "there", ...CHRISTMAS, name: "Xmas" }]) });
    expect(schedule.rules[0]).toBe("there");
    expect(created.map(({ name }) => name)).toEqual(["from 8", "from 13", "from 9"]);
  });
});
