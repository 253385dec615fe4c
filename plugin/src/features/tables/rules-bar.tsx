import { useState } from "react";
import { Button } from "@twilio-paste/core/button";
import { useSelector } from "react-redux";
import { selectMayEdit } from "../../publishing/selectors";
import { useTranslate } from "../../services/services";
import { DeleteRulesDialog } from "./delete-rules-dialog";
import { SelectionBar } from "./selection-bar";
import { useExportChosen } from "./use-export-chosen";
import { useRulesDeletion } from "./use-rules-deletion";

interface Props {
  /** The ids of the selected rules. */
  readonly ids: ReadonlySet<string>;
  readonly onClear: () => void;
}

/** The actions for all selected rules. A deletion of rules that schedules use asks first. */
export function RulesBar({ ids, onClear }: Props) {
  const t = useTranslate();
  const mayEdit = useSelector(selectMayEdit);
  const exportChosen = useExportChosen("rule");
  const deletion = useRulesDeletion(ids);
  const [isAsking, setAsking] = useState(false);
  const chosen = t("bulk.chosen", { count: ids.size });
  const remove = (): void => {
    deletion.remove();
    onClear();
  };
  return (
    <SelectionBar label={chosen} status={chosen}>
      <Button
        variant="secondary"
        size="small"
        onClick={() => {
          exportChosen(ids);
        }}
      >
        {t("bulk.export")}
      </Button>
      {mayEdit && (
        <Button
          variant="destructive_secondary"
          size="small"
          onClick={() => {
            const { schedules, kept, locked } = deletion;
            if (schedules.length + kept.length + locked.length > 0) setAsking(true);
            else remove();
          }}
        >
          {t("page.delete")}
        </Button>
      )}
      <Button variant="link" onClick={onClear}>
        {t("bulk.clear")}
      </Button>
      {isAsking && (
        <DeleteRulesDialog
          {...deletion}
          onConfirm={() => {
            setAsking(false);
            remove();
          }}
          onDismiss={() => {
            setAsking(false);
          }}
        />
      )}
    </SelectionBar>
  );
}
