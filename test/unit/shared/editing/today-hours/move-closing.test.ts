import {
  hasHoursLeft,
  offeredClosing,
  readClosing,
} from "@schedule-manager/shared/editing/today-hours/closing-time";
import { moveClosing } from "@schedule-manager/shared/editing/today-hours/move-closing";
import { type TodayHours, todayHours } from "@schedule-manager/shared/editing/today-hours/today-hours";
import { compileSchedule } from "@schedule-manager/shared/evaluator/compile";
import { evaluate } from "@schedule-manager/shared/evaluator/evaluate";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";

/** A Wednesday. */
const DAY = "2026-07-01";
const at = (time: string, day = DAY): number => Date.parse(`${day}T${time}:00-04:00`);
const weekdays = (id: string, startTime: string, endTime: string, more: Partial<Rule> = {}): Rule => ({
  id,
  name: id,
  isOpen: true,
  dateRRule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
  startTime,
  endTime,
  ...more,
});
const MORNING = weekdays("morning", "08:00", "12:00");
const AFTERNOON = weekdays("afternoon", "13:00", "18:00");
const NIGHT = weekdays("night", "22:00", "06:00");
const HOLIDAY: Rule = {
  id: "holiday",
  name: "Holiday",
  isOpen: false,
  closedReason: "holiday",
  dates: [DAY],
};

function world(rules: readonly Rule[]) {
  const schedule: Schedule = {
    id: "s",
    name: "Support",
    timeZone: "America/New_York",
    manualClose: false,
    rules: rules.map(({ id }) => id),
  };
  const rulesById = new Map(rules.map((rule) => [rule.id, rule]));
  const todayAt = (now: number): TodayHours => {
    const today = todayHours(schedule, rulesById, now);
    if (today === null) throw new Error("the zone is known");
    return today;
  };
  /** Moves the closing and answers whether the schedule is open at other times. */
  const move = (now: number, closing: number, others: readonly Schedule[] = []) => {
    let made = 0;
    const moved = moveClosing({
      schedule,
      rulesById,
      schedules: [schedule, ...others],
      now,
      today: todayAt(now),
      closing,
      nameOf: (range) => (range === null ? "Closed" : `${range.start}-${range.end}`),
      newId: () => `new-${(made += 1)}`,
    });
    const kept = rules.filter(({ id }) => !moved.deleted.some((rule) => rule.id === id));
    const after = new Map([...kept, ...moved.created].map((rule) => [rule.id, rule]));
    const compiled = compileSchedule(moved.schedule, after);
    return {
      ...moved,
      isOpen: (time: string, day?: string) => evaluate(compiled, at(time, day)).isOpen,
      reason: (time: string, day?: string) => evaluate(compiled, at(time, day)).closedReason,
    };
  };
  return { schedule, todayAt, move };
}

const hour = (n: number): number => n * 60;

