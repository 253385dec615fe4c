import { useState } from "react";
import type { Rule, Schedule } from "@schedule-manager/shared/model/model";
import { validate } from "@schedule-manager/shared/validation/validate";
import { PreviewPanel } from "../../../plugin/src/features/preview/preview-panel";
import { NextDays } from "../../../plugin/src/features/rule-editor/next-days";
import { RuleEditor } from "../../../plugin/src/features/rule-editor/rule-editor";
import { ManualCloseSection } from "../../../plugin/src/features/schedule-editor/manual-close-section";
import { ScheduleEditor } from "../../../plugin/src/features/schedule-editor/schedule-editor";
import { NOW, RULES, SALES, SUPPORT, TODAY } from "../../dom/features/items";
import { BY_ID, LONG, nothing } from "./catalogue";
import type { Scene } from "./scene";

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
        onOwnRule={() => null}
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

export const EDITORS: readonly Scene[] = [
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
];
