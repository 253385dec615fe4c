import { useState } from "react";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { readWeeklyHours } from "@schedule-manager/shared/editing/weekly-hours/read-weekly-hours";
import { Calendar } from "../../../plugin/src/features/preview/calendar";
import type { CalendarPlace, CalendarView } from "../../../plugin/src/features/preview/calendar-place";
import { PreviewPanel } from "../../../plugin/src/features/preview/preview-panel";
import { usePreviewedSchedule } from "../../../plugin/src/features/preview/previewed-schedule";
import { RuleCalendar } from "../../../plugin/src/features/preview/rule-calendar";
import { NOW, SALES, TODAY } from "../../dom/features/items";
import { nothing } from "./catalogue";
import type { Scene } from "./scene";

const WEEKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";

const CHRISTMAS: Rule = {
  id: "christmas",
  name: "Christmas",
  isOpen: false,
  closedReason: "holiday",
  exception: "day",
  dateRRule: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25",
};

/** Ordinary hours, a night, and every kind of special day. */
const RULES: readonly Rule[] = [
  {
    id: "hours",
    name: "Mon–Fri 08–17",
    isOpen: true,
    dateRRule: WEEKDAYS,
    startTime: "08:00",
    endTime: "17:00",
  },
  {
    id: "night",
    name: "Saturday night",
    isOpen: true,
    dateRRule: "FREQ=WEEKLY;BYDAY=SA",
    startTime: "20:00",
    endTime: "02:00",
  },
  {
    id: "lunch",
    name: "Lunch",
    isOpen: false,
    closedReason: "lunch",
    startTime: "12:00",
    endTime: "13:00",
    dateRRule: WEEKDAYS,
  },
  {
    id: "labor",
    name: "Labor Day",
    isOpen: false,
    closedReason: "holiday",
    dateRRule: "FREQ=YEARLY;BYMONTH=9;BYDAY=1MO",
  },
  {
    id: "early",
    name: "Closing early",
    isOpen: true,
    exception: "day",
    dates: ["2026-09-10", "2026-12-24"],
    startTime: "09:00",
    endTime: "12:00",
  },
  {
    id: "fair",
    name: "Trade fair",
    isOpen: true,
    exception: "day",
    startDate: "2026-09-16",
    endDate: "2026-09-19",
    startTime: "07:00",
    endTime: "21:00",
  },
  {
    id: "moved",
    name: "Stocktaking",
    isOpen: true,
    exception: "day",
    dates: ["2026-09-30"],
    startTime: "11:00",
    endTime: "19:00",
  },
  {
    id: "holidays",
    name: "Company holidays",
    isOpen: false,
    closedReason: "company holidays",
    startDate: "2026-08-03",
    endDate: "2026-08-14",
  },
  CHRISTMAS,
];
const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

const SUPPORT: Schedule = {
  id: "support",
  name: "Support",
  timeZone: "Europe/Berlin",
  manualClose: false,
  rules: RULES.map(({ id }) => id),
};

const viewScene = (view: CalendarView, schedule = SUPPORT): Scene => ({
  name: `calendar: ${view}${schedule.manualClose ? ", closed manually" : ""}`,
  Component: function Scene() {
    const shown = usePreviewedSchedule(schedule, BY_ID, NOW);
    const [place, setPlace] = useState<CalendarPlace>({ view, day: TODAY, chosen: null });
    return <Calendar schedule={shown} place={place} onPlace={setPlace} onEditRule={nothing} />;
  },
});

const ruleScene = (name: string, rule: Rule, before: Rule | null, users: readonly Schedule[]): Scene => ({
  name: `calendar of a rule: ${name}`,
  Component: () => (
    <RuleCalendar
      rule={rule}
      before={before}
      users={users}
      rules={new Map([...BY_ID, [rule.id, rule]])}
      now={NOW}
      onEditRule={nothing}
    />
  ),
});

const editedScene: Scene = {
  name: "calendar: hours that can be changed",
  Component: function Scene() {
    const { own, shared, ...read } = readWeeklyHours(SUPPORT, BY_ID, (id) => id === "night");
    const [hours, setHours] = useState(read.hours);
    return (
      <PreviewPanel
        schedule={SUPPORT}
        rules={BY_ID}
        now={NOW}
        onEditRule={nothing}
        editable={{ hours, own, shared, onChange: setHours, onUndo: nothing, onRedo: nothing }}
      />
    );
  },
};

export const CALENDAR: readonly Scene[] = [
  viewScene("week"),
  viewScene("month"),
  viewScene("year"),
  viewScene("month", { ...SUPPORT, manualClose: true, manualCloseUntil: "2026-09-08T10:00:00Z" }),
  editedScene,
  ruleScene("no changes", CHRISTMAS, CHRISTMAS, [SUPPORT, SALES]),
  ruleScene("changes", { ...CHRISTMAS, dateRRule: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25,26" }, CHRISTMAS, [
    SUPPORT,
  ]),
  ruleScene("no schedule", CHRISTMAS, null, []),
];
