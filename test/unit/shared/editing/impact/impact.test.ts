import { groupFlips } from "@schedule-manager/shared/editing/impact/group-flips";
import { impactSteps } from "@schedule-manager/shared/editing/impact/impact";
import type { Configuration, Rule, Schedule } from "@schedule-manager/shared/model/model";

const WEEKDAYS: Rule = {
  id: "weekdays",
  name: "Weekdays",
  isOpen: true,
  dateRRule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
  startTime: "08:00",
  endTime: "17:00",
};
const SUPPORT: Schedule = {
  id: "support",
  name: "Support",
  timeZone: "UTC",
  manualClose: false,
  rules: ["weekdays"],
};
const OTHER: Schedule = { ...SUPPORT, id: "other", name: "Other", rules: [] };
const BEFORE: Configuration = { rules: [WEEKDAYS], schedules: [SUPPORT, OTHER] };

/** A Monday. */
const FROM = Date.parse("2026-03-02T00:00:00Z");
const WEEK = 7 * 24 * 3_600_000;
const at = (iso: string): number => Date.parse(`2026-03-${iso}:00Z`);
const open = { isOpen: true, closedReason: "" };
const closed = { isOpen: false, closedReason: "closed" };
const impact = (after: Configuration) =>
  [...impactSteps(BEFORE, after, FROM, FROM + WEEK)].filter((found) => found !== null);

describe("the impact of an edit", () => {
  it("[MG13] no edit, or one without another answer, has no impact", () => {
    expect(impact(BEFORE)).toEqual([]);
    expect(impact({ ...BEFORE, rules: [{ ...WEEKDAYS, name: "Renamed" }] })).toEqual([]);
  });

  it("[MG14] a rule's new time appears on each of its days in the schedules that use it", () => {
    const after = { ...BEFORE, rules: [{ ...WEEKDAYS, endTime: "18:00" }] };
    const [found, ...more] = impact(after);
    expect(more).toEqual([]);
    expect(found?.schedule).toBe(SUPPORT);
    expect(found?.flips).toHaveLength(5);
    expect(found?.flips[0]).toEqual({
      from: at("02T17:00"),
      to: at("02T18:00"),
      before: closed,
      after: open,
    });
  });

  it("[MG15] another reason counts as another answer, in one stretch if both stay the same", () => {
    const holiday: Rule = {
      id: "holiday",
      name: "Holiday",
      isOpen: false,
      closedReason: "holiday",
      startDate: "2026-03-07",
      endDate: "2026-03-07",
    };
    const after = {
      rules: [WEEKDAYS, holiday],
      schedules: [{ ...SUPPORT, rules: ["weekdays", "holiday"] }, OTHER],
    };
    expect(impact(after)[0]?.flips).toEqual([
      {
        from: at("07T00:00"),
        to: at("08T00:00"),
        before: closed,
        after: { isOpen: false, closedReason: "holiday" },
      },
    ]);
  });

  it("[MG16] new and deleted schedules are omitted", () => {
    const fresh = { ...SUPPORT, id: "fresh" };
    expect(impact({ ...BEFORE, schedules: [OTHER, fresh] })).toEqual([]);
  });
});

describe("repeated flips", () => {
  const groups = (after: Configuration) => groupFlips(impact(after)[0]?.flips ?? []);
  const manual = { isOpen: false, closedReason: "manual" };

  it("[MG17] equal flips form one group: a manual close has two, openings it closes first, then other reasons", () => {
    const [first, second, ...more] = groups({
      ...BEFORE,
      schedules: [{ ...SUPPORT, manualClose: true }, OTHER],
    });
    expect(more).toEqual([]);
    expect([first?.before, first?.after, first?.flips.length]).toEqual([open, manual, 5]);
    expect(first?.flips[0]).toMatchObject({ from: at("02T08:00"), to: at("02T17:00") });
    // Sunday night, before the first opening, comes earlier.
    expect([second?.before, second?.after, second?.flips.length]).toEqual([closed, manual, 6]);
    expect(second?.flips[0]?.from).toBe(FROM);
  });

  it("[MG17] each flip is kept once and in order", () => {
    const after = { ...BEFORE, rules: [{ ...WEEKDAYS, startTime: "07:00", endTime: "16:00" }] };
    const found = groups(after);
    expect(found.map(({ flips }) => flips.length)).toEqual([5, 5]);
    const all = found.flatMap(({ flips }) => flips).sort((a, b) => a.from - b.from);
    expect(all).toEqual(impact(after)[0]?.flips);
    expect(groupFlips([])).toEqual([]);
  });
});
