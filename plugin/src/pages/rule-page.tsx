import { useCallback, useMemo } from "react";
import { useDispatch, useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { withRulesRemoved } from "@schedule-manager/shared/editing/bulk/bulk-edits";
import { referencedRules } from "@schedule-manager/shared/evaluator/compile-rule";
import { DAY_MS } from "@schedule-manager/shared/time/civil";
import type { Finding } from "@schedule-manager/shared/model/finding";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { NextDays } from "../features/rule-editor/next-days";
import { RuleEditor } from "../features/rule-editor/rule-editor";
import { SharedRule } from "../features/rule-editor/shared-rule";
import { UsedBy } from "../features/rule-editor/used-by";
import { FieldsDisabled } from "../ui/fields/context";
import { FixContext } from "../features/schedule-editor/fix-context";
import { RuleFindings } from "../features/schedule-editor/rule-findings";
import { useServices, useSelectors } from "../services/services";
import { opened } from "../navigation/navigation";
import { pluginState } from "../catalogue/root";
import type { RootState } from "../store/root";
import { stored } from "../catalogue/stored";
import { useEditTogether } from "../ui/use-edit-together";
import { useOwnRule } from "../ui/use-own-rule";
import { useSchedulesLockedElsewhere } from "../locks/use-schedules-locked-elsewhere";
import { selectMayEdit } from "../publishing/selectors";
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

const NO_SCHEDULES: readonly never[] = [];

/** The page of one rule: its form, its next days, and its schedules. */
export function RulePage({ id }: { readonly id: string }) {
  const { selectEditedRules, selectEditedRulesById, selectEditedSchedules, selectRuleFindings } =
    useSelectors();
  const { locale } = useServices();
  const editTogether = useEditTogether();
  const ownRule = useOwnRule();
  const dispatch = useDispatch();
  const item = useItem("rule", id);
  const rules = useSelector(selectEditedRules);
  const rulesById = useSelector(selectEditedRulesById);
  const schedules = useSelector(selectEditedSchedules);
  const back = useSelector((root: RootState) => pluginState(root).navigation.back);
  const mayEdit = useSelector(selectMayEdit);
  const lockedSchedules = useSchedulesLockedElsewhere();
  const now = useMinute();
  const mayChange = useMayChange(itemRef("rule", id));
  // The form shows the rule's other findings.
  const findings =
    useSelector(selectRuleFindings)
      .get(id)
      ?.filter(({ code }) => SHOWN.has(code)) ?? [];
  const { draft, change } = item;
  const users = useMemo(() => {
    const byName = new Intl.Collator(locale, { numeric: true });
    return schedules
      .filter((schedule) => schedule.rules.includes(id))
      .sort((a, b) => byName.compare(a.name, b.name));
  }, [schedules, id, locale]);
  const referrers = useMemo(() => rules.filter((rule) => referencedRules(rule).includes(id)), [rules, id]);
  const reasons = useMemo(() => reasonsInUse(rules), [rules]);

  const openRule = useCallback(
    (rule: string): void => {
      dispatch(opened({ kind: "rule", id: rule }));
    },
    [dispatch],
  );
  const openedFrom = back[back.length - 1]?.page;
  const from =
    mayEdit && openedFrom?.type === "item" && openedFrom.kind === "schedule"
      ? users.find((user) => user.id === openedFrom.id && !lockedSchedules.includes(user.id))
      : undefined;

  const deleteEverywhere = (): void => {
    editTogether([
      ...withRulesRemoved(users, new Set([id])).map((schedule) => ({
        kind: "schedule" as const,
        id: schedule.id,
        value: stored(schedule),
      })),
      { kind: "rule", id, value: null },
    ]);
  };
  return (
    <ItemPage
      kind="rule"
      id={id}
      item={item}
      onDelete={users.length + referrers.length > 0 ? undefined : () => change(null)}
    >
      {(value) => (
        <FormColumns
          form={
            <Box display="flex" flexDirection="column" rowGap="space60">
              <SharedRule
                schedules={mayEdit ? users : NO_SCHEDULES}
                from={from}
                onOwn={(schedule) => {
                  const copy = ownRule(schedule, id);
                  if (copy !== null) dispatch(opened({ kind: "rule", id: copy }));
                }}
              />
              <RuleEditor
                rule={value}
                rulesById={rulesById}
                onChange={change}
                readOnly={!mayChange}
                reasons={reasons}
              />
            </Box>
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
                {/* On paper below the calendar. */}
                <div data-print="">
                  <NextDays rule={value} rulesById={rulesById} today={Math.floor(now / DAY_MS)} />
                </div>
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
