import { useState } from "react";
import type { SpecialDays as Days } from "@schedule-manager/shared/editing/special-days/list-special-days";
import type { WeeklyHours as Hours } from "@schedule-manager/shared/editing/weekly-hours/hours";
import { AddHolidays } from "../../../plugin/src/features/add-holidays/add-holidays";
import { HolidaysDialog } from "../../../plugin/src/features/add-holidays/holidays-dialog";
import { AddSpecialDays } from "../../../plugin/src/features/special-days/add-special-days";
import { SpecialDays } from "../../../plugin/src/features/special-days/special-days";
import { WeeklyHours } from "../../../plugin/src/features/weekly-hours/weekly-hours";
import { FieldsDisabled } from "../../../plugin/src/ui/fields/context";
import { SALES, SUPPORT, TODAY } from "../../dom/features/items";
import { FULL, LONG, nothing } from "./catalogue";
import type { Scene } from "./scene";

const BERLIN = { ...SUPPORT, timeZone: "Europe/Berlin" };

const days = (name: string, from: number, to: number | null, isOpen: boolean): Days => ({
  rule: {
    id: name,
    name,
    isOpen,
    ...(isOpen ? { startTime: "09:00", endTime: "12:00" } : { closedReason: "holiday" }),
  },
  from,
  to,
});
const COMING = [
  days("Christmas Eve", TODAY + 111, TODAY + 111, true),
  days(LONG, TODAY + 112, TODAY + 118, false),
  days("The end", TODAY + 300, null, false),
];
const PAST = [days("Move", TODAY - 60, TODAY - 60, false)];

const specialScene = (
  name: string,
  coming: readonly Days[],
  past: readonly Days[],
  readOnly = false,
): Scene => ({
  name: `special days: ${name}`,
  Component: () => (
    <FieldsDisabled value={readOnly}>
      <SpecialDays
        scheduleId={SUPPORT.id}
        coming={coming}
        past={past}
        schedules={[BERLIN, SALES]}
        reasons={["holiday", "training"]}
        onAdd={nothing}
        onOpenRule={nothing}
        actions={<AddHolidays schedule={BERLIN} today={TODAY} />}
      />
    </FieldsDisabled>
  ),
  actions: FULL,
});

const DAY = { start: 480, end: 1020 };
const EMPTY: Hours = [[], [], [], [], [], [], []];
const WEEK: Hours = [
  [DAY],
  [DAY],
  [
    { start: 480, end: 720 },
    { start: 780, end: 1020 },
  ],
  [DAY],
  [DAY],
  [],
  [],
];

const weekScene = (name: string, given: Hours, shared: number, readOnly = false): Scene => ({
  name: `weekly hours: ${name}`,
  Component: function Scene() {
    const [hours, setHours] = useState(given);
    return (
      <FieldsDisabled value={readOnly}>
        <WeeklyHours hours={hours} shared={shared} onChange={setHours} />
      </FieldsDisabled>
    );
  },
});

export const DAYS: readonly Scene[] = [
  weekScene("filled in", WEEK, 1),
  weekScene("empty", EMPTY, 0),
  weekScene("read-only", WEEK, 0, true),
  specialScene("filled in", COMING, PAST),
  specialScene("empty", [], []),
  specialScene("read-only", COMING, PAST, true),
  {
    name: "special days: form",
    Component: () => (
      <AddSpecialDays
        scheduleId={SUPPORT.id}
        schedules={[BERLIN, SALES]}
        locked={[]}
        reasons={["holiday"]}
        onAdd={nothing}
        onCancel={nothing}
      />
    ),
  },
  {
    name: "holidays: dialog",
    Component: () => <HolidaysDialog schedule={BERLIN} today={TODAY} onClose={nothing} />,
    actions: FULL,
  },
];
