import { useDispatch } from "react-redux";
import { Button } from "@twilio-paste/core/button";
import type { ItemKind, Rule, Schedule } from "@schedule-manager/shared/model/model";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { useServices } from "../services/services";
import { draftRef } from "../drafts/draft";
import { discarded, edited } from "../drafts/drafts";
import { historyOpened, opened } from "../navigation/navigation";
import { stored } from "../catalogue/stored";
import type { EditedItem } from "../ui/use-item";

interface Props<T> {
  readonly kind: ItemKind;
  readonly id: string;
  readonly item: EditedItem<T>;
  /** Deletes the item; undefined: it cannot be deleted now. */
  readonly onDelete: (() => void) | undefined;
}

/** A copy gets a new name and no former names or queues, which belong to one schedule only. */
function copyOf<T extends Rule | Schedule>(value: T, name: string): T {
  // A rule lacks these fields, so leaving them out keeps its type.
  const { aliases: _, queues: __, ...rest } = value as Schedule;
  return { ...rest, name } as unknown as T;
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
  const { t, newKey, localNow } = useServices();
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
          <Button
            variant="secondary"
            onClick={() => {
              const key = newKey(kind);
              const copy = copyOf(value, t("page.copyOf", { name: value.name }));
              dispatch(edited({ kind, id: key, base: null, value: stored(copy), at: localNow() }));
              dispatch(opened({ kind, id: key }));
            }}
          >
            {t("page.copy")}
          </Button>
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
