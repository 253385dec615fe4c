import type { StoredItem } from "@schedule-manager/shared/model/model";
import { createSlice, type PayloadAction } from "@reduxjs/toolkit";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import { type ItemRef, itemRef, parseItemRef } from "@schedule-manager/shared/sync/layout";
import { type Draft, type DraftBase, draftRef, orNone } from "./draft";
import {
  type Drafts,
  type DraftStep,
  type Edit,
  MAX_STEPS,
  set,
  stepOf,
  touched,
  withDraft,
  withoutSteps,
  withStep,
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

const slice = createSlice({
  name: "scheduleManager/drafts",
  initialState,
  reducers: {
    edited: (state: Drafts, { payload }: PayloadAction<Edit>) => {
      const { step, was } = stepOf(state.items, payload);
      return step === null
        ? state
        : withStep(state, { ...step, touched: touched(was, payload.value), at: payload.at });
    },
    /** Sets several drafts; each is an undo step. */
    editedTogether: (
      state: Drafts,
      { payload: { edits, at } }: PayloadAction<{ edits: readonly Omit<Edit, "at">[]; at: number }>,
    ) => {
      const items: Record<string, Draft> = { ...(state.items as Readonly<Record<string, Draft>>) };
      const steps: DraftStep[] = [];
      for (const edit of edits) {
        const { step } = stepOf(items, { ...edit, at });
        if (step === null) continue;
        if (step.after === null) delete items[step.ref];
        else items[step.ref] = step.after;
        steps.push({ ...step, touched: "*", at });
      }
      return {
        items,
        done: [...state.done, ...steps].slice(-MAX_STEPS),
        undone: [],
      };
    },
    discarded: (state: Drafts, { payload }: PayloadAction<{ ref: ItemRef; at: number }>) => {
      const { ref, at } = payload;
      const before = state.items[ref];
      if (before === undefined) return state;
      return withStep(state, { ref, before, after: null, touched: "*", at });
    },
    undone: (state: Drafts) => {
      const step = state.done[state.done.length - 1];
      if (step === undefined) return state;
      return {
        items: withDraft(state.items, step.ref, step.before),
        done: state.done.slice(0, -1),
        undone: [...state.undone, step],
      };
    },
    redone: (state: Drafts) => {
      const step = state.undone[state.undone.length - 1];
      if (step === undefined) return state;
      return {
        items: withDraft(state.items, step.ref, step.after),
        done: [...state.done, step],
        undone: state.undone.slice(0, -1),
      };
    },
    /** Discards all drafts and all undo steps. */
    allDiscarded: () => initialState,
    /** Moves a draft onto a newer live version. */
    rebased: (
      state: Drafts,
      { payload }: PayloadAction<{ ref: ItemRef; base: DraftBase | null; value: StoredItem | null }>,
    ) => {
      const { ref, base, value } = payload;
      const draft = state.items[ref];
      return draft === undefined ? state : set(state, ref, orNone({ ...draft, base, value }));
    },
    /** Removes published drafts. An edit made during the publish stays as a draft on the new live version. */
    draftsPublished: (state: Drafts, { payload }: PayloadAction<readonly PublishedDraft[]>) => {
      let next = state;
      for (const { ref, sent, now } of payload) {
        const draft = next.items[ref];
        if (draft === undefined) continue;
        next = set(next, ref, sameValue(draft.value, sent) ? null : orNone({ ...draft, base: now }));
      }
      return withoutSteps(next, new Set(payload.map(({ ref }) => ref)));
    },
    /** Gives new items the keys under which they are published. */
    draftsRekeyed: (state: Drafts, { payload: keys }: PayloadAction<NewKeys>): Drafts => {
      const ref = (old: ItemRef): ItemRef => {
        const named = parseItemRef(old);
        const id = keys[old];
        return named === null || id === undefined ? old : itemRef(named.kind, id);
      };
      const draft = (old: Draft | null | undefined): Draft | null => (old ? rekeyed(old, keys) : null);
      const step = (old: DraftStep): DraftStep => ({
        ...old,
        ref: ref(old.ref),
        before: draft(old.before),
        after: draft(old.after),
      });
      const items = Object.entries(state.items).map(([old, item]) => [ref(old as ItemRef), draft(item)]);
      return {
        items: Object.fromEntries(items) as Drafts["items"],
        done: state.done.map(step),
        undone: state.undone.map(step),
      };
    },
    /**
     * Follows an edit in another tab of the same person. It drops the undo steps of this tab, which would undo that
     * edit.
     */
    draftFollowed: (state: Drafts, { payload }: PayloadAction<{ ref: ItemRef; draft: Draft | null }>) => {
      const { ref, draft } = payload;
      if (sameValue(state.items[ref] ?? null, draft)) return state;
      return withoutSteps(set(state, ref, draft), new Set([ref]));
    },
    /** Restores drafts from before a reload. */
    draftsRestored: (state: Drafts, { payload }: PayloadAction<readonly Draft[]>) =>
      payload.reduce((next, draft) => set(next, draftRef(draft), draft), state),
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
  draftFollowed,
  draftsRekeyed,
} = slice.actions;
