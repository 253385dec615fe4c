import { useCallback } from "react";
import { createSelector } from "@reduxjs/toolkit";
import { useSelector } from "react-redux";
import {
  readWeeklyHours,
  type ReadWeeklyHours,
} from "@schedule-manager/shared/editing/weekly-hours/read-weekly-hours";
import type { WeeklyHours } from "@schedule-manager/shared/editing/weekly-hours/hours";
import { writeWeeklyHours } from "@schedule-manager/shared/editing/weekly-hours/write-weekly-hours";
import { referencedRules } from "@schedule-manager/shared/evaluator/compile-rule";
import type { ItemKind, Rule, Schedule, StoredItem } from "@schedule-manager/shared/model/model";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import { type ItemRef, itemRef } from "@schedule-manager/shared/sync/layout";
import { stored } from "../../catalogue/stored";
import { selectLockOwner } from "../../locks/selectors";
import { useSelectors, useServices } from "../../services/services";
import type { RootState } from "../../store/root";
import type { Selectors } from "../../store/selectors";
import { useEditTogether } from "../../ui/use-edit-together";
import { useOwnSelector } from "../../ui/use-own-selector";
import { useStableCallback } from "../../ui/use-stable-callback";
import { weeklyRuleName } from "../../i18n/weekly-rule-name";

const NO_SCHEDULE: Pick<Schedule, "rules"> = { rules: [] };

/** Ids of the rules that schedules other than `id` use, or that other rules' days are relative to. */
const usedElsewhere = (
  id: string,
  schedules: readonly Schedule[],
  rules: Iterable<Rule>,
): ReadonlySet<string> =>
  new Set([
    ...schedules.flatMap((schedule) => (schedule.id === id ? [] : schedule.rules)),
    ...[...rules].flatMap((rule) => referencedRules(rule)),
  ]);

/** Keeps the result while it says the same, so that a key typed in another field does not render the grid. */
const createHoursSelector = (id: string, { selectEditedRulesById, selectEditedSchedules }: Selectors) =>
  createSelector(
    [selectEditedRulesById, selectEditedSchedules],
    (rules, schedules) => {
      const used = usedElsewhere(id, schedules, rules.values());
      const schedule = schedules.find((other) => other.id === id) ?? NO_SCHEDULE;
      return readWeeklyHours(schedule, rules, (rule) => used.has(rule));
    },
    { memoizeOptions: { resultEqualityCheck: sameValue } },
  );

interface EditedWeeklyHours extends ReadWeeklyHours {
  /** One of the rules that the hours stand for, which somebody else edits; null: none. */
  readonly locked: ItemRef | null;
  /** Writes hours back as drafts of the rules and the schedule. */
  readonly change: (hours: WeeklyHours) => void;
}

/** The ordinary weekly hours of an edited schedule. */
export function useWeeklyHours(schedule: Schedule | null): EditedWeeklyHours {
  const { selectEditedRulesById } = useSelectors();
  const { locale, newKey } = useServices();
  const editTogether = useEditTogether();
  const rules = useSelector(selectEditedRulesById);
  const id = schedule?.id ?? "";
  const read = useOwnSelector(
    useCallback((selectors: Selectors) => createHoursSelector(id, selectors), [id]),
  );
  const locked = useSelector(
    (root: RootState) =>
      read.own
        .map((rule) => itemRef("rule", rule))
        .find((rule) => selectLockOwner(root, rule).type === "other") ?? null,
  );
  const change = useStableCallback((hours: WeeklyHours): void => {
    if (schedule === null) return;
    const own = read.own.flatMap((rule) => rules.get(rule) ?? []);
    const { changed, created, removed } = writeWeeklyHours(own, hours, (rule) =>
      weeklyRuleName(locale, rule),
    );
    const edit = (kind: ItemKind, item: string, value: StoredItem | null) => ({ kind, id: item, value });
    const added = created.map((value) => ({ id: newKey("rule"), value }));
    const left = schedule.rules.filter((rule) => !removed.includes(rule));
    const order = [...left, ...added.map((rule) => rule.id)];
    editTogether([
      ...[...added, ...changed].map((rule) => edit("rule", rule.id, rule.value)),
      ...(added.length + removed.length === 0
        ? []
        : [edit("schedule", id, stored({ ...schedule, rules: order }))]),
      ...removed.map((rule) => edit("rule", rule, null)),
    ]);
  });
  return { ...read, locked, change };
}