describe("today's hours", () => {
  it("[TD1] today's openings include the end of a night that began yesterday and the night that begins today", () => {
    expect(world([MORNING, AFTERNOON]).todayAt(at("10:07"))).toMatchObject({
      minute: hour(10) + 7,
      openings: [
        { start: hour(8), end: hour(12) },
        { start: hour(13), end: hour(18) },
      ],
    });
    expect(world([NIGHT]).todayAt(at("02:00")).openings).toEqual([
      { start: 0, end: hour(6) },
      { start: hour(22), end: hour(30) },
    ]);
    expect(world([{ id: "a", name: "a", isOpen: true }]).todayAt(at("02:00")).openings).toEqual([
      { start: 0, end: hour(24) },
    ]);
    expect(world([HOLIDAY, MORNING]).todayAt(at("09:00")).openings).toEqual([]);
  });

  it("[TD2] a later closing extends the last opening as special hours for the whole day; tomorrow stays", () => {
    const moved = world([MORNING, AFTERNOON]).move(at("17:00"), hour(19) + 30);
    expect(moved.created).toEqual([
      expect.objectContaining({
        exception: "day",
        startDate: DAY,
        endDate: DAY,
        startTime: "08:00",
        endTime: "12:00",
      }),
      expect.objectContaining({ exception: "day", startTime: "13:00", endTime: "19:30" }),
    ]);
    expect(moved.schedule.rules).toEqual(["new-1", "new-2", "morning", "afternoon"]);
    expect([moved.isOpen("19:29"), moved.isOpen("19:30"), moved.isOpen("12:30")]).toEqual([
      true,
      false,
      false,
    ]);
    expect(moved.isOpen("18:30", "2026-07-02")).toBe(false);
    expect(moved.isOpen("17:30", "2026-07-02")).toBe(true);
  });

  it("[TD2] an earlier closing cuts the opening that it falls into and drops the later ones", () => {
    const moved = world([MORNING, AFTERNOON]).move(at("10:00"), hour(11));
    expect(moved.created).toHaveLength(1);
    expect([moved.isOpen("10:59"), moved.isOpen("11:00"), moved.isOpen("14:00")]).toEqual([
      true,
      false,
      false,
    ]);
    expect(world([MORNING]).move(at("07:00"), hour(7) + 30).created).toEqual([
      expect.objectContaining({ isOpen: false, closedReason: "closed", exception: "day" }),
    ]);
  });

  it("[TD2] hours that have ended open again from now", () => {
    const moved = world([MORNING]).move(at("14:00"), hour(15));
    expect(moved.created).toEqual([
      expect.objectContaining({ startTime: "08:00", endTime: "12:00" }),
      expect.objectContaining({ startTime: "14:00", endTime: "15:00" }),
    ]);
    const today = world([MORNING]).todayAt(at("14:00"));
    expect(readClosing(today, "later", "11:00")).toEqual({ type: "not-later" });
    expect(readClosing(today, "later", "13:00")).toEqual({ type: "not-later" });
  });

  it("[TD2] on a closed day, a later closing opens from now, and special hours speak for the rest", () => {
    const moved = world([HOLIDAY, MORNING]).move(at("09:20"), hour(11));
    expect([moved.isOpen("09:20"), moved.isOpen("10:59"), moved.reason("11:00")]).toEqual([
      true,
      true,
      "closed",
    ]);
  });

  it("[TD3] an earlier closing also ends a night that began yesterday, and hours of other exceptions", () => {
    const night = world([NIGHT]).move(at("23:00"), hour(28));
    expect([night.isOpen("03:59", "2026-07-02"), night.isOpen("04:00", "2026-07-02")]).toEqual([true, false]);
    expect(night.isOpen("23:00", "2026-07-02")).toBe(true);
    const tail = world([weekdays("late", "22:00", "06:00", { dateRRule: "FREQ=WEEKLY;BYDAY=TU" })]);
    const cut = tail.move(at("02:00"), hour(4));
    expect([cut.isOpen("03:59"), cut.isOpen("04:00"), cut.isOpen("05:59")]).toEqual([true, false, false]);
    const fair = weekdays("fair", "09:00", "17:00", { exception: true });
    const early = world([fair]).move(at("10:00"), hour(15));
    expect([early.isOpen("14:59"), early.isOpen("15:00"), early.isOpen("16:59")]).toEqual([
      true,
      false,
      false,
    ]);
    expect(early.isOpen("16:00", "2026-07-02")).toBe(true);
  });

  it("[TD4] a second change replaces the first's rules, and keeps rules that another schedule uses", () => {
    const first = world([AFTERNOON]).move(at("14:00"), hour(17));
    const rules = [...first.created, AFTERNOON];
    const second = world(rules).move(at("14:00"), hour(20));
    expect(second.deleted).toEqual(first.created);
    expect(second.schedule.rules).toEqual(["new-1", "afternoon"]);
    expect([second.isOpen("19:59"), second.isOpen("20:00")]).toEqual([true, false]);
    const other = { ...world(rules).schedule, id: "other" };
    expect(world(rules).move(at("14:00"), hour(20), [other]).deleted).toEqual([]);
  });
});

describe("a closing time", () => {
  const today = world([MORNING, AFTERNOON]).todayAt(at("15:00"));

  it("[TD5] the offered time is an hour later or earlier, and never one that has passed", () => {
    expect(offeredClosing(today, "later")).toBe(hour(19));
    expect(offeredClosing(today, "earlier")).toBe(hour(17));
    const late = { ...today, minute: hour(17) + 31 };
    expect(offeredClosing(late, "earlier")).toBe(hour(17) + 35);
    expect(offeredClosing({ ...today, minute: hour(17) + 57 }, "earlier")).toBe(hour(17) + 58);
    expect(offeredClosing({ ...today, minute: hour(18) + 20 }, "later")).toBe(hour(19) + 30);
    expect([hasHoursLeft(today), hasHoursLeft({ ...today, minute: hour(18) })]).toEqual([true, false]);
  });

  it("[TD5] a typed time is today, or after midnight where that has sense; others are refused by name", () => {
    expect(readClosing(today, "later", "19:15")).toEqual({ type: "closing", minute: hour(19) + 15 });
    expect(readClosing(today, "later", "01:00")).toEqual({ type: "closing", minute: hour(25) });
    expect(readClosing(today, "later", "17:00")).toEqual({ type: "not-later" });
    expect(readClosing(today, "later", "")).toEqual({ type: "missing" });
    expect(readClosing(today, "earlier", "16:00")).toEqual({ type: "closing", minute: hour(16) });
    expect(readClosing(today, "earlier", "18:00")).toEqual({ type: "not-earlier" });
    expect(readClosing(today, "earlier", "14:00")).toEqual({ type: "passed" });
    const night = world([NIGHT]).todayAt(at("23:00"));
    expect(readClosing(night, "earlier", "04:00")).toEqual({ type: "closing", minute: hour(28) });
    expect(readClosing(night, "later", "07:00")).toEqual({ type: "closing", minute: hour(31) });
  });
});
