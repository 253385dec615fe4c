import { useMemo, useState } from "react";
import { useSelector } from "react-redux";
import { withGroup } from "@schedule-manager/shared/editing/bulk/bulk-edits";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { textProblem } from "@schedule-manager/shared/model/text-problem";
import { describeTextProblem } from "../../i18n/describe-text-problem";
import { useSelectors, useServices } from "../../services/services";
import { Combobox } from "../../ui/fields/combobox";
import { FormDialog } from "../../ui/fields/form-dialog";
import { LockedNote } from "./locked-note";

interface Props {
  readonly schedules: readonly Schedule[];
  readonly locked: readonly Schedule[];
  /** Called with the schedules that change. */
  readonly onConfirm: (changed: readonly Schedule[]) => void;
  readonly onDismiss: () => void;
}

/** The group that all schedules have; empty: none, or several. */
const commonGroup = ([first, ...others]: readonly Schedule[]): string =>
  others.every(({ group }) => group === first?.group) ? (first?.group ?? "") : "";

/** Puts several schedules into a group, or takes them out of their groups. */
export function GroupDialog({ schedules, locked, onConfirm, onDismiss }: Props) {
  const { selectEditedSchedules } = useSelectors();
  const { t, locale } = useServices();
  const all = useSelector(selectEditedSchedules);
  const [group, setGroup] = useState(() => commonGroup(schedules));
  const options = useMemo(
    () =>
      [...new Set(all.flatMap((one) => (one.group ? [one.group] : [])))]
        .sort(new Intl.Collator(locale).compare)
        .map((name) => ({ value: name, text: name })),
    [all, locale],
  );
  const problem = textProblem(group.trim());
  const changed = problem === null ? withGroup(schedules, group.trim()) : [];
  return (
    <FormDialog
      title={t("bulk.group.title", { count: schedules.length })}
      confirm={t(group.trim() === "" ? "bulk.group.leave" : "bulk.group.confirm", { count: changed.length })}
      hasPicker
      isIncomplete={changed.length === 0}
      onConfirm={() => {
        onConfirm(changed);
      }}
      onDismiss={onDismiss}
    >
      <Combobox
        label={t("schedule.group")}
        help={t("bulk.group.help")}
        free
        value={group}
        options={options}
        error={describeTextProblem(t, problem)}
        onChange={setGroup}
      />
      <LockedNote locked={locked} />
    </FormDialog>
  );
}
