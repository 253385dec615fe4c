import { useCallback } from "react";
import { useDispatch, useStore } from "react-redux";
import type { ItemKind, StoredItem } from "@schedule-manager/shared/model/model";
import { pluginState } from "../catalogue/root";
import type { DraftBase } from "../drafts/draft";
import { baseOf } from "../drafts/draft-state";
import { editedTogether } from "../drafts/drafts";
import { liveOf } from "../drafts/selectors";
import { useServices } from "../services/services";
import type { RootState } from "../store/root";

interface ItemEdit {
  readonly kind: ItemKind;
  readonly id: string;
  /** null: deletes the item. */
  readonly value: StoredItem | null;
  /** The version that was edited; default: the live one. */
  readonly base?: DraftBase | null;
}

/** Makes drafts of several items, in one undo step. */
export function useEditTogether(): (items: readonly ItemEdit[]) => void {
  const { localNow } = useServices();
  const dispatch = useDispatch();
  const store = useStore<RootState>();
  return useCallback(
    (items) => {
      const { live } = pluginState(store.getState());
      const edits = items.map(({ kind, id, value, base = baseOf(liveOf(live, { kind, id })) }) => ({
        kind,
        id,
        value,
        base,
      }));
      dispatch(editedTogether({ edits, at: localNow() }));
    },
    [dispatch, store, localNow],
  );
}
