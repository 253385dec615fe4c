import { useMemo } from "react";
import { useSelector } from "react-redux";
import type { RulesOfCopy } from "@schedule-manager/shared/editing/copies/copy-schedules";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { stored } from "../../catalogue/stored";
import { useSchedulesLockedElsewhere } from "../../locks/use-schedules-locked-elsewhere";
import { useSelectors, useServices } from "../../services/services";
import { useCopySchedules } from "../../ui/copy-schedules/use-copy-schedules";
import { useEditTogether } from "../../ui/use-edit-together";
import { describeLocked } from "./describe-locked";

type Done = "bulk.rules.added" | "bulk.rules.removed" | "bulk.group.set";

interface ScheduleEdits {
  /** The chosen schedules, with drafts. */
  readonly all: readonly Schedule[];
  /** Those that can be changed. */
  readonly schedules: readonly Schedule[];
  /** Those that somebody else edits, which stay as they are. */
  readonly locked: readonly Schedule[];
  readonly change: (changed: readonly Schedule[], done: Done) => void;
  readonly copy: (rules: RulesOfCopy) => void;
  readonly remove: () => void;
}

/** Changes of the chosen schedules as drafts, each in one undo step. */
export function useScheduleEdits(ids: ReadonlySet<string>): ScheduleEdits {
  const { selectEditedSchedules } = useSelectors();
  const { t, locale, notify } = useServices();
  const editTogether = useEditTogether();
  const copySchedules = useCopySchedules();
  const edited = useSelector(selectEditedSchedules);
  const lockedIds = useSchedulesLockedElsewhere();
  const all = useMemo(() => edited.filter(({ id }) => ids.has(id)), [edited, ids]);
  const schedules = useMemo(() => all.filter(({ id }) => !lockedIds.includes(id)), [all, lockedIds]);
  const locked = useMemo(() => all.filter(({ id }) => lockedIds.includes(id)), [all, lockedIds]);
  return {
    all,
    schedules,
    locked,
    change: (changed, done) => {
      editTogether(changed.map((one) => ({ kind: "schedule", id: one.id, value: stored(one) })));
      notify("success", t(done, { count: changed.length }));
    },
    copy: (rules) => {
      notify("success", t("bulk.copied", { count: copySchedules(all, rules).length }));
    },
    remove: () => {
      editTogether(schedules.map(({ id }) => ({ kind: "schedule", id, value: null })));
      const done = t("bulk.deleted", { count: schedules.length });
      if (locked.length === 0) notify("success", done);
      else notify("warning", `${done} ${describeLocked(locked, t, locale)}`);
    },
  };
}
