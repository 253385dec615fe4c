import { type ComponentType, useState } from "react";
import type { AnyAction } from "@reduxjs/toolkit";
import { stored } from "@schedule-manager/plugin/catalogue/stored";
import { useServices } from "@schedule-manager/plugin/services/services";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { validate } from "@schedule-manager/shared/validation/validate";
import { FirstRun } from "../../plugin/src/pages/first-run";
import { FirstScheduleDialog } from "../../plugin/src/pages/first-schedule-dialog";
import { UnknownPage } from "../../plugin/src/pages/unknown-page";
import { Questions } from "../../plugin/src/features/badges/question";
import { TransferQuestion } from "../../plugin/src/features/badges/transfer-question";
import { HistoryTab } from "../../plugin/src/features/history/history-tab";
import { PreviewPanel } from "../../plugin/src/features/preview/preview-panel";
import { DraftBar } from "../../plugin/src/features/publish/draft-bar";
import { OtherPublish } from "../../plugin/src/features/publish/other-publish";
import { PublishDialog } from "../../plugin/src/features/publish/publish-dialog";
import { PublishFailures } from "../../plugin/src/features/publish/publish-failures";
import { NextDays } from "../../plugin/src/features/rule-editor/next-days";
import { RuleEditor } from "../../plugin/src/features/rule-editor/rule-editor";
import { ManualCloseSection } from "../../plugin/src/features/schedule-editor/manual-close-section";
import { ScheduleEditor } from "../../plugin/src/features/schedule-editor/schedule-editor";
import { RulesTable } from "../../plugin/src/features/tables/rules-table";
import { SchedulesTable } from "../../plugin/src/features/tables/schedules-table";
import { TableLoading } from "../../plugin/src/features/tables/table-loading";
import { ExportSection } from "../../plugin/src/features/import-export/export-section";
import { ImportSection } from "../../plugin/src/features/import-export/import-section";
import { ChoiceField } from "../../plugin/src/ui/fields/choice-field";
import { Combobox } from "../../plugin/src/ui/fields/combobox";
import { DatesField } from "../../plugin/src/ui/fields/dates-field";
import { FieldsDisabled } from "../../plugin/src/ui/fields/context";
import { NumberField } from "../../plugin/src/ui/fields/number-field";
import { SelectField } from "../../plugin/src/ui/fields/select-field";
import { TextField } from "../../plugin/src/ui/fields/text-field";
import { WeekdaysField } from "../../plugin/src/ui/fields/weekdays-field";
import { ticked } from "../../plugin/src/catalogue/clock";
import { connectionChanged } from "../../plugin/src/sync/connection-slice";
import { edited } from "../../plugin/src/drafts/drafts";
import { liveChanged, mapsOpened } from "../../plugin/src/catalogue/live";
import { headChanged } from "../../plugin/src/catalogue/head";
import { publishFailed, publishStarted } from "../../plugin/src/publishing/publishing";
import { sessionOpened } from "../../plugin/src/catalogue/session";
import { NOW, RULES, SALES, SUPPORT, TODAY } from "../dom/features/items";
import { liveRule, liveSchedule } from "../unit/plugin/items";

export interface Scene {
  readonly name: string;
  readonly Component: ComponentType;
  /** Dispatched before the scene renders. */
  readonly actions?: readonly AnyAction[];
}

const LONG =
  "A name of many words that somebody pasted from a table of all the offices of the company ".repeat(2);
const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));
const nothing = (): void => undefined;

const catalogue = (schedules: readonly Schedule[], rules: readonly Rule[]): readonly AnyAction[] => [
  mapsOpened(["schedules-0", "rules-0"]),
  liveChanged([
    { type: "reset", kind: "schedule", map: "schedules-0", items: schedules.map((one) => liveSchedule(one)) },
    { type: "reset", kind: "rule", map: "rules-0", items: rules.map((one) => liveRule(one)) },
  ]),
  ticked(NOW),
  sessionOpened({ token: "", serviceSid: "", ttl: 0, shards: 1, right: "edit", identity: "ada", now: NOW }),
];
const FULL = catalogue([SUPPORT, SALES, { ...SALES, id: "long", name: LONG }], RULES);
const DRAFT = edited({
  kind: "schedule",
  id: SUPPORT.id,
  base: { revision: "0", value: stored(SUPPORT) },
  value: stored({ ...SUPPORT, manualClose: true }),
  at: NOW,
});
const FAILED: readonly AnyAction[] = [
  publishStarted({ id: "one", refs: ["s:support"] }),
  publishFailed({ id: "one", code: "publish-conflict", message: "", items: [] }),
];
const CONNECTED = connectionChanged({ to: { type: "connected" }, at: NOW });
const IDLE = headChanged({ generation: 1, shards: 1, recent: [], publish: null });
const OTHER = headChanged({
  generation: 1,
  shards: 1,
  recent: [],
  publish: {
    id: "other",
    by: { identity: "bo", name: "bo@example.com" },
    since: "2026-09-04T17:00:00Z",
    phase: "applying",
    generation: 2,
  },
});

const scheduleScene = (name: string, schedule: Schedule, readOnly = false): Scene => ({
  name: `schedule editor: ${name}`,
  Component: function Scene() {
    const [draft, setDraft] = useState(schedule);
    return (
      <ScheduleEditor
        schedule={draft}
        schedules={[draft, SALES]}
        rules={BY_ID}
        findings={validate({ rules: RULES, schedules: [draft, SALES] }, NOW).filter(
          ({ scheduleId }) => scheduleId === draft.id,
        )}
        now={NOW}
        today={TODAY}
        readOnly={readOnly}
        manualClose={
          <ManualCloseSection schedule={draft} live={undefined} rules={BY_ID} now={NOW} onChange={setDraft} />
        }
        onEditRule={nothing}
        onCreateRule={nothing}
        onChange={setDraft}
      />
    );
  },
});

