import { createUndecidedSelector } from "@schedule-manager/plugin/features/publish/undecided";
import { liveChanged } from "@schedule-manager/plugin/catalogue/live";
import { stored } from "@schedule-manager/plugin/catalogue/stored";
import { edited } from "@schedule-manager/plugin/drafts/drafts";
import type { Schedule } from "@schedule-manager/shared/model/model";
import { EXAMPLE, liveSchedule } from "../../items";
import { flexLikeStore, storeSelectors } from "../../store";
import { loadItems } from "../../load-items";

const schedule = (id: string, name = id): Schedule => ({ ...EXAMPLE, id, name });

describe("drafts that a person has to decide", () => {
  it("[VW9] drafts of an item that was changed otherwise, deleted, or changed before its deletion wait", () => {
    const store = flexLikeStore();
    const ids = ["unchanged", "conflict", "merges", "deleted", "changed"];
    loadItems(
      store,
      ids.map((id) => liveSchedule(schedule(id))),
      [],
    );
    const edit = (id: string, value: Partial<Schedule> | null) => {
      const before = stored(schedule(id));
      const base = { revision: "0", value: before };
      const next = value === null ? null : { ...before, ...value };
      store.dispatch(edited({ kind: "schedule", id, base, value: next, at: 1 }));
    };
    for (const id of ids) edit(id, id === "changed" ? null : { name: "mine" });
    const changed = (one: Schedule) =>
      liveChanged([{ type: "changed" as const, item: liveSchedule(one, "1") }]);
    store.dispatch(changed(schedule("conflict", "theirs")));
    store.dispatch(changed({ ...schedule("merges"), group: "theirs" }));
    store.dispatch(changed(schedule("changed", "theirs")));
    store.dispatch(liveChanged([{ type: "removed", kind: "schedule", id: "deleted" }]));
    const select = createUndecidedSelector(storeSelectors());
    expect(select(store.getState()).map(({ id }) => id)).toEqual(["conflict", "deleted", "changed"]);
  });
});
