import { useState } from "react";
import { Text } from "@twilio-paste/core/text";
import type { RulesOfCopy } from "@schedule-manager/shared/editing/copies/copy-schedules";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { formatNames } from "../../i18n/format-names";
import { sortedNames } from "../../i18n/sorted-names";
import { useServices } from "../../services/services";
import { ChoiceField } from "../fields/choice-field";
import { FormDialog } from "../fields/form-dialog";

interface Props {
  readonly schedules: readonly Schedule[];
  readonly onCopy: (rules: RulesOfCopy) => void;
  readonly onDismiss: () => void;
}

/** Asks whether copies of schedules use the same rules or rules of their own. */
export function CopyDialog({ schedules, onCopy, onDismiss }: Props) {
  const { t, locale } = useServices();
  const [rules, setRules] = useState<RulesOfCopy>("shared");
  const names = sortedNames(schedules, locale);
  const count = names.length;
  return (
    <FormDialog
      title={count === 1 ? t("copy.title.one", { name: names[0] ?? "" }) : t("copy.title", { count })}
      confirm={t("copy.confirm")}
      onConfirm={() => {
        onCopy(rules);
      }}
      onDismiss={onDismiss}
    >
      {count > 1 && <Text as="p">{formatNames(locale, names, t)}</Text>}
      <ChoiceField
        legend={t("copy.rules")}
        orientation="vertical"
        value={rules}
        options={[
          { value: "shared", text: t("copy.rules.shared") },
          { value: "copied", text: t("copy.rules.copied") },
        ]}
        onChange={setRules}
      />
    </FormDialog>
  );
}
