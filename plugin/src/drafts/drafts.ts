import { entriesOf } from "@schedule-manager/shared/collections/keys";
import type { StoredItem } from "@schedule-manager/shared/model/model";
import { createSlice, type PayloadAction } from "@reduxjs/toolkit";
import { plainState } from "./plain-state";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import { type ItemRef, itemRef, parseItemRef } from "@schedule-manager/shared/sync/layout";
import { type Draft, type DraftBase, draftRef, orNone } from "./draft";
import {
  type Drafts,
  type DraftStep,
  type Edit,
  changeOf,
  set,
  touched,
  withoutLastStep,
  withoutSteps,
  withStep,
  withUndoneStep,
} from "./draft-steps";
import { type NewKeys, rekeyed } from "./provisional-keys";

const initialState: Drafts = { items: {}, done: [], undone: [] };

export interface PublishedDraft {
  readonly ref: ItemRef;
  /** The value that was published. */
  readonly sent: StoredItem | null;
  /** The live version after the publish; null: deleted. */
  readonly now: DraftBase | null;
}

/** A draft on a newer live version. */
export interface Rebase {
  readonly ref: ItemRef;
  readonly base: DraftBase | null;
  readonly value: StoredItem | null;
}

/** Changes some drafts; `how` receives each existing one. */
const changesOf = <T extends { readonly ref: ItemRef }>(
  { items }: Drafts,
  changes: readonly T[],
  how: (draft: Draft, change: T) => Draft | null,
): readonly (readonly [ItemRef, Draft | null])[] =>
  changes.flatMap((change) => {
    const draft = items[change.ref];
    return draft === undefined ? [] : [[change.ref, how(draft, change)] as const];
  });

const slice = createSlice({
  name: "scheduleManager/drafts",
  initialState,
  // Each reducer returns a whole state, so Immer drafts nothing.
  reducers: {
    edited: (before: Drafts, { payload }: PayloadAction<Edit>) => {
      const state = plainState(before);
      const { change, was } = changeOf(state.items, payload);
      if (change === null) return state;
      return withStep(state, { changes: [change], touched: touched(was, payload.value), at: payload.at });
    },
    /** Sets several drafts in one undo step. An item may occur once. */
    editedTogether: (
      before: Drafts,
      { payload: { edits, at } }: PayloadAction<{ edits: readonly Omit<Edit, "at">[]; at: number }>,
    ) => {
      const state = plainState(before);
      const changes = edits.flatMap((edit) => changeOf(state.items, { ...edit, at }).change ?? []);
      return changes.length === 0 ? state : withStep(state, { changes, touched: "*", at });
    },
    discarded: (before: Drafts, { payload }: PayloadAction<{ ref: ItemRef; at: number }>) => {
      const state = plainState(before);
      const { ref, at } = payload;
      const draft = state.items[ref];
      if (draft === undefined) return state;
      return withStep(state, { changes: [{ ref, before: draft, after: null }], touched: "*", at });
    },
    undone: (before: Drafts) => withoutLastStep(plainState(before)),
    redone: (before: Drafts) => withUndoneStep(plainState(before)),
    /** Discards all drafts and all undo steps. */
    allDiscarded: () => initialState,
    /** Moves drafts onto newer live versions in one action, because every subscriber runs on each action. */
    rebased: (before: Drafts, { payload }: PayloadAction<readonly Rebase[]>) => {
      const state = plainState(before);
      const changes = changesOf(state, payload, (draft, { base, value }) =>
        orNone({ ...draft, base, value }),
      );
      return set(state, changes);
    },
    /** Removes published drafts. An edit made during the publish stays as a draft on the new live version. */
    draftsPublished: (before: Drafts, { payload }: PayloadAction<readonly PublishedDraft[]>) => {
      const state = plainState(before);
      const changes = changesOf(state, payload, (draft, { sent, now }) =>
        sameValue(draft.value, sent) ? null : orNone({ ...draft, base: now }),
      );
      return withoutSteps(set(state, changes), new Set(payload.map(({ ref }) => ref)));
    },
    /** Gives new items the keys under which they are published. */
    draftsRekeyed: (before: Drafts, { payload: keys }: PayloadAction<NewKeys>): Drafts => {
      const state = plainState(before);
      const ref = (old: ItemRef): ItemRef => {
        const named = parseItemRef(old);
        const id = keys[old];
        return named === null || id === undefined ? old : itemRef(named.kind, id);
      };
      const draft = (old: Draft | null | undefined): Draft | null => (old ? rekeyed(old, keys) : null);
      const step = (old: DraftStep): DraftStep => ({
        ...old,
        changes: old.changes.map((change) => ({
          ref: ref(change.ref),
          before: draft(change.before),
          after: draft(change.after),
        })),
      });
      const items = entriesOf(state.items).map(([old, item]) => [ref(old), draft(item)]);
      return {
        // `fromEntries` types every key as any text.
        items: Object.fromEntries(items) as Drafts["items"],
        done: state.done.map(step),
        undone: state.undone.map(step),
      };
    },
    /**
     * Follows edits in another tab of the same person. It drops the undo steps of this tab, which would undo those
     * edits.
     */
    draftsFollowed: (
      before: Drafts,
      { payload }: PayloadAction<readonly { readonly ref: ItemRef; readonly draft: Draft | null }[]>,
    ) => {
      const state = plainState(before);
      const published = payload.filter(({ ref, draft }) => !sameValue(state.items[ref] ?? null, draft));
      if (published.length === 0) return state;
      const next = set(
        state,
        published.map(({ ref, draft }) => [ref, draft] as const),
      );
      return withoutSteps(next, new Set(published.map(({ ref }) => ref)));
    },
    /** Restores drafts from before a reload. */
    draftsRestored: (before: Drafts, { payload }: PayloadAction<readonly Draft[]>) =>
      set(
        plainState(before),
        payload.map((draft) => [draftRef(draft), draft] as const),
      ),
  },
});

export const draftsReducer = slice.reducer;
export const {
  edited,
  editedTogether,
  discarded,
  undone,
  redone,
  allDiscarded,
  rebased,
  draftsPublished,
  draftsRestored,
  draftsFollowed,
  draftsRekeyed,
} = slice.actions;
