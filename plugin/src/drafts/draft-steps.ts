import { fieldOf } from "@schedule-manager/shared/collections/record";
import type { ItemKind, StoredItem } from "@schedule-manager/shared/model/model";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import { type ItemRef, itemRef } from "@schedule-manager/shared/sync/layout";
import { type Draft, type DraftBase, orNone } from "./draft";

/** A draft before and after an edit; null: no draft. */
export interface DraftChange {
  readonly ref: ItemRef;
  readonly before: Draft | null;
  readonly after: Draft | null;
}

/** The changes of one action of the person, which one undo reverts. */
export interface DraftStep {
  readonly changes: readonly DraftChange[];
  /**
   * The changed keys of the only item. Consecutive edits of the same keys make one step, so typing in a field is one.
   * `*`: joins no other step.
   */
  readonly touched: string;
  readonly at: number;
}

export interface Drafts {
  readonly items: Readonly<Partial<Record<ItemRef, Draft>>>;
  /** Oldest first. */
  readonly done: readonly DraftStep[];
  /** Undone steps, the latest last. */
  readonly undone: readonly DraftStep[];
}

/** ms. Edits of the same keys within this time make one step. */
const ONE_STEP = 1500;
/** The number of steps that can be undone. */
const MAX_STEPS = 200;

/** Sets drafts (null removes) in one copy of the collection; each set draft becomes the last. */
function withDrafts(
  items: Drafts["items"],
  changes: Iterable<readonly [ref: ItemRef, draft: Draft | null]>,
): Drafts["items"] {
  const copy: Partial<Record<ItemRef, Draft>> = { ...items };
  for (const [ref, draft] of changes) {
    delete copy[ref];
    if (draft !== null) copy[ref] = draft;
  }
  return copy;
}

export function touched(before: StoredItem | null | undefined, after: StoredItem | null | undefined): string {
  if (!before || !after) return "*";
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => !sameValue(fieldOf(before, key), fieldOf(after, key)))
    .sort()
    .join();
}

const setAll = (items: Drafts["items"], step: DraftStep, side: "before" | "after"): Drafts["items"] =>
  withDrafts(
    items,
    step.changes.map((change) => [change.ref, change[side]] as const),
  );

/** The changes of both steps as one, when both are edits of the same keys of one item in quick succession. */
function joined(last: DraftStep | undefined, step: DraftStep): DraftStep | null {
  const [was, ...more] = last?.changes ?? [];
  const [is] = step.changes;
  if (last === undefined || was === undefined || is === undefined || more.length > 0) return null;
  const joins =
    was.ref === is.ref &&
    last.touched === step.touched &&
    step.touched !== "*" &&
    step.at - last.at < ONE_STEP;
  return joins ? { ...step, changes: [{ ...is, before: was.before }] } : null;
}

export function withStep(state: Drafts, step: DraftStep): Drafts {
  const both = joined(state.done[state.done.length - 1], step);
  const done = both === null ? [...state.done, step].slice(-MAX_STEPS) : [...state.done.slice(0, -1), both];
  return { items: setAll(state.items, step, "after"), done, undone: [] };
}

export function withoutLastStep(state: Drafts): Drafts {
  const step = state.done[state.done.length - 1];
  if (step === undefined) return state;
  return {
    items: setAll(state.items, step, "before"),
    done: state.done.slice(0, -1),
    undone: [...state.undone, step],
  };
}

export function withUndoneStep(state: Drafts): Drafts {
  const step = state.undone[state.undone.length - 1];
  if (step === undefined) return state;
  return {
    items: setAll(state.items, step, "after"),
    done: [...state.done, step],
    undone: state.undone.slice(0, -1),
  };
}

/** Sets drafts without undo steps, for changes that this person did not make here. */
export const set = (
  state: Drafts,
  changes: readonly (readonly [ref: ItemRef, draft: Draft | null])[],
): Drafts => (changes.length === 0 ? state : { ...state, items: withDrafts(state.items, changes) });

/** Drops the changes of these items from the undo steps, and steps that then hold none. */
export function withoutSteps(state: Drafts, refs: ReadonlySet<ItemRef>): Drafts {
  const remaining = (steps: readonly DraftStep[]): readonly DraftStep[] =>
    steps.flatMap((step) => {
      const changes = step.changes.filter(({ ref }) => !refs.has(ref));
      if (changes.length === step.changes.length) return [step];
      return changes.length === 0 ? [] : [{ ...step, changes }];
    });
  return { ...state, done: remaining(state.done), undone: remaining(state.undone) };
}

export interface Edit {
  readonly kind: ItemKind;
  readonly id: string;
  /** The live item; used only when there is no draft yet. */
  readonly base: DraftBase | null;
  readonly value: StoredItem | null;
  /** ms since the epoch, this computer's clock. */
  readonly at: number;
}

/** The change that an edit makes; null: none. `was` is the value before the edit. */
export function changeOf(
  items: Drafts["items"],
  { kind, id, base: live, value, at }: Edit,
): {
  readonly change: DraftChange | null;
  readonly was: StoredItem | null | undefined;
} {
  const ref = itemRef(kind, id);
  const before = items[ref] ?? null;
  const base = before === null ? live : before.base;
  const was = before === null ? base?.value : before.value;
  const after = orNone({ kind, id, base, value, edited: at });
  return { change: before === null && after === null ? null : { ref, before, after }, was };
}
