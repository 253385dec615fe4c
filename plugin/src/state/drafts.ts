import { createSlice, type PayloadAction } from "@reduxjs/toolkit";
import type { ItemKind } from "@schedule-manager/shared/model";
import { sameValue } from "@schedule-manager/shared/same-value";
import { type ItemRef, itemRef, parseItemRef, type StoredItem } from "@schedule-manager/shared/sync-layout";
import { type NewKeys, rekeyed } from "./provisional-keys";

export interface DraftBase {
  readonly revision: string;
  readonly value: StoredItem;
}

/** An edit that is not published yet. */
export interface Draft {
  readonly kind: ItemKind;
  readonly id: string;
  /** What it was edited from; null: the item is new. */
  readonly base: DraftBase | null;
  /** What it shall be; null: deleted. */
  readonly value: StoredItem | null;
  /** ms since the epoch, this computer's clock: when it was last edited. */
  readonly edited: number;
}

/** A step that can be undone: what a draft was before it and after it; null: there was none. */
export interface DraftStep {
  readonly ref: ItemRef;
  readonly before: Draft | null;
  readonly after: Draft | null;
  /** Which keys of the item it changed: typing in one field is one step. */
  readonly touched: string;
  readonly at: number;
}

export interface Drafts {
  readonly items: Readonly<Partial<Record<ItemRef, Draft>>>;
  /** Oldest first. */
  readonly done: readonly DraftStep[];
  /** What was undone, the last one last. */
  readonly undone: readonly DraftStep[];
}

/** ms: edits of the same field within so short a time are one step. */
export const ONE_STEP = 1500;
/** So many steps can be undone. */
export const MAX_STEPS = 200;

const initialState: Drafts = { items: {}, done: [], undone: [] };

export const draftRef = ({ kind, id }: Pick<Draft, "kind" | "id">): ItemRef => itemRef(kind, id);

/** A draft that changes nothing is none. */
function orNone(draft: Draft): Draft | null {
  const { base, value } = draft;
  return sameValue(base === null ? null : base.value, value) ? null : draft;
}

function withDraft(items: Drafts["items"], ref: ItemRef, draft: Draft | null): Drafts["items"] {
  const { [ref]: _, ...rest } = items;
  return draft === null ? rest : { ...rest, [ref]: draft };
}

function touched(before: StoredItem | null | undefined, after: StoredItem | null | undefined): string {
  if (!before || !after) return "*";
  const [was, is] = [before, after] as unknown as Record<string, unknown>[];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => !sameValue(was?.[key], is?.[key]))
    .sort()
    .join();
}

function withStep(state: Drafts, step: DraftStep): Drafts {
  const last = state.done[state.done.length - 1];
  const joins =
    last !== undefined &&
    last.ref === step.ref &&
    last.touched === step.touched &&
    step.touched !== "*" &&
    step.at - last.at < ONE_STEP;
  const done = joins
    ? [...state.done.slice(0, -1), { ...last, after: step.after, at: step.at }]
    : [...state.done, step].slice(-MAX_STEPS);
  return { items: withDraft(state.items, step.ref, step.after), done, undone: [] };
}

/** Sets a draft without a step of its own: what was not the person's doing is not undone. */
const set = (state: Drafts, ref: ItemRef, draft: Draft | null): Drafts => ({
  ...state,
  items: withDraft(state.items, ref, draft),
});

function withoutSteps(state: Drafts, refs: ReadonlySet<ItemRef>): Drafts {
  const left = (step: DraftStep): boolean => !refs.has(step.ref);
  return { ...state, done: state.done.filter(left), undone: state.undone.filter(left) };
}

export interface Edit {
  readonly kind: ItemKind;
  readonly id: string;
  /** What is live; used unless there is a draft already. */
  readonly base: DraftBase | null;
  readonly value: StoredItem | null;
  /** ms since the epoch, this computer's clock. */
  readonly at: number;
}

export interface PublishedDraft {
  readonly ref: ItemRef;
  /** What was sent. */
  readonly sent: StoredItem | null;
  /** What is there now; null: nothing. */
  readonly now: DraftBase | null;
}

/** What an edit makes of a draft; null: nothing. `was`: the value before it. */
function stepOf(
  items: Drafts["items"],
  { kind, id, base: live, value, at }: Edit,
): {
  readonly step: Pick<DraftStep, "ref" | "before" | "after"> | null;
  readonly was: StoredItem | null | undefined;
} {
  const ref = itemRef(kind, id);
  const before = items[ref] ?? null;
  const base = before === null ? live : before.base;
  const was = before === null ? base?.value : before.value;
  const after = orNone({ kind, id, base, value, edited: at });
  return { step: before === null && after === null ? null : { ref, before, after }, was };
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
    /** Many at once; each is a step of its own. */
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
    /** All of them, for good: nothing is left to undo. */
    allDiscarded: () => initialState,
    /** What is live moved on under a draft: it goes on from there. */
    rebased: (
      state: Drafts,
      { payload }: PayloadAction<{ ref: ItemRef; base: DraftBase | null; value: StoredItem | null }>,
    ) => {
      const { ref, base, value } = payload;
      const draft = state.items[ref];
      return draft === undefined ? state : set(state, ref, orNone({ ...draft, base, value }));
    },
    /** What was edited on while it was being published stays, from what is there now. */
    draftsPublished: (state: Drafts, { payload }: PayloadAction<readonly PublishedDraft[]>) => {
      let next = state;
      for (const { ref, sent, now } of payload) {
        const draft = next.items[ref];
        if (draft === undefined) continue;
        next = set(next, ref, sameValue(draft.value, sent) ? null : orNone({ ...draft, base: now }));
      }
      return withoutSteps(next, new Set(payload.map(({ ref }) => ref)));
    },
    /** New items get the keys under which they are published. */
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
    /** Edited in another tab of the same person: steps of this one would undo what is not its doing. */
    draftFollowed: (state: Drafts, { payload }: PayloadAction<{ ref: ItemRef; draft: Draft | null }>) => {
      const { ref, draft } = payload;
      if (sameValue(state.items[ref] ?? null, draft)) return state;
      return withoutSteps(set(state, ref, draft), new Set([ref]));
    },
    /** From before a reload. */
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
