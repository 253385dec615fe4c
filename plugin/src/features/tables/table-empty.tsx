import { useDispatch, useSelector } from "react-redux";
import { Button } from "@twilio-paste/core/button";
import { Message } from "../../ui/fields/message";
import { useTranslate } from "../../services/services";
import { importExportOpened } from "../../navigation/navigation";
import { selectMayEdit } from "../../publishing/selectors";

/** The empty state of a table, with a link to the import. */
export function TableEmpty({ kind }: { readonly kind: "schedules" | "rules" }) {
  const t = useTranslate();
  const dispatch = useDispatch();
  const mayEdit = useSelector(selectMayEdit);
  return (
    <Message title={t(`${kind}.empty.title`)} text={t(`${kind}.empty.text`)}>
      {mayEdit && (
        <Button variant="secondary" onClick={() => dispatch(importExportOpened())}>
          {t("table.empty.import")}
        </Button>
      )}
    </Message>
  );
}

interface Props {
  readonly query: string;
  readonly onClear: () => void;
}

/** The state of a table without matching rows. */
export function TableNothing({ query, onClear }: Props) {
  const t = useTranslate();
  const text = query.trim() === "" ? t("table.nothing.filter") : t("table.nothing.text", { query });
  return (
    <Message title={t("table.nothing.title")} text={text}>
      <Button variant="secondary" onClick={onClear}>
        {t("table.nothing.clear")}
      </Button>
    </Message>
  );
}
