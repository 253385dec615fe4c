import { entriesOf } from "@schedule-manager/shared/collections/keys";
import type { StoredItem } from "@schedule-manager/shared/model/model";
import { createSlice } from "@reduxjs/toolkit";
import { plainReducer } from "./plain-reducer";
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
  reducers: {
    edited: plainReducer((state: Drafts, edit: Edit) => {
      const { change, was } = changeOf(state.items, edit);
      if (change === null) return state;
      return withStep(state, { changes: [change], touched: touched(was, edit.value), at: edit.at });
    }),
    /** Sets several drafts in one undo step. An item may occur once. */
    editedTogether: plainReducer(
      (state: Drafts, { edits, at }: { edits: readonly Omit<Edit, "at">[]; at: number }) => {
        const changes = edits.flatMap((edit) => changeOf(state.items, { ...edit, at }).change ?? []);
        return changes.length === 0 ? state : withStep(state, { changes, touched: "*", at });
      },
    ),
    discarded: plainReducer((state: Drafts, { ref, at }: { ref: ItemRef; at: number }) => {
      const draft = state.items[ref];
      if (draft === undefined) return state;
      return withStep(state, { changes: [{ ref, before: draft, after: null }], touched: "*", at });
    }),
    undone: plainReducer<Drafts, void>(withoutLastStep),
    redone: plainReducer<Drafts, void>(withUndoneStep),
    /** Discards all drafts and all undo steps. */
    allDiscarded: () => initialState,
    /** Moves drafts onto newer live versions in one action, because every subscriber runs on each action. */
    rebased: plainReducer((state: Drafts, rebases: readonly Rebase[]) =>
      set(
        state,
        changesOf(state, rebases, (draft, { base, value }) => orNone({ ...draft, base, value })),
      ),
    ),
    /** Removes published drafts. An edit made during the publish stays as a draft on the new live version. */
    draftsPublished: plainReducer((state: Drafts, published: readonly PublishedDraft[]) => {
      const changes = changesOf(state, published, (draft, { sent, now }) =>
        sameValue(draft.value, sent) ? null : orNone({ ...draft, base: now }),
      );
      return withoutSteps(set(state, changes), new Set(published.map(({ ref }) => ref)));
    }),
    /** Gives new items the keys under which they are published. */
    draftsRekeyed: plainReducer((state: Drafts, keys: NewKeys): Drafts => {
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
    }),
    /**
     * Follows edits in another tab of the same person. It drops the undo steps of this tab, which would undo those
     * edits.
     */
    draftsFollowed: plainReducer(
      (state: Drafts, theirs: readonly { readonly ref: ItemRef; readonly draft: Draft | null }[]) => {
        const changed = theirs.filter(({ ref, draft }) => !sameValue(state.items[ref] ?? null, draft));
        if (changed.length === 0) return state;
        const next = set(
          state,
          changed.map(({ ref, draft }) => [ref, draft] as const),
        );
        return withoutSteps(next, new Set(changed.map(({ ref }) => ref)));
      },
    ),
    /** Restores drafts from before a reload. */
    draftsRestored: plainReducer((state: Drafts, drafts: readonly Draft[]) =>
      set(
        state,
        drafts.map((draft) => [draftRef(draft), draft] as const),
      ),
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
