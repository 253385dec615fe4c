import type { ReactNode } from "react";
import { useDispatch, useSelector } from "react-redux";
import { Box } from "@twilio-paste/core/box";
import { Text } from "@twilio-paste/core/text";
import type { ItemKind, Rule, Schedule } from "@schedule-manager/shared/model/model";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { ConflictPanel } from "../features/conflicts/conflict-panel";
import { itemTitle } from "../i18n/item-title";
import { useServices, useSelectors } from "../services/services";
import { draftRef } from "../drafts/draft";
import { discarded } from "../drafts/drafts";
import { selectIsViewer, selectMayEdit, selectMayViewHistory } from "../publishing/selectors";
import type { EditedItem } from "../ui/use-item";
import { useMayChange } from "../locks/use-may-change";
import { DraftBadge } from "../ui/draft-badge";
import { DeletedItem } from "./deleted-item";
import { HistoryButton, ItemActions } from "./item-actions";
import { LockBanner } from "./lock-banner";
import { PageHeader } from "./page-header";

interface Props<T> {
  readonly kind: ItemKind;
  readonly id: string;
  readonly item: EditedItem<T>;
  /** Deletes the item; undefined: it cannot be deleted now. */
  readonly onDelete: (() => void) | undefined;
  /** The form and its side column, for an item that is not deleted. */
  readonly children: (value: T) => ReactNode;
}

/** The common parts of a schedule's and a rule's page: header, conflicts, and the state of a deleted item. */
export function ItemPage<T extends Rule | Schedule>({ kind, id, item, onDelete, children }: Props<T>) {
  const { selectEditedRulesById } = useSelectors();
  const { localNow, t } = useServices();
  const dispatch = useDispatch();
  const rules = useSelector(selectEditedRulesById);
  const mayEdit = useSelector(selectMayEdit);
  const isViewer = useSelector(selectIsViewer);
  const mayViewHistory = useSelector(selectMayViewHistory);
  const { draft, state, value } = item;
  const ref = itemRef(kind, id);
  const mayChange = useMayChange(ref);
  return (
    <>
      <PageHeader
        title={itemTitle(t, kind, value?.name, draft?.base?.value.name)}
        badges={<DraftBadge draft={draft} />}
        actions={
          mayEdit ? (
            <ItemActions kind={kind} id={id} item={item} onDelete={mayChange ? onDelete : undefined} />
          ) : (
            mayViewHistory && <HistoryButton kind={kind} id={id} />
          )
        }
      />
      {isViewer && (
        <Box marginBottom="space60">
          <Text as="p" color="colorTextWeak">
            {t("app.readOnly")}
          </Text>
        </Box>
      )}
      <LockBanner item={ref} />
      {draft !== undefined && state !== undefined && (
        <Box marginBottom="space60">
          <ConflictPanel draft={draft} state={state} ruleName={(rule) => rules.get(rule)?.name ?? rule} />
        </Box>
      )}
      {value === null ? (
        <DeletedItem
          onKeep={
            draft === undefined
              ? undefined
              : () => {
                  dispatch(discarded({ ref: draftRef(draft), at: localNow() }));
                }
          }
        />
      ) : (
        children(value)
      )}
    </>
  );
}
