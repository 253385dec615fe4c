import type { StoredSchedule } from "@schedule-manager/shared/model/model";
import type { Draft } from "@schedule-manager/plugin/drafts/draft";
import type { Drafts, Edit } from "@schedule-manager/plugin/drafts/draft-steps";
import {
  allDiscarded,
  draftsFollowed,
  draftsPublished,
  draftsReducer,
  draftsRestored,
  discarded,
  edited,
  editedTogether,
  rebased,
  redone,
  undone,
} from "@schedule-manager/plugin/drafts/drafts";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { EXAMPLE } from "../items";

/** ms. Edits of the same keys within this time make one step. */
const ONE_STEP = 1500;

const REF = itemRef("schedule", EXAMPLE.id);
const { id: _, ...VALUE } = EXAMPLE;
const BASE = { revision: "3", value: VALUE };
const named = (name: string): StoredSchedule => ({ ...BASE.value, name });

const START = draftsReducer(undefined, { type: "none" });
const edit = (value: StoredSchedule | null, at = 0, more: Partial<Edit> = {}) =>
  edited({ kind: "schedule", id: EXAMPLE.id, base: BASE, value, at, ...more });
const after = (...actions: Parameters<typeof draftsReducer>[1][]): Drafts =>
  actions.reduce(draftsReducer, START);
const draft = (state: Drafts): Draft | undefined => state.items[REF];
const name = (state: Drafts): string | undefined => draft(state)?.value?.name;

