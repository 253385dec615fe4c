import { useCallback, useMemo } from "react";
import { useDispatch, useSelector } from "react-redux";
import type { ItemKind, Rule, Schedule } from "@schedule-manager/shared/model/model";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { useServices, useSelectors } from "../services/services";
import { type Draft, draftItem } from "../drafts/draft";
import { edited } from "../drafts/drafts";
import { baseOf, type DraftState } from "../drafts/draft-state";
import type { LiveItem } from "../catalogue/live-items";
import { pluginState } from "../catalogue/root";
import type { RootState } from "../store/root";
import { liveOf } from "../drafts/selectors";
import { stored } from "../catalogue/stored";

export interface EditedItem<T> {
  readonly live: LiveItem<T> | undefined;
  readonly draft: Draft | undefined;
  /** undefined: no draft, or the catalogue is not loaded. */
  readonly state: DraftState | undefined;
  /** The draft's value, or the live one; null: neither exists, or the item is deleted. */
  readonly value: T | null;
  /** Sets the whole item; null deletes it. */
  readonly change: (value: T | null) => void;
}

interface Kinds {
  readonly schedule: Schedule;
  readonly rule: Rule;
}

/** An item with its draft, and the function that edits it. */
export function useItem<K extends ItemKind>(kind: K, id: string): EditedItem<Kinds[K]> {
  const { selectDraftStates } = useSelectors();
  type T = Kinds[K];
  const dispatch = useDispatch();
  const { localNow } = useServices();
  const ref = itemRef(kind, id);
  // The kind decides the type, which TypeScript does not relate to `kind`.
  const live = useSelector((root: RootState) => liveOf(pluginState(root).live, { kind, id })) as
    LiveItem<T> | undefined;
  const draft = useSelector((root: RootState) => pluginState(root).drafts.items[ref]);
  const state = useSelector((root: RootState) => selectDraftStates(root).get(ref));
  const value = useMemo(
    () => (draft === undefined ? (live?.value ?? null) : (draftItem(draft) as T | null)),
    [draft, live],
  );
  const change = useCallback(
    (next: T | null) => {
      dispatch(
        edited({ kind, id, base: baseOf(live), value: next === null ? null : stored(next), at: localNow() }),
      );
    },
    [dispatch, kind, id, live, localNow],
  );
  return { live, draft, state, value, change };
}
