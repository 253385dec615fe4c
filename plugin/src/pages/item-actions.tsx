import { useDispatch } from "react-redux";
import { Button } from "@twilio-paste/core/button";
import type { ItemKind, Rule, Schedule } from "@schedule-manager/shared/model/model";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { useServices } from "../services/services";
import { draftRef } from "../drafts/draft";
import { discarded } from "../drafts/drafts";
import { historyOpened } from "../navigation/navigation";
import type { EditedItem } from "../ui/use-item";
import { CopyRuleButton } from "./copy-rule-button";
import { CopyScheduleButton } from "./copy-schedule-button";

interface Props<T> {
  readonly kind: ItemKind;
  readonly id: string;
  readonly item: EditedItem<T>;
  /** Deletes the item; undefined: it cannot be deleted now. */
  readonly onDelete: (() => void) | undefined;
}

/** Opens the history of an item. */
export function HistoryButton({ kind, id }: Pick<Props<never>, "kind" | "id">) {
  const { t } = useServices();
  const dispatch = useDispatch();
  return (
    <Button
      variant="secondary"
      data-opens={`history:${itemRef(kind, id)}`}
      onClick={() => dispatch(historyOpened({ kind, id }))}
    >
      {t("history.open")}
    </Button>
  );
}

/** History, discard, copy and delete, for schedules and rules. */
export function ItemActions<T extends Rule | Schedule>({ kind, id, item, onDelete }: Props<T>) {
  const { t, localNow } = useServices();
  const dispatch = useDispatch();
  const { draft, value } = item;
  return (
    <>
      {draft?.base !== null && <HistoryButton kind={kind} id={id} />}
      {draft !== undefined && (
        <Button
          variant="secondary"
          onClick={() => {
            dispatch(discarded({ ref: draftRef(draft), at: localNow() }));
          }}
        >
          {t("draft.discard")}
        </Button>
      )}
      {value !== null && (
        <>
          {"timeZone" in value ? <CopyScheduleButton schedule={value} /> : <CopyRuleButton rule={value} />}
          {draft?.base !== null && (
            <Button variant="destructive_secondary" disabled={onDelete === undefined} onClick={onDelete}>
              {t("page.delete")}
            </Button>
          )}
        </>
      )}
    </>
  );
}
