import { useEffect, useState } from "react";
import {
  type CalendarChoice,
  defaultChoice,
} from "@schedule-manager/shared/import-export/ical/calendar-choice";
import {
  type GroupedCalendar,
  groupCalendar,
} from "@schedule-manager/shared/import-export/ical/calendar-groups";
import { parseCalendar } from "@schedule-manager/shared/import-export/ical/parse-calendar";
import { ChooseEvents } from "../../../plugin/src/features/import-export/choose-events";
import type { ImportWarningLine } from "../../../plugin/src/features/import-export/describe-import-warning";
import { ExportSection } from "../../../plugin/src/features/import-export/export-section";
import { ImportPreview } from "../../../plugin/src/features/import-export/import-preview";
import { ImportSection } from "../../../plugin/src/features/import-export/import-section";
import { NOW, RULES, SALES, SUPPORT } from "../../dom/features/items";
import { calendar, event } from "../../unit/shared/import-export/ical/calendars";
import { FULL, LONG, nothing } from "./catalogue";
import type { Scene } from "./scene";

const line = (name: string, words: string, more: Partial<ImportWarningLine> = {}): ImportWarningLine => ({
  name,
  line: null,
  words,
  isImported: false,
  ...more,
});
const LINES = [
  line("Maybe", "Not imported: the event is cancelled.", { line: 12 }),
  line("Lunch", "Imported without seconds.", { isImported: true }),
  line("Hours", "When does it start?", { startOf: "hours" }),
  line("Late", "", { endOf: "late" }),
];

const EVENTS = [
  event("UID:1", "SUMMARY:New Year", "CATEGORIES:Holiday", "DTSTART;VALUE=DATE:20270101"),
  event("UID:2", `SUMMARY:${LONG}`, "CATEGORIES:Holiday", "DTSTART;VALUE=DATE:20270106"),
  event("UID:3", "SUMMARY:Training", "DTSTART:20270110T120000Z", "DTEND:20270110T140000Z"),
  event("UID:4", "SUMMARY:Maybe", "STATUS:TENTATIVE", "DTSTART;VALUE=DATE:20270511"),
];

function Choosing({ all }: { readonly all: GroupedCalendar }) {
  const [choice, setChoice] = useState<CalendarChoice>(() => defaultChoice(all));
  return <ChooseEvents groups={all.groups} choice={choice} onChange={setChoice} />;
}

export const FILES: readonly Scene[] = [
  {
    name: "import",
    Component: () => <ImportSection schedules={[SUPPORT, SALES]} now={NOW} onDone={nothing} />,
    actions: FULL,
  },
  {
    name: "import: events of a calendar",
    Component: function Scene() {
      const [all, setAll] = useState<GroupedCalendar | null>(null);
      useEffect(() => {
        void parseCalendar(calendar(...EVENTS.flat())).then((parsed) => {
          if (parsed.ok) setAll(groupCalendar(parsed.events));
        });
      }, []);
      return all === null ? null : <Choosing all={all} />;
    },
    actions: FULL,
  },
  {
    name: "import: preview with warnings and questions",
    Component: () => (
      <ImportPreview
        imported={{
          rules: [...RULES, { id: "late", name: "Late", isOpen: true, startTime: "20:00", endTime: "23:59" }],
          schedules: [{ ...SUPPORT, name: LONG }],
        }}
        lines={LINES}
        onDone={nothing}
      />
    ),
    actions: FULL,
  },
  {
    name: "export",
    Component: () => (
      <ExportSection configuration={{ rules: RULES, schedules: [SUPPORT, SALES] }} now={NOW} />
    ),
    actions: FULL,
  },
];
