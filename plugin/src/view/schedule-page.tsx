import { useDispatch, useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { DAY_MS } from "@schedule-manager/shared/civil";
import { itemRef } from "@schedule-manager/shared/sync-layout";
import { zoneOf } from "@schedule-manager/shared/zone";
import { ConflictPanel } from "../features/conflicts/conflict-panel";
import { PreviewPanel } from "../features/preview/preview-panel";
import { ScheduleEditor } from "../features/schedule-editor/schedule-editor";
import { useServices } from "../services";
import { discarded, edited } from "../state/drafts";
import { opened } from "../state/navigation";
import { pluginState, type RootState } from "../state/root";
import { selectEditedRulesById, selectEditedSchedules } from "../state/select-drafts";
import { selectScheduleFindings } from "../state/select-findings";
import { selectMayEdit } from "../state/select-publishing";
import { useItem } from "../state/use-item";
import { DraftBadge } from "../words/draft-badge";
import { FormColumns } from "./columns";
import { DeletedItem } from "./deleted-item";
import { ItemActions } from "./item-actions";
import { PageHeader } from "./page-header";

const NONE: readonly never[] = [];

/** The page of one schedule: its form, its preview, and what others did to it. */
export function SchedulePage({ id }: { readonly id: string }) {
  const { say, newKey, localNow } = useServices();
  const dispatch = useDispatch();
  const item = useItem("schedule", id);
  const rules = useSelector(selectEditedRulesById);
  const schedules = useSelector(selectEditedSchedules);
  const findings = useSelector(selectScheduleFindings).get(id) ?? NONE;
  const now = useSelector((root: RootState) => pluginState(root).clock.now);
  const mayEdit = useSelector(selectMayEdit);
  const { draft, state, value, change } = item;
  const offset = zoneOf(value?.timeZone ?? "")?.at(now).offset ?? 0;

  const createRule = (): void => {
    if (value === null) return;
    const rule = newKey("rule");
    const at = localNow();
    dispatch(edited({ kind: "rule", id: rule, base: null, value: { name: "", isOpen: true }, at }));
    change({ ...value, rules: [...value.rules, rule] });
    dispatch(opened({ kind: "rule", id: rule }));
  };
  const editRule = (rule: string): void => {
    dispatch(opened({ kind: "rule", id: rule }));
  };
  const name = value?.name ?? draft?.base?.value.name ?? "";
  return (
    <>
      <PageHeader
        title={name === "" ? say("page.newSchedule") : name}
        badges={<DraftBadge draft={draft} />}
        actions={
          mayEdit && (
            <ItemActions
              kind="schedule"
              item={item}
              onDelete={() => {
                change(null);
              }}
            />
          )
        }
      />
      {draft !== undefined && state !== undefined && (
        <Box marginBottom="space60">
          <ConflictPanel draft={draft} state={state} ruleName={(rule) => rules.get(rule)?.name ?? rule} />
        </Box>
      )}
      {value === null ? (
        <DeletedItem
          onKeep={
            draft === undefined
              ? undefined
              : () => {
                  dispatch(discarded({ ref: itemRef("schedule", id), at: localNow() }));
                }
          }
        />
      ) : (
        <FormColumns
          form={
            <ScheduleEditor
              schedule={value}
              onChange={change}
              readOnly={!mayEdit}
              schedules={schedules}
              rules={rules}
              findings={findings}
              now={now}
              today={Math.floor((now + offset) / DAY_MS)}
              onEditRule={editRule}
              onCreateRule={createRule}
            />
          }
          beside={<PreviewPanel schedule={value} rules={rules} now={now} onEditRule={editRule} />}
        />
      )}
    </>
  );
}
