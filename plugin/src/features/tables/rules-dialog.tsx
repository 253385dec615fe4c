import { useMemo, useState } from "react";
import { useSelector } from "react-redux";
import { Text } from "@twilio-paste/core/text";
import {
  placeFor,
  type RulesPlace,
  withRulesAdded,
  withRulesRemoved,
} from "@schedule-manager/shared/editing/bulk/bulk-edits";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { useSelectors, useTranslate } from "../../services/services";
import { ChoiceField } from "../../ui/fields/choice-field";
import { FormDialog } from "../../ui/fields/form-dialog";
import { RulesField } from "../../ui/fields/rules-field";
import { LockedNote } from "./locked-note";

interface Props {
  readonly type: "add" | "remove";
  readonly schedules: readonly Schedule[];
  readonly locked: readonly Schedule[];
  /** Called with the schedules that change. */
  readonly onConfirm: (changed: readonly Schedule[]) => void;
  readonly onDismiss: () => void;
}

/** Adds rules to several schedules, or removes rules from them. */
export function RulesDialog({ type, schedules, locked, onConfirm, onDismiss }: Props) {
  const { selectEditedRulesById } = useSelectors();
  const t = useTranslate();
  const rulesById = useSelector(selectEditedRulesById);
  const [ids, setIds] = useState<readonly string[]>([]);
  const [chosenPlace, setPlace] = useState<RulesPlace | null>(null);
  /** The number of the schedules that use each rule. */
  const uses = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { rules } of schedules)
      for (const id of new Set(rules)) counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
  }, [schedules]);
  const choices = useMemo(
    () =>
      [...rulesById.values()].filter(({ id }) =>
        type === "add" ? uses.get(id) !== schedules.length : uses.has(id),
      ),
    [rulesById, uses, schedules, type],
  );
  const place = chosenPlace ?? placeFor(ids.flatMap((id) => rulesById.get(id) ?? []));
  const changed =
    type === "add" ? withRulesAdded(schedules, ids, place) : withRulesRemoved(schedules, new Set(ids));
  const count = schedules.length;
  return (
    <FormDialog
      title={t(type === "add" ? "bulk.rules.add.title" : "bulk.rules.remove.title", { count })}
      confirm={t(type === "add" ? "bulk.rules.add.confirm" : "bulk.rules.remove.confirm", {
        count: changed.length,
      })}
      hasPicker
      isIncomplete={changed.length === 0}
      onConfirm={() => {
        onConfirm(changed);
      }}
      onDismiss={onDismiss}
    >
      <RulesField
        label={t("schedules.rules")}
        ids={ids}
        rulesById={rulesById}
        choices={choices}
        detailOf={(id) => t("bulk.rules.uses", { uses: uses.get(id) ?? 0, count })}
        onChange={setIds}
      />
      {type === "add" && (
        <ChoiceField
          legend={t("bulk.rules.place")}
          orientation="vertical"
          value={place}
          options={[
            { value: "first", text: t("bulk.rules.place.first") },
            { value: "last", text: t("bulk.rules.place.last") },
          ]}
          onChange={setPlace}
        />
      )}
      <Text as="p" role="status" color="colorTextWeak">
        {ids.length > 0 && t("bulk.changes", { changed: changed.length, count })}
      </Text>
      <LockedNote locked={locked} />
    </FormDialog>
  );
}
