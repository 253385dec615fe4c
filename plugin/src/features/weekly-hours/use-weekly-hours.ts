import { useMemo } from "react";
import { useDispatch, useSelector, useStore } from "react-redux";
import {
  readWeeklyHours,
  type ReadWeeklyHours,
} from "@schedule-manager/shared/editing/weekly-hours/read-weekly-hours";
import type { WeeklyHours } from "@schedule-manager/shared/editing/weekly-hours/hours";
import { writeWeeklyHours } from "@schedule-manager/shared/editing/weekly-hours/write-weekly-hours";
import type { ItemKind, Rule, Schedule, StoredItem } from "@schedule-manager/shared/model/model";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { pluginState } from "../../catalogue/root";
import { stored } from "../../catalogue/stored";
import { baseOf } from "../../drafts/draft-state";
import { editedTogether } from "../../drafts/drafts";
import { liveOf } from "../../drafts/selectors";
import { selectLockOwner } from "../../locks/selectors";
import { useSelectors, useServices } from "../../services/services";
import type { RootState } from "../../store/root";
import { useStableCallback } from "../../ui/use-stable-callback";
import { weeklyRuleName } from "./weekly-rule-name";

const NO_SCHEDULE: Pick<Schedule, "rules"> = { rules: [] };

/** Ids of the rules that schedules other than `id` use, or that other rules' days are relative to. */
function usedElsewhere(id: string, schedules: readonly Schedule[], rules: ReadonlyMap<string, Rule>) {
  const used = new Set(schedules.flatMap((schedule) => (schedule.id === id ? [] : schedule.rules)));
  for (const { relativeTo } of rules.values()) {
    for (const rule of relativeTo?.rules ?? []) used.add(rule);
    for (const rule of relativeTo?.workingDays?.except ?? []) used.add(rule);
  }
  return used;
}

interface EditedWeeklyHours extends ReadWeeklyHours {
  /** Somebody else edits one of the rules that the hours stand for. */
  readonly isLocked: boolean;
  /** Writes hours back as drafts of the rules and the schedule. */
  readonly change: (hours: WeeklyHours) => void;
}

/** The ordinary weekly hours of an edited schedule. */
export function useWeeklyHours(schedule: Schedule | null): EditedWeeklyHours {
  const { selectEditedRulesById, selectEditedSchedules } = useSelectors();
  const { locale, newKey, localNow } = useServices();
  const dispatch = useDispatch();
  const store = useStore<RootState>();
  const rules = useSelector(selectEditedRulesById);
  const schedules = useSelector(selectEditedSchedules);
  const id = schedule?.id ?? "";
  const used = useMemo(() => usedElsewhere(id, schedules, rules), [id, schedules, rules]);
  const read = useMemo(
    () => readWeeklyHours(schedule ?? NO_SCHEDULE, rules, (rule) => used.has(rule)),
    [schedule, rules, used],
  );
  const isLocked = useSelector((root: RootState) =>
    read.own.some((rule) => selectLockOwner(root, itemRef("rule", rule)).type === "other"),
  );
  const change = useStableCallback((hours: WeeklyHours): void => {
    if (schedule === null) return;
    const { live } = pluginState(store.getState());
    const own = read.own.flatMap((rule) => rules.get(rule) ?? []);
    const { changed, created, removed } = writeWeeklyHours(own, hours, (rule) =>
      weeklyRuleName(locale, rule),
    );
    const edit = (kind: ItemKind, item: string, value: StoredItem | null) => ({
      kind,
      id: item,
      value,
      base: baseOf(liveOf(live, { kind, id: item })),
    });
    const added = created.map((value) => ({ id: newKey("rule"), value }));
    const left = schedule.rules.filter((rule) => !removed.includes(rule));
    const order = [...left, ...added.map((rule) => rule.id)];
    const edits = [
      ...[...added, ...changed].map((rule) => edit("rule", rule.id, rule.value)),
      ...(added.length + removed.length === 0
        ? []
        : [edit("schedule", id, stored({ ...schedule, rules: order }))]),
      ...removed.map((rule) => edit("rule", rule, null)),
    ];
    if (edits.length > 0) dispatch(editedTogether({ edits, at: localNow() }));
  });
  return { ...read, isLocked, change };
}
