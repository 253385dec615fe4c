import type { ItemKind, StoredItem } from "@schedule-manager/shared/model/model";
import { sameValue } from "@schedule-manager/shared/model/same-value";
import { type ItemRef, itemRef } from "@schedule-manager/shared/sync/layout";
import { type Draft, type DraftBase, orNone } from "./draft";

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
const ONE_STEP = 1500;
/** So many steps can be undone. */
export const MAX_STEPS = 200;

export function withDraft(items: Drafts["items"], ref: ItemRef, draft: Draft | null): Drafts["items"] {
  const { [ref]: _, ...rest } = items;
  return draft === null ? rest : { ...rest, [ref]: draft };
}

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

/** Sets a draft without a step of its own: what was not the person's doing is not undone. */
export const set = (state: Drafts, ref: ItemRef, draft: Draft | null): Drafts => ({
  ...state,
  items: withDraft(state.items, ref, draft),
});

export function withoutSteps(state: Drafts, refs: ReadonlySet<ItemRef>): Drafts {
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

/** What an edit makes of a draft; null: nothing. `was`: the value before it. */
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
