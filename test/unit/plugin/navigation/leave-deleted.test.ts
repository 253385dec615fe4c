import {
  allDiscarded,
  discarded,
  draftsPublished,
  edited,
  undone,
} from "@schedule-manager/plugin/drafts/drafts";
import { leaveDeletedPages } from "@schedule-manager/plugin/navigation/leave-deleted";
import { liveChanged, mapsOpened, published } from "@schedule-manager/plugin/catalogue/live";
import { historyOpened, opened } from "@schedule-manager/plugin/navigation/navigation";
import type { Page } from "@schedule-manager/plugin/navigation/page";
import { itemRef } from "@schedule-manager/shared/sync/layout";
import { EXAMPLE, liveSchedule } from "../items";
import { flexLikeStore } from "../store";

const { id: _, ...VALUE } = EXAMPLE;
const TABLES: Page = { type: "tables", tab: "schedule" };
const page = (kind: "schedule" | "rule", id: string): Page => ({ type: "item", kind, id });

function scene() {
  const store = flexLikeStore();
  store.dispatch(mapsOpened(["schedules-0"]));
  store.dispatch(
    liveChanged([
      { type: "reset", kind: "schedule", map: "schedules-0", items: [liveSchedule(EXAMPLE, "3")] },
    ]),
  );
  leaveDeletedPages(store);
  return {
    store,
    at: () => store.getState().scheduleManager.navigation.page,
    create: (kind: "schedule" | "rule", id: string) => {
      const value = kind === "rule" ? { name: "", isOpen: true } : { ...VALUE, name: "" };
      store.dispatch(edited({ kind, id, base: null, value, at: 0 }));
      store.dispatch(opened({ kind, id }));
    },
    deleteExample: () => {
      const base = { revision: "3", value: VALUE };
      store.dispatch(opened({ kind: "schedule", id: EXAMPLE.id }));
      store.dispatch(edited({ kind: "schedule", id: EXAMPLE.id, base, value: null, at: 0 }));
    },
  };
}

describe("the page of an item that no longer exists", () => {
  it("[PL81] discarding all drafts leaves the page, and earlier pages that no longer exist", () => {
    const { store, at, create } = scene();
    create("schedule", "new:1");
    create("rule", "new:2");
    store.dispatch(allDiscarded());
    expect(at()).toEqual(TABLES);
    expect(store.getState().scheduleManager.navigation.back).toEqual([]);
  });

  it("[PL81] discarding or undoing a new item returns to the page before", () => {
    const { store, at, create } = scene();
    store.dispatch(opened({ kind: "schedule", id: EXAMPLE.id }));
    create("rule", "new:1");
    store.dispatch(discarded({ ref: itemRef("rule", "new:1"), at: 1 }));
    expect(at()).toEqual(page("schedule", EXAMPLE.id));
    create("rule", "new:2");
    store.dispatch(undone());
    expect(at()).toEqual(page("schedule", EXAMPLE.id));
  });

  it("[PL81] publishing a deletion leaves the page, and not earlier", () => {
    const { store, at, deleteExample } = scene();
    deleteExample();
    expect(at()).toEqual(page("schedule", EXAMPLE.id));
    store.dispatch(published([{ type: "deleted", kind: "schedule", id: EXAMPLE.id }]));
    const ref = itemRef("schedule", EXAMPLE.id);
    store.dispatch(draftsPublished([{ ref, sent: null, now: null }]));
    expect(at()).toEqual(TABLES);
  });

  it("[PL81] the page stays while the item exists, when somebody else deleted it, and for its history", () => {
    const { store, at, create, deleteExample } = scene();
    deleteExample();
    store.dispatch(discarded({ ref: itemRef("schedule", EXAMPLE.id), at: 1 }));
    expect(at()).toEqual(page("schedule", EXAMPLE.id));
    store.dispatch(published([{ type: "deleted", kind: "schedule", id: EXAMPLE.id }]));
    expect(at()).toEqual(page("schedule", EXAMPLE.id));
    create("rule", "new:1");
    store.dispatch(historyOpened({ kind: "rule", id: "new:1" }));
    store.dispatch(allDiscarded());
    expect(at()).toEqual({ type: "history", kind: "rule", id: "new:1" });
  });
});
