import { useMemo } from "react";
import { useDispatch, useSelector } from "react-redux";
import { Separator } from "@twilio-paste/core/separator";
import { newRule } from "@schedule-manager/shared/editing/rule-form/new-rule";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { localDay } from "@schedule-manager/shared/time/local-day";
import { AddHolidays } from "../features/add-holidays/add-holidays";
import { FixContext } from "../features/schedule-editor/fix-context";
import { ManualCloseSection } from "../features/schedule-editor/manual-close-section";
import { ScheduleEditor } from "../features/schedule-editor/schedule-editor";
import { useWeeklyHours } from "../features/weekly-hours/use-weekly-hours";
import { SpecialDays } from "../features/special-days/special-days";
import { useSpecialDays } from "../features/special-days/use-special-days";
import { WeeklyHours } from "../features/weekly-hours/weekly-hours";
import { FieldsDisabled } from "../ui/fields/context";
import { useServices, useSelectors } from "../services/services";
import { edited, redone, undone } from "../drafts/drafts";
import { opened } from "../navigation/navigation";
import type { RootState } from "../store/root";
import { useItem } from "../ui/use-item";
import { useOwnRule } from "../ui/use-own-rule";
import { useStableCallback } from "../ui/use-stable-callback";
import { pluginState } from "../catalogue/root";
import { useMayChange } from "../locks/use-may-change";
import { CalendarView } from "./calendar-view";
import { FormColumns } from "./columns";
import { findingFix } from "./finding-fix";
import { ItemPage } from "./item-page";
import { LockBanner } from "./lock-banner";
import { reasonsInUse } from "./reasons-in-use";
import { useMinute } from "../ui/use-minute";

const NONE: readonly never[] = [];

/** The page of one schedule: its form, its preview, and other people's changes. */
export function SchedulePage({ id }: { readonly id: string }) {
  const { selectEditedRulesById, selectEditedSchedules, selectScheduleFindings } = useSelectors();
  const { newKey, localNow } = useServices();
  const dispatch = useDispatch();
  const ownRule = useOwnRule();
  const item = useItem("schedule", id);
  const rules = useSelector(selectEditedRulesById);
  const schedules = useSelector(selectEditedSchedules);
  const findings = useSelector(selectScheduleFindings).get(id) ?? NONE;
  const now = useMinute();
  const mayChange = useMayChange(itemRef("schedule", id));
  const { value, change } = item;
  const hasDrafts = useSelector((root: RootState) => {
    const { items } = pluginState(root).drafts;
    const rules = value?.rules.map((rule) => itemRef("rule", rule)) ?? [];
    return [itemRef("schedule", id), ...rules].some((ref) => items[ref] !== undefined);
  });
  const week = useWeeklyHours(value);
  const today = localDay(value?.timeZone ?? "", now);
  const special = useSpecialDays(value, today);
  const reasons = useMemo(() => reasonsInUse([...rules.values()]), [rules]);

  const createRule = useStableCallback((): void => {
    if (value === null) return;
    const rule = newKey("rule");
    const at = localNow();
    dispatch(edited({ kind: "rule", id: rule, base: null, value: newRule(), at }));
    change({ ...value, rules: [...value.rules, rule] });
    dispatch(opened({ kind: "rule", id: rule }));
  });
  const ownRuleHere = useStableCallback((rule: string): string | null => ownRule(id, rule));
  const editRule = useStableCallback((rule: string): void => {
    dispatch(opened({ kind: "rule", id: rule }));
  });
  const onUndo = useStableCallback(() => void dispatch(undone()));
  const onRedo = useStableCallback(() => void dispatch(redone()));
  const { hours, own, shared, change: onChange } = week;
  const editable = useMemo(
    () => ({ hours, own, shared, onChange, onUndo, onRedo }),
    [hours, own, shared, onChange, onUndo, onRedo],
  );
  return (
    <ItemPage kind="schedule" id={id} item={item} onDelete={() => change(null)}>
      {(value) => (
        <FormColumns
          form={
            <FixContext.Provider value={findingFix}>
              <ScheduleEditor
                schedule={value}
                onChange={change}
                readOnly={!mayChange}
                schedules={schedules}
                rules={rules}
                findings={findings}
                now={now}
                manualClose={
                  <ManualCloseSection
                    schedule={value}
                    live={item.live}
                    rules={rules}
                    now={now}
                    onChange={change}
                  />
                }
                today={today}
                onEditRule={editRule}
                onCreateRule={createRule}
                onOwnRule={ownRuleHere}
                hours={
                  <>
                    {mayChange && week.locked !== null && <LockBanner key={week.locked} item={week.locked} />}
                    <FieldsDisabled value={!mayChange || week.locked !== null}>
                      <WeeklyHours hours={week.hours} shared={week.shared.length} onChange={week.change} />
                    </FieldsDisabled>
                    <Separator orientation="horizontal" />
                    <SpecialDays
                      scheduleId={id}
                      coming={special.coming}
                      past={special.past}
                      schedules={special.schedules}
                      locked={special.locked}
                      reasons={reasons}
                      onAdd={special.add}
                      onOpenRule={editRule}
                      actions={<AddHolidays schedule={value} today={today} />}
                    />
                  </>
                }
              />
            </FixContext.Provider>
          }
          beside={
            <CalendarView
              type="schedule"
              schedule={value}
              rules={rules}
              now={now}
              onEditRule={editRule}
              hasDrafts={hasDrafts}
              editable={mayChange && week.locked === null ? editable : undefined}
            />
          }
        />
      )}
    </ItemPage>
  );
}
