/** The calendar with weekly hours that it changes, for the tests of its keys and of its mouse. */
import { useMemo, useState } from "react";
import { readWeeklyHours } from "@schedule-manager/shared/editing/weekly-hours/read-weekly-hours";
import { writeWeeklyHours } from "@schedule-manager/shared/editing/weekly-hours/write-weekly-hours";
import type { WeeklyHours } from "@schedule-manager/shared/editing/weekly-hours/hours";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { PreviewPanel } from "../../../plugin/src/features/preview/preview-panel";
import { show } from "./render";

/** Tuesdays. */
export const hours: Rule = {
  id: "hours",
  name: "Hours",
  isOpen: true,
  dateRRule: "FREQ=WEEKLY;BYDAY=TU",
  startTime: "08:00",
  endTime: "17:00",
};
const shared: Rule = { ...hours, id: "shared", name: "Shared hours", dateRRule: "FREQ=WEEKLY;BYDAY=TH" };
const holiday: Rule = {
  id: "holiday",
  name: "Holiday",
  isOpen: false,
  closedReason: "holiday",
  dates: ["2026-12-18"],
};
const SUPPORT: Schedule = {
  id: "s",
  name: "Support",
  timeZone: "America/New_York",
  manualClose: false,
  rules: [],
};
/** Wednesday noon in New York. */
const NOW = Date.parse("2026-12-16T17:00:00Z");

/** The calendar with hours that it changes, as the schedule's page does. */
export function editCalendar(weekly: readonly Rule[] = [hours], others = [shared, holiday]) {
  const made: WeeklyHours[] = [];
  const steps: string[] = [];
  function Scene() {
    const [own, setOwn] = useState(weekly);
    const rules = useMemo(() => new Map([...own, ...others].map((rule) => [rule.id, rule])), [own]);
    const schedule = useMemo(() => ({ ...SUPPORT, rules: [...rules.keys()] }), [rules]);
    const read = useMemo(() => readWeeklyHours(schedule, rules, (id) => id === "shared"), [schedule, rules]);
    const editable = useMemo(
      () => ({
        ...read,
        onChange: (next: WeeklyHours) => {
          made.push(next);
          const { changed, created, removed } = writeWeeklyHours(own, next, ({ start }) => `from ${start}`);
          const values = new Map(changed.map(({ id, value }) => [id, value]));
          setOwn([
            ...own
              .filter(({ id }) => !removed.includes(id))
              .map((rule) => ({ ...(values.get(rule.id) ?? rule), id: rule.id })),
            ...created.map((value, index) => ({ ...value, id: `new ${made.length} ${index}` })),
          ]);
        },
        onUndo: () => steps.push("undo"),
        onRedo: () => steps.push("redo"),
      }),
      [own, read],
    );
    return (
      <PreviewPanel
        schedule={schedule}
        rules={rules}
        now={NOW}
        onEditRule={() => undefined}
        editable={editable}
      />
    );
  }
  const { container, unmount } = show(<Scene />);
  return { container, unmount, user: userEvent.setup(), made, last: () => made[made.length - 1], steps };
}

export const block = (name: RegExp) => screen.getByRole("button", { name });
/** What the person does with a block. */
export const PENDING = /Escape cancels it\.$/;
export const TUESDAY = /Tuesday, December 15, 8:00 AM to 5:00 PM: Open/;