const ruleScene = (name: string, rule: Rule, readOnly = false): Scene => ({
  name: `rule editor: ${name}`,
  Component: function Scene() {
    const [draft, setDraft] = useState(rule);
    return (
      <>
        <RuleEditor
          rule={draft}
          rulesById={BY_ID}
          readOnly={readOnly}
          reasons={["holiday", "lunch"]}
          onChange={setDraft}
        />
        <NextDays rule={draft} rulesById={BY_ID} today={TODAY} />
      </>
    );
  },
});

const previewScene = (name: string, schedule: Schedule): Scene => ({
  name: `preview: ${name}`,
  Component: () => <PreviewPanel schedule={schedule} rules={BY_ID} now={NOW} onEditRule={nothing} />,
});

const fieldsScene = (name: string, text: string, error: string | undefined, disabled: boolean): Scene => ({
  name: `fields: ${name}`,
  Component: function Scene() {
    const [value, setValue] = useState(text);
    const [weekdays, setWeekdays] = useState(31);
    const [dates, setDates] = useState<readonly string[]>(text === "" ? [] : ["2026-12-24"]);
    const field = { label: text === "" ? "Label" : text, value, onChange: setValue, help: "Help", error };
    const options = ["one", "two", text].map((one) => ({ value: one, text: one }));
    return (
      <FieldsDisabled value={disabled}>
        <TextField {...field} />
        <NumberField {...field} unit="minutes" />
        <SelectField {...field} options={options} />
        <Combobox {...field} options={options} />
        <ChoiceField legend="Choice" value={value} options={options} onChange={setValue} error={error} />
        <WeekdaysField legend="Weekdays" weekdays={weekdays} onChange={setWeekdays} error={error} />
        <DatesField label="Dates" dates={dates} onChange={setDates} error={error} />
      </FieldsDisabled>
    );
  },
});

function Question() {
  const { t, locale } = useServices();
  const [questions] = useState(() => {
    const asked = new Questions();
    void asked.ask({
      queue: { sid: "WQ1", name: "Sales queue" },
      status: "Closed",
      stale: null,
      mayProceed: true,
      instead: [{ sid: "WQ2", name: LONG }],
    });
    return asked;
  });
  return <TransferQuestion questions={questions} t={t} locale={locale} />;
}

export const SCENES: readonly Scene[] = [
  scheduleScene("filled in", SUPPORT),
  scheduleScene("empty, with its error", { ...SUPPORT, name: "", rules: [] }),
  scheduleScene("read-only", SUPPORT, true),
  scheduleScene("long texts", { ...SUPPORT, name: LONG }),
  ...RULES.map((rule) => ruleScene(rule.name, rule)),
  ruleScene("empty, with its error", { id: "new", name: "", isOpen: true }),
  ruleScene("read-only", { id: "read", name: "Read-only", isOpen: true }, true),
  previewScene("a week", SUPPORT),
  previewScene("no rules", SALES),
  previewScene("unknown zone", { ...SUPPORT, timeZone: "Mars/Olympus" }),
  { name: "schedules: filled in", Component: () => <SchedulesTable />, actions: FULL },
  { name: "schedules: empty", Component: () => <SchedulesTable />, actions: catalogue([], []) },
  { name: "schedules: first run", Component: FirstRun, actions: catalogue([], []) },
  {
    name: "schedules: first schedule",
    Component: () => <FirstScheduleDialog onClose={nothing} />,
    actions: catalogue([], []),
  },
  { name: "address: unknown", Component: () => <UnknownPage of="schedule" /> },
  { name: "rules: filled in", Component: RulesTable, actions: FULL },
  { name: "rules: empty", Component: RulesTable, actions: catalogue([], []) },
  { name: "table: loading", Component: TableLoading },
  { name: "drafts: bar", Component: DraftBar, actions: [...FULL, DRAFT] },
  {
    name: "publish: review",
    Component: function Scene() {
      const [open, setOpen] = useState(true);
      return open ? (
        <PublishDialog
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null;
    },
    actions: [...FULL, DRAFT],
  },
  { name: "publish: failed", Component: PublishFailures, actions: [...FULL, ...FAILED] },
  { name: "publish: somebody else's", Component: OtherPublish, actions: [...FULL, OTHER] },
  { name: "history: loading", Component: HistoryTab, actions: FULL },
  { name: "history: can't be read", Component: HistoryTab, actions: [...FULL, CONNECTED, IDLE] },
  {
    name: "import",
    Component: () => <ImportSection schedules={[SUPPORT, SALES]} now={NOW} onDone={nothing} />,
    actions: FULL,
  },
  {
    name: "export",
    Component: () => (
      <ExportSection configuration={{ rules: RULES, schedules: [SUPPORT, SALES] }} now={NOW} />
    ),
    actions: FULL,
  },
  { name: "transfer: question", Component: Question },
  fieldsScene("empty", "", undefined, false),
  fieldsScene("with errors", "2026", "Enter a duration.", false),
  fieldsScene("read-only", "2026", undefined, true),
  fieldsScene("long texts", LONG, LONG, false),
];
