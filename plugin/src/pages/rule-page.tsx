import { useCallback, useMemo } from "react";
import { useDispatch, useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { referencedRules } from "@schedule-manager/shared/evaluator/compile-rule";
import { DAY_MS } from "@schedule-manager/shared/time/civil";
import type { Finding } from "@schedule-manager/shared/model/finding";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { NextDays } from "../features/rule-editor/next-days";
import { RuleEditor } from "../features/rule-editor/rule-editor";
import { UsedBy } from "../features/rule-editor/used-by";
import { FieldsDisabled } from "../ui/fields/context";
import { FixContext } from "../features/schedule-editor/fix-context";
import { RuleFindings } from "../features/schedule-editor/rule-findings";
import { useServices, useSelectors } from "../services/services";
import { edited } from "../drafts/drafts";
import { baseOf } from "../drafts/draft-state";
import { opened } from "../navigation/navigation";
import { pluginState } from "../catalogue/root";
import type { RootState } from "../store/root";
import { stored } from "../catalogue/stored";
import { useItem } from "../ui/use-item";
import { useMayChange } from "../locks/use-may-change";
import { reasonsInUse } from "./reasons-in-use";
import { CalendarView } from "./calendar-view";
import { FormColumns } from "./columns";
import { findingFix } from "./finding-fix";
import { ItemPage } from "./item-page";
import { ReferredBy } from "./referred-by";
import { RemoveEverywhere } from "./remove-everywhere";
import { useMinute } from "../ui/use-minute";

const SHOWN: ReadonlySet<Finding["code"]> = new Set([
  "rule-ended",
  "rule-ends-2359",
  "rule-closes-for-good",
  "item-too-large",
]);

/** The page of one rule: its form, its next days, and its schedules. */
export function RulePage({ id }: { readonly id: string }) {
  const { selectEditedRules, selectEditedRulesById, selectEditedSchedules, selectRuleFindings } =
    useSelectors();
  const { t, localNow } = useServices();
  const dispatch = useDispatch();
  const item = useItem("rule", id);
  const rules = useSelector(selectEditedRules);
  const rulesById = useSelector(selectEditedRulesById);
  const schedules = useSelector(selectEditedSchedules);
  const live = useSelector((root: RootState) => pluginState(root).live.schedules.entities);
  const now = useMinute();
  const mayChange = useMayChange(itemRef("rule", id));
  // The form shows the rule's other findings.
  const findings =
    useSelector(selectRuleFindings)
      .get(id)
      ?.filter(({ code }) => SHOWN.has(code)) ?? [];
  const { draft, change } = item;
  const users = useMemo(() => schedules.filter((schedule) => schedule.rules.includes(id)), [schedules, id]);
  const referrers = useMemo(() => rules.filter((rule) => referencedRules(rule).includes(id)), [rules, id]);
  const reasons = useMemo(() => reasonsInUse(rules), [rules]);

  const openRule = useCallback(
    (rule: string): void => {
      dispatch(opened({ kind: "rule", id: rule }));
    },
    [dispatch],
  );
  const deleteEverywhere = (): void => {
    for (const schedule of users) {
      const without = { ...schedule, rules: schedule.rules.filter((rule) => rule !== id) };
      dispatch(
        edited({
          kind: "schedule",
          id: schedule.id,
          base: baseOf(live[schedule.id]),
          value: stored(without),
          at: localNow(),
        }),
      );
    }
    change(null);
  };
  return (
    <ItemPage
      kind="rule"
      id={id}
      item={item}
      untitled={t("page.newRule")}
      onDelete={users.length + referrers.length > 0 ? undefined : () => change(null)}
    >
      {(value) => (
        <FormColumns
          form={
            <RuleEditor
              rule={value}
              rulesById={rulesById}
              onChange={change}
              readOnly={!mayChange}
              reasons={reasons}
            />
          }
          beside={
            <Box display="flex" flexDirection="column" rowGap="space70">
              <CalendarView
                type="rule"
                rule={value}
                before={draft === undefined ? value : (item.live?.value ?? null)}
                users={users}
                rules={rulesById}
                now={now}
                onEditRule={openRule}
              />
              <Box>
                <NextDays rule={value} rulesById={rulesById} today={Math.floor(now / DAY_MS)} />
                <FieldsDisabled value={!mayChange}>
                  <FixContext.Provider value={findingFix}>
                    <RuleFindings findings={findings} />
                  </FixContext.Provider>
                </FieldsDisabled>
              </Box>
              <UsedBy
                schedules={users}
                onOpen={(schedule) => {
                  dispatch(opened({ kind: "schedule", id: schedule }));
                }}
              />
              {referrers.length > 0 && draft?.base !== null && <ReferredBy rules={referrers} />}
              {mayChange && users.length > 0 && referrers.length === 0 && draft?.base !== null && (
                <RemoveEverywhere schedules={users} onRemove={deleteEverywhere} />
              )}
            </Box>
          }
        />
      )}
    </ItemPage>
  );
}