describe("drafts", () => {
  it("[PL57] an edit makes a draft and keeps the base that it was made from", () => {
    const state = after(
      edit(named("A")),
      edit(named("B"), 5000, { base: { revision: "9", value: named("Z") } }),
    );
    expect(draft(state)).toEqual({
      kind: "schedule",
      id: EXAMPLE.id,
      base: BASE,
      value: named("B"),
      edited: 5000,
    });
  });

  it("[PL58] a draft that changes nothing is removed", () => {
    expect(after(edit(BASE.value)).items).toEqual({});
    expect(after(edit(named("A")), edit(BASE.value, 9000)).items).toEqual({});
    const fresh = { base: null };
    expect(after(edit(named("New"), 0, fresh), edit(null, 9000, fresh)).items).toEqual({});
  });

  it("[PL59] undo and redo follow the steps of all drafts in order", () => {
    const other = { id: "other-000001" };
    let state = after(edit(named("A"), 0), edit(named("X"), 10_000, other), edit(null, 20_000));
    expect(draft(state)?.value).toBeNull();
    state = draftsReducer(state, undone());
    expect(name(state)).toBe("A");
    state = draftsReducer(state, undone());
    expect(Object.keys(state.items)).toEqual([REF]);
    state = draftsReducer(state, undone());
    expect(state.items).toEqual({});
    expect(draftsReducer(state, undone())).toBe(state);
    state = [redone(), redone(), redone()].reduce(draftsReducer, state);
    expect(draft(state)?.value).toBeNull();
    expect(Object.keys(state.items)).toHaveLength(2);
    expect(draftsReducer(state, redone())).toBe(state);
  });

  it("[PL78] several edits at once are one undo step, each on its own base", () => {
    const id = "other-000001";
    const edits = [
      { kind: "schedule", id: EXAMPLE.id, base: { revision: "9", value: named("Z") }, value: named("B") },
      { kind: "schedule", id, base: null, value: named("New") },
      { kind: "schedule", id: "same-000001", base: BASE, value: BASE.value },
    ] as const;
    let state = after(edit(named("A")), editedTogether({ edits, at: 10 }));
    expect(Object.keys(state.items)).toEqual([REF, itemRef("schedule", id)]);
    expect(draft(state)).toMatchObject({ base: BASE, value: named("B"), edited: 10 });
    const all = state.items;
    state = draftsReducer(state, undone());
    expect(Object.keys(state.items)).toEqual([REF]);
    expect(name(state)).toBe("A");
    expect(draftsReducer(state, redone()).items).toEqual(all);
    const published = draftsPublished([{ ref: REF, sent: named("B"), now: null }]);
    const left = after(edit(named("A")), editedTogether({ edits, at: 10 }), published);
    expect(Object.keys(left.items)).toEqual([itemRef("schedule", id)]);
    expect(draftsReducer(left, undone()).items).toEqual({});
  });

  it("[PL60] typing in one field is one step, and another field or a pause starts a new one", () => {
    const typed = after(edit(named("A"), 0), edit(named("AB"), 300), edit(named("ABC"), 600));
    expect(typed.done).toHaveLength(1);
    expect(draftsReducer(typed, undone()).items).toEqual({});
    expect(draftsReducer(typed, edit(named("ABCD"), 600 + ONE_STEP)).done).toHaveLength(2);
    expect(draftsReducer(typed, edit({ ...named("ABC"), timeZone: "UTC" }, 700)).done).toHaveLength(2);
  });

  it("[PL60] edits of other items, a deletion and edits of several items are steps of their own", () => {
    const other = { id: "other-000001" };
    expect(after(edit(named("A"), 0), edit(named("A"), 100, other)).done).toHaveLength(2);
    expect(after(edit(named("A"), 0), edit(null, 100), edit(named("A"), 200)).done).toHaveLength(3);
    const fresh = { base: null };
    expect(after(edit(named("A"), 0, fresh), edit(named("AB"), 100)).done).toHaveLength(2);
    const both = [EXAMPLE.id, other.id].map((id) => {
      const value = named("B");
      return { kind: "schedule" as const, id, base: BASE, value };
    });
    const together = after(editedTogether({ edits: both, at: 0 }), edit(named("BC"), 100));
    expect(together.done).toHaveLength(2);
    expect(name(draftsReducer(together, undone()))).toBe("B");
  });

  it("[PL60] edits of the same two fields are one step, whichever comes first in the item", () => {
    const first = { ...named("A"), timeZone: "UTC" };
    const { name: text, timeZone, ...rest } = { ...named("AB"), timeZone: "Asia/Tokyo" };
    const state = after(edit(first, 0), edit({ timeZone, name: text, ...rest }, 100));
    expect(state.done).toHaveLength(1);
  });

  it("[PL61] of too many steps the first are forgotten", () => {
    const many = Array.from({ length: 205 }, (_, n) => edit(named(`n${n}`), n * 10_000));
    let state = after(...many);
    for (let step = 0; step < 205; step += 1) state = draftsReducer(state, undone());
    expect(name(state)).toBe("n4");
  });

  it("[PL61] a new edit clears the undone steps, and the number of steps is limited", () => {
    const state = after(edit(named("A")), undone(), edit(named("B"), 9000));
    expect(state.undone).toEqual([]);
    const many = Array.from({ length: 205 }, (_, n) => edit(named(`n${n}`), n * 10_000));
    expect(after(...many).done).toHaveLength(200);
  });

  it("[PL62] discarding one draft can be undone, and discarding all cannot", () => {
    const one = after(edit(named("A")), discarded({ ref: REF, at: 9000 }));
    expect(one.items).toEqual({});
    expect(name(draftsReducer(one, undone()))).toBe("A");
    expect(draftsReducer(one, allDiscarded())).toEqual(START);
  });

  it("[PL63] a rebase is no undo step, and removes a draft that the live item equals", () => {
    const theirs = { revision: "4", value: { ...BASE.value, timeZone: "UTC" } };
    const merged = { ...named("A"), timeZone: "UTC" };
    const state = after(edit(named("A")), rebased([{ ref: REF, base: theirs, value: merged }]));
    expect(draft(state)).toMatchObject({ base: theirs, value: merged });
    expect(state.done).toHaveLength(1);
    expect(draftsReducer(state, rebased([{ ref: REF, base: theirs, value: theirs.value }])).items).toEqual(
      {},
    );
  });

  it("[PL64] a published draft cannot be undone, and an edit made during the publish stays a draft", () => {
    const now = { revision: "4", value: named("A") };
    const published = draftsPublished([{ ref: REF, sent: named("A"), now }]);
    expect(after(edit(named("A")), published)).toEqual(START);
    const on = after(edit(named("A")), edit(named("B"), 9000), published);
    expect(draft(on)).toMatchObject({ base: now, value: named("B") });
    expect(on.done).toEqual([]);
  });

  it("[PL65] drafts are restored after a reload", () => {
    const kept = draft(after(edit(named("A"))));
    expect(kept).toBeDefined();
    expect(draftsReducer(START, draftsRestored(kept === undefined ? [] : [kept])).items).toEqual({
      [REF]: kept,
    });
  });

  it("[PL58] what changes nothing leaves the state the same", () => {
    const state = after(edit(named("A")));
    const other = itemRef("schedule", "other-000001");
    const same = { kind: "schedule", id: "same-000001", base: BASE, value: BASE.value } as const;
    for (const action of [
      discarded({ ref: other, at: 1 }),
      editedTogether({ edits: [same], at: 1 }),
      rebased([{ ref: other, base: BASE, value: named("B") }]),
      draftsFollowed([{ ref: REF, draft: draft(state) ?? null }]),
      draftsFollowed([{ ref: other, draft: null }]),
      draftsRestored([]),
    ])
      expect(draftsReducer(state, action)).toBe(state);
    const published = draftsPublished([{ ref: other, sent: null, now: null }]);
    expect(draftsReducer(state, published)).toEqual(state);
  });

  it("[PL80] an edit of another tab leaves the undo steps of other items, also those made together with it", () => {
    const other = "other-000001";
    const edits = [EXAMPLE.id, other].map((id) => {
      const value = named("Mine");
      return { kind: "schedule" as const, id, base: BASE, value };
    });
    const mine = after(editedTogether({ edits, at: 0 }), edit(named("More"), 5000));
    const theirs = {
      kind: "schedule",
      id: EXAMPLE.id,
      base: BASE,
      value: named("Theirs"),
      edited: 9,
    } as const;
    let state = draftsReducer(mine, draftsFollowed([{ ref: REF, draft: theirs }]));
    expect([name(state), state.done.length]).toEqual(["Theirs", 1]);
    state = draftsReducer(state, undone());
    expect(Object.keys(state.items)).toEqual([REF]);
    expect(name(state)).toBe("Theirs");
    state = draftsReducer(state, draftsFollowed([{ ref: itemRef("schedule", other), draft: null }]));
    // Nothing changed, so the step can still be made again.
    state = draftsReducer(state, redone());
    expect(Object.keys(state.items)).toEqual([REF, itemRef("schedule", other)]);
  });
});
