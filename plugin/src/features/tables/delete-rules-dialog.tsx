import { Text } from "@twilio-paste/core/text";
import { formatNames } from "../../i18n/format-names";
import { sortedNames } from "../../i18n/sorted-names";
import { useServices } from "../../services/services";
import { FormDialog } from "../../ui/fields/form-dialog";
import { LockedNote } from "./locked-note";
import type { RulesDeletion } from "./use-rules-deletion";

interface Props extends Omit<RulesDeletion, "remove"> {
  readonly onConfirm: () => void;
  readonly onDismiss: () => void;
}

/** Says which schedules lose the rules, and which rules stay. */
export function DeleteRulesDialog({ rules, schedules, kept, locked, onConfirm, onDismiss }: Props) {
  const { t, locale } = useServices();
  const names = (items: readonly { readonly name: string }[]): string =>
    formatNames(locale, sortedNames(items, locale), t);
  const count = rules.length;
  return (
    <FormDialog
      title={t("bulk.rules.delete.title", { count })}
      confirm={t("page.delete")}
      isDestructive
      isIncomplete={count === 0}
      onConfirm={onConfirm}
      onDismiss={onDismiss}
    >
      {schedules.length > 0 && (
        <Text as="p">
          {t("bulk.rules.delete.used", { count: schedules.length, names: names(schedules) })}
        </Text>
      )}
      {kept.length > 0 && (
        <Text as="p">{t("bulk.rules.delete.kept", { count: kept.length, names: names(kept) })}</Text>
      )}
      <LockedNote locked={locked} />
    </FormDialog>
  );
}
