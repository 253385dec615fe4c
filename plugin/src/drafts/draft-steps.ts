import type { ItemKind, StoredItem } from "@schedule-manager/shared/model/model";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import { type ItemRef, itemRef } from "@schedule-manager/shared/sync/layout";
import { type Draft, type DraftBase, orNone } from "./draft";

/** An undoable step: the draft before and after it; null: no draft. */
export interface DraftStep {
  readonly ref: ItemRef;
  readonly before: Draft | null;
  readonly after: Draft | null;
  /** The changed keys of the item. Consecutive edits of the same keys make one step, so typing in a field is one. */
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
export const MAX_STEPS = 200;

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

export const withDraft = (items: Drafts["items"], ref: ItemRef, draft: Draft | null): Drafts["items"] =>
  withDrafts(items, [[ref, draft]]);

export function touched(before: StoredItem | null | undefined, after: StoredItem | null | undefined): string {
  if (!before || !after) return "*";
  const [was, is] = [before, after] as unknown as Record<string, unknown>[];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => !sameValue(was?.[key], is?.[key]))
    .sort()
    .join();
}

export function withStep(state: Drafts, step: DraftStep): Drafts {
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

/** Sets drafts without undo steps, for changes that this person did not make here. */
export const set = (
  state: Drafts,
  changes: readonly (readonly [ref: ItemRef, draft: Draft | null])[],
): Drafts => (changes.length === 0 ? state : { ...state, items: withDrafts(state.items, changes) });

export function withoutSteps(state: Drafts, refs: ReadonlySet<ItemRef>): Drafts {
  const remains = (step: DraftStep): boolean => !refs.has(step.ref);
  return { ...state, done: state.done.filter(remains), undone: state.undone.filter(remains) };
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

/** The step that an edit makes; null: none. `was` is the value before the edit. */
export function stepOf(
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
